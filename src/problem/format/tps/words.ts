const WORD = /((?:[^\s'"\\]|\\.|'[^']*'|"(?:\\.|[^"\\])*")+)|\S/gs;
const QUOTED = /\\(.)|'([^']*)'|"((?:\\.|[^"\\])*)"/gs;

/** Splits a line as a shell does, quotes and backslashes included; undefined where a quote is not closed. */
export function splitWords(line: string): string[] | undefined {
  const matches = [...line.matchAll(WORD)];
  if (matches.some(([, word]) => word === undefined)) return undefined;
  return matches.map(([word]) => word.replace(QUOTED, unquoted));
}

function unquoted(_: string, escaped?: string, verbatim?: string, quoted = ""): string {
  return escaped ?? verbatim ?? quoted.replace(/\\(["\\])/g, "$1");
}
