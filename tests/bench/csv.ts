import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The rows of a table whose cells hold no commas, by the names in its heading. */
export function readCsv(path: string): Record<string, string>[] {
  const [heading = "", ...lines] = readFileSync(path, "utf8")
    .split(/\r?\n/)
    .filter((line) => line !== "");
  const names = heading.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ""]));
  });
}

export interface RealRound {
  readonly name: string;
  readonly rows: readonly {
    readonly points: number;
    readonly penalty: number;
    readonly rating: number;
    readonly change: number;
    readonly performance: number;
  }[];
}

/** Real Codeforces rounds: `points,penalty,oldRating,delta,performance`, a participant a row. */
export function readRounds(data: string): RealRound[] {
  const folder = join(data, "codeforces-rounds");
  return readdirSync(folder)
    .sort()
    .map((name) => ({
      name,
      rows: readCsv(join(folder, name)).map((row) => ({
        points: Number(row["points"]),
        penalty: Number(row["penalty"]),
        rating: Number(row["oldRating"]),
        change: Number(row["delta"]),
        performance: Number(row["performance"]),
      })),
    }));
}
