/** Numbers as people read them. */

export function duration(ms: number): string {
  if (Math.round(ms) < 1000) return `${Math.round(ms)} ms`;
  const tenths = Math.round(ms / 100);
  if (tenths < 600) return `${(tenths / 10).toFixed(1)} s`;
  const whole = Math.round(ms / 1000);
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export function points(score: number): string {
  return Number.isInteger(score) ? String(score) : score.toFixed(2);
}

/** Points with what they are out of, where there is such a thing. */
export function pointsOf(score: number, maxScore: number): string {
  return maxScore === Infinity ? `${points(score)} points` : `${points(score)} of ${points(maxScore)} points`;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}

export function mebibytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MiB`;
}

/** Text from outside on one line that a terminal takes for text: no escapes, no more than fits. */
export function oneLine(text: string, width: number): string {
  const characters = [...text.replace(/\s+/g, " ").trim()].map((character) =>
    /\p{C}/u.test(character) ? "?" : character,
  );
  const shown = characters.length <= width ? characters : [...characters.slice(0, Math.max(0, width - 1)), "…"];
  return shown.join("");
}

/** Text of many lines without anything that a terminal obeys: names of files may hold what they like. */
export function printable(text: string): string {
  return text.replace(/(?!\n)\p{C}/gu, "?");
}

const LAST_COLUMN_WIDTH = 10;

/** Columns side by side, two spaces between; the last one takes what is left of the width. */
export function table(rows: readonly (readonly string[])[], alignRight: readonly boolean[], width: number): string[] {
  const lines = rows.map((row) => row.map((cell) => oneLine(cell, width)));
  const widths = alignRight
    .slice(0, -1)
    .map((_, column) => Math.max(0, ...lines.map((row) => columnsOf(row[column] ?? ""))));
  const room = width - 2 * widths.length;
  while (sum(widths) > room - LAST_COLUMN_WIDTH) {
    const widest = Math.max(...widths);
    widths[widths.indexOf(widest)] = widest - 1;
  }
  widths.push(room - sum(widths));
  return lines.map((row) =>
    row
      .map((cell, column) => {
        const columnWidth = widths[column] ?? 0;
        const shown = oneLine(cell, columnWidth);
        if (column === row.length - 1) return shown;
        const padding = " ".repeat(columnWidth - columnsOf(shown));
        return alignRight[column] ? padding + shown : shown + padding;
      })
      .join("  ")
      .trimEnd(),
  );
}

/** Characters rather than UTF-16 units; that some scripts take two columns each is not known here. */
export function columnsOf(text: string): number {
  return [...text].length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

export function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
