interface MarkdownLine {
  readonly text: string;
  /** In a listing, or the end of one. */
  readonly isInFence: boolean;
}

/** No white space at the ends of lines, no two blank lines in sequence; listings stay as they are. */
export function tidyLines(markdown: string): string {
  const tidy: string[] = [];
  for (const { text, isInFence } of linesOf(markdown)) {
    const line = isInFence ? text : text.trimEnd();
    if (line !== "" || isInFence || (tidy.length > 0 && tidy.at(-1) !== "")) tidy.push(line);
  }
  return tidy.join("\n").trimEnd();
}

/** Parts of at least this length (but for the last) that end with a blank line outside of listings; joined they are the text. */
export function splitAtBlankLines(markdown: string, minCharacters: number): string[] {
  const parts: string[] = [];
  let part = "";
  for (const { text, isInFence } of linesOf(markdown)) {
    part += `${text}\n`;
    if (part.length < minCharacters || isInFence || text.trim() !== "") continue;
    parts.push(part);
    part = "";
  }
  return [...parts, part.slice(0, -1)];
}

function linesOf(markdown: string): MarkdownLine[] {
  let fence: string | undefined;
  return markdown.split("\n").map((text) => {
    const isInFence = fence !== undefined;
    const mark = /^[ >]*(?:[-*+] +|\d+[.)] +)*(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence === undefined) fence = mark;
    else if (mark?.startsWith(fence)) fence = undefined;
    return { text, isInFence };
  });
}
