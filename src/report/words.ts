/** Numbers as people read them. */

export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  const seconds = ms / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export function points(score: number): string {
  return Number.isInteger(score) ? String(score) : score.toFixed(2);
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}

export function mebibytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MiB`;
}

/** Text from outside on one line that a terminal takes for text: no escapes, no more than fits. */
export function oneLine(text: string, width: number): string {
  const line = [...text.replace(/\s+/g, " ")]
    .map((character) => (/\p{C}/u.test(character) ? "?" : character))
    .join("")
    .trim();
  return line.length <= width ? line : `${line.slice(0, Math.max(0, width - 1))}…`;
}

/** Columns side by side, two spaces between; the last one takes what is left of the width. */
export function table(rows: readonly (readonly string[])[], alignRight: readonly boolean[], width: number): string[] {
  const widths = alignRight.map((_, column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  const before = widths.slice(0, -1).reduce((sum, columnWidth) => sum + columnWidth + 2, 0);
  widths[widths.length - 1] = Math.max(10, width - before);
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const columnWidth = widths[column] ?? 0;
        if (column === row.length - 1) return oneLine(cell, columnWidth);
        return alignRight[column] ? cell.padStart(columnWidth) : cell.padEnd(columnWidth);
      })
      .join("  ")
      .trimEnd(),
  );
}
