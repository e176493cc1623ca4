/** The words of a generator's command; undefined where it uses what only a shell or Polygon's script language does. */
export function wordsOfCommand(command: string): string[] | undefined {
  const words: string[] = [];
  const token = /\s*(?:"([^"]*)"|'([^']*)'|([^\s"'|<>]+))(?=\s|$)/y;
  const text = command.trim();
  while (token.lastIndex < text.length) {
    const match = token.exec(text);
    if (!match) return undefined;
    words.push(match[1] ?? match[2] ?? match[3] ?? "");
  }
  return words;
}
