import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CodeforcesRound, exactPerformance } from "../../src/contest/rating/codeforces-update.ts";
import { percentileOf } from "../../src/contest/rating/percentile.ts";
import { parseStandings } from "../../src/contest/standings/parse-standings.ts";
import { AWARDS, awardFor, medalLines, rankAmong } from "../../src/contest/standings/standings.ts";
import { readCsv, readRounds } from "./csv.ts";
import { measureRecovery } from "./ratings.ts";
import type { Row } from "./row.ts";

/** Parts that compare with facts of the world: real rounds and results, in a folder that is not the repository's. */
export const PUBLIC_PARTS = ["ratings", "codeforces", "percentiles", "standings"] as const;

export const MEASURE_PUBLIC = {
  ratings: (data, simulations) =>
    measureRecovery(data, simulations).flatMap(
      ({ trueRating, method, bias, error, coverage, width, faults }): Row[] => {
        const what = `${trueRating}, ${method}`;
        return [
          { what: `${what}: bias`, measured: bias, unit: "points" },
          { what: "  root mean square error", measured: error, unit: "points" },
          { what: "  95 % interval holds the truth", measured: coverage, unit: "%", goal: { least: 90, most: 98 } },
          { what: "  its width, where it has two ends", measured: width, unit: "points" },
          { what: "  estimates outside their interval", measured: faults, unit: "", goal: { most: 0 } },
        ];
      },
    ),
  codeforces: (data) =>
    readRounds(data).flatMap(({ name, rows }): Row[] => {
      const round = new CodeforcesRound(rows);
      const others = (differs: (index: number) => boolean) => rows.map((_, index) => index).filter(differs);
      const changes = others((index) => round.change(index) !== rows[index]?.change);
      const quick = others((index) => round.performance(index) !== rows[index]?.performance);
      const exact = quick.filter((index) => exactPerformance(rows, index) !== rows[index]?.performance);
      return [
        { what: `${name}: participants`, measured: rows.length, unit: "" },
        { what: "  rating changes other than Codeforces'", measured: changes.length, unit: "", goal: { most: 0 } },
        { what: "  performances other than the reference's, quick", measured: quick.length, unit: "" },
        { what: "  of these, still other when exact", measured: exact.length, unit: "", goal: { most: 0 } },
      ];
    }),
  percentiles: (data) => {
    const users = readCsv(join(data, "codeforces-rating-distribution.csv")).map(({ rating, users: count }) => {
      return { rating: Number(rating), count: Number(count) };
    });
    const all = users.reduce((sum, { count }) => sum + count, 0);
    return PUBLISHED_PERCENTILES.flatMap(([rating, published]): Row[] => {
      const below = users.reduce((sum, user) => sum + (user.rating < rating ? user.count : 0), 0);
      const [ours, counted] = [100 * percentileOf(rating), (100 * below) / all];
      return [
        { what: `below ${rating}: by the shipped table`, measured: ours, unit: "%" },
        { what: "  less what was published of active users", measured: ours - published, unit: "points" },
        { what: "  less the count of every user", measured: ours - counted, unit: "points", goal: { most: 0.1 } },
      ];
    });
  },
  standings: (data) => {
    const results = readFileSync(join(data, "ioi-results", "ioi-1989-2024.csv"), "utf8").split(/\r?\n/);
    const [heading = ""] = results;
    const yearly = new Map<string, string[]>();
    for (const line of results.slice(1).filter((own) => own !== "")) {
      const year = line.slice(0, 4);
      yearly.set(year, [...(yearly.get(year) ?? [heading]), line]);
    }
    const fields = [...yearly].map(([year, lines]) => parseStandings([{ name: year, text: lines.join("\n") }]));
    const other = fields.filter((field) => !linesGiveTheMedals(field));
    const of2024 = fields.find(({ source }) => source === "2024");
    if (!of2024) throw new Error("no results of 2024");
    const rows = PUBLISHED_SCORES.flatMap((points): Row[] => {
      const { rank, tied, participants, percentile } = rankAmong({ points, penalty: 0 }, of2024);
      const medal = awardFor(points, medalLines(of2024)) ?? "unknown";
      return [
        { what: `IOI 2024, ${points} points (${medal}): place`, measured: rank, unit: `of ${participants}` },
        { what: `  strictly below, ${tied} tied`, measured: 100 * percentile, unit: "%" },
      ];
    });
    const medals = Object.entries(medalLines(of2024)).map(([award, line]): Row => {
      return { what: `IOI 2024, line for ${award}`, measured: line ?? Number.NaN, unit: "points" };
    });
    const names = other.map(({ source }) => source).join(", ") || "none";
    const what = `of ${fields.length} IOIs, those whose lines give other medals: ${names}`;
    return [...rows, ...medals, { what, measured: other.length, unit: "", goal: { most: 0 } }];
  },
} satisfies Record<(typeof PUBLIC_PARTS)[number], (data: string, simulations: number) => readonly Row[]>;

/** OpenAI, 2024 and 2025. */
const PUBLISHED_PERCENTILES = [
  [808, 11],
  [1258, 62],
  [1673, 89],
  [1807, 93],
  [2724, 99.8],
] as const;
const PUBLISHED_SCORES = [213, 362.14];

function linesGiveTheMedals(field: ReturnType<typeof parseStandings>): boolean {
  const lines = medalLines(field);
  return AWARDS.every((award) => {
    const given = field.participants.filter((participant) => participant.award === award).length;
    const derived = field.participants.filter(({ points }) => awardFor(points, lines) === award).length;
    return given === derived;
  });
}
