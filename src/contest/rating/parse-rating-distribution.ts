import { UsageError } from "../../domain/errors.ts";
import type { RatingDistribution } from "./rating-distribution.ts";

const LOWEST = -10_000;
const HIGHEST = 100_000;

/**
 * A table of ratings: a heading `rating,users` and a line for each rating, or `rating` alone and a line for each user. Lines
 * such as `# source: …`, `# date: …` and `# users: …` say what it is.
 */
export function parseRatingDistribution(name: string, text: string): RatingDistribution {
  const lines = text.split(/\r?\n/).map((line, index) => ({ text: line.trim(), number: index + 1 }));
  const notes = lines.filter((line) => line.text.startsWith("#"));
  const [heading, ...rows] = lines.filter((line) => line.text !== "" && !line.text.startsWith("#"));
  const columns = heading?.text.split(",").map((column) => column.trim().toLowerCase()) ?? [];
  if (columns[0] !== "rating" || columns.length > 2 || (columns.length === 2 && columns[1] !== "users"))
    throw new UsageError(`${name}: expected a heading rating,users or rating, got ${heading?.text ?? "nothing"}`);
  const counts = new Map<number, number>();
  for (const row of rows) {
    const [rating, users] = parseRow(name, row, columns.length);
    counts.set(rating, (counts.get(rating) ?? 0) + users);
  }
  const ratings = [...counts.keys()];
  if ([...counts.values()].every((users) => users === 0)) throw new UsageError(`${name}: no users`);
  const from = ratings.reduce((least, rating) => Math.min(least, rating));
  const most = ratings.reduce((greatest, rating) => Math.max(greatest, rating));
  const noted = (key: string) => notes.flatMap(({ text: note }) => note.match(`^#\\s*${key}:\\s*(.+)$`)?.[1] ?? [])[0];
  return {
    ...{ users: noted("users") ?? `the users in ${name}`, source: noted("source") ?? name },
    ...{ date: noted("date") ?? "date unknown", below: 0, from, step: 1 },
    counts: Array.from({ length: most - from + 1 }, (_, index) => counts.get(from + index) ?? 0),
  };
}

type Line = { readonly text: string; readonly number: number };

function parseRow(name: string, { text, number }: Line, columns: number): readonly [rating: number, users: number] {
  const cells = text.split(",").map((cell) => cell.trim());
  const [rating, users] = [wholeNumber(cells[0]), columns === 1 ? 1 : wholeNumber(cells[1])];
  if (cells.length !== columns || !(rating >= LOWEST && rating <= HIGHEST) || !(users >= 0))
    throw new UsageError(`${name}, line ${number}: expected a whole rating and how many have it, got ${text}`);
  return [rating, users];
}

function wholeNumber(cell: string | undefined): number {
  return cell !== undefined && /^-?\d+$/.test(cell) ? Number(cell) : Number.NaN;
}
