const MAX_ALTERNATIVES = 1000;
const MAX_PATTERN_CHARACTERS = 1000;

/** Patterns of submissions.yaml: `*` within a name and `{one,other}`; throws where braces stand for too many. */
export function compileGlob(pattern: string): (path: string) => boolean {
  if (pattern.length > MAX_PATTERN_CHARACTERS) throw new Error(`longer than ${MAX_PATTERN_CHARACTERS} characters`);
  const alternatives = expandBraces(pattern).map((alternative) => alternative.replace(/\/$/, "").split("/"));
  return (path) => {
    const names = path.split("/");
    return alternatives.some(
      (parts) => parts.length === names.length && parts.every((part, index) => matchesName(part, names[index] ?? "")),
    );
  };
}

/** The path itself and the folders that it is in, outermost first. */
export function withParents(path: string): string[] {
  const names = path.split("/");
  return names.map((_, index) => names.slice(0, index + 1).join("/"));
}

function expandBraces(pattern: string): string[] {
  const braces = firstBraces(pattern);
  if (!braces) return [pattern];
  const { start, end, parts } = braces;
  const rests = expandBraces(pattern.slice(end + 1));
  const expanded = parts.flatMap((part) => expandBraces(part)).flatMap((part) => rests.map((rest) => part + rest));
  if (expanded.length > MAX_ALTERNATIVES) throw new Error(`the braces stand for more than ${MAX_ALTERNATIVES} names`);
  return expanded.map((rest) => pattern.slice(0, start) + rest);
}

/** The first pair of braces that holds a comma of its own; others stand for themselves. */
function firstBraces(pattern: string): { start: number; end: number; parts: string[] } | undefined {
  for (let start = pattern.indexOf("{"); start >= 0; start = pattern.indexOf("{", start + 1)) {
    const parts: string[] = [];
    let depth = 0;
    let partStart = start + 1;
    for (let at = start; at < pattern.length; at++) {
      const char = pattern[at];
      if (char === "{") depth++;
      else if (char === "," && depth === 1) {
        parts.push(pattern.slice(partStart, at));
        partStart = at + 1;
      } else if (char === "}" && --depth === 0) {
        if (parts.length === 0) break;
        return { start, end: at, parts: [...parts, pattern.slice(partStart, at)] };
      }
    }
  }
  return undefined;
}

/** Linear but for the last star, so that no pattern takes long. */
function matchesName(pattern: string, name: string): boolean {
  let at = 0;
  let inPattern = 0;
  let star = -1;
  let retry = 0;
  while (at < name.length) {
    if (pattern[inPattern] === "*") {
      star = inPattern++;
      retry = at;
    } else if (pattern[inPattern] === name[at]) {
      inPattern++;
      at++;
    } else if (star >= 0) {
      inPattern = star + 1;
      at = ++retry;
    } else return false;
  }
  return [...pattern.slice(inPattern)].every((char) => char === "*");
}
