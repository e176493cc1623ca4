const LIGATURES: ReadonlyMap<string, string> = new Map([
  ["---", "—"],
  ["--", "–"],
  ["``", "“"],
  ["''", "”"],
  [",,", "„"],
  ["`", "‘"],
  ["'", "’"],
  ["<<", "«"],
  [">>", "»"],
  ["~", " "],
  ["?`", "¿"],
  ["!`", "¡"],
]);

export function applyLigatures(text: string): string {
  return text.replace(/---?|[?!]?``?|''?|,,|<<|>>|~/g, (signs) => {
    const known = LIGATURES.get(signs);
    return known ?? `${signs[0]}${applyLigatures(signs.slice(1))}`;
  });
}
