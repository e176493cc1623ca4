/** A line longer than this is no line that somebody wrote. */
const MOST_CHARACTERS = 1_000;
const MOST_LINES = 3_000;

export interface PrintableLines {
  readonly lines: readonly string[];
  /** Characters that are not shown. */
  readonly left: number;
}

/** Text from outside as lines that can be shown: what is invisible or turns text around is named, what is endless is cut. */
export function printableLines(text: string): PrintableLines {
  const all = text.replace(/\r\n/g, "\n").replace(/\n$/, "").split("\n");
  let left = all.slice(MOST_LINES).reduce((sum, line) => sum + line.length + 1, 0);
  const lines = all.slice(0, MOST_LINES).map((line) => {
    const cut = line.length - MOST_CHARACTERS;
    if (cut <= 0) return visible(line);
    left += cut;
    return `${visible(line.slice(0, MOST_CHARACTERS))} … ${cut.toLocaleString("en-US")} more`;
  });
  return { lines, left };
}

function visible(line: string): string {
  return line.replace(/(?!\t)\p{C}/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : `⟨U+${code.toString(16).toUpperCase().padStart(4, "0")}⟩`;
  });
}
