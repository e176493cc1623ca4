/** Where the bracket at `open` is closed, outside of deeper braces; -1 if nowhere before `end`. */
export function matchBracket(text: string, open: number, close: "}" | "]", end = text.length): number {
  let depth = 0;
  for (let at = open + 1; at < end; at++) {
    const character = text[at];
    if (character === "\\") at++;
    else if (depth === 0 && character === close) return at;
    else if (character === "{") depth++;
    else if (character === "}" && --depth < 0) return -1;
  }
  return -1;
}
