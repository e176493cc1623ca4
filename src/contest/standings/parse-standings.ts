import { z } from "zod";
import { UsageError } from "../../domain/errors.ts";
import { AWARDS, type Participant, type Standings } from "./standings.ts";

const row = z.object({
  party: z.object({ members: z.array(z.object({ handle: z.string() })), participantType: z.string().optional() }),
  points: z.number(),
  penalty: z.number().default(0),
  problemResults: z.array(z.object({ points: z.number(), rejectedAttemptCount: z.number().default(0) })).default([]),
});

const change = z.object({ handle: z.string(), oldRating: z.number() });

/** What Codeforces' API gives for `contest.standings` and for `contest.ratingChanges`. */
const apiAnswer = z.object({
  status: z.literal("OK"),
  result: z.union([z.object({ rows: z.array(row) }), z.array(change)]),
});

/**
 * Standings from files: a CSV with a heading (points or score, and as far as there are: penalty, rating, award), or Codeforces'
 * answers as JSON, whose rating changes complete its standings. Which it is shows in the text.
 */
export function parseStandings(files: readonly { readonly name: string; readonly text: string }[]): Standings {
  const ratings = new Map<string, number>();
  const rows: { handle: string | undefined; participant: Participant }[] = [];
  for (const { name, text } of files) {
    if (!/^\s*[{[]/.test(text)) {
      rows.push(...parseCsv(name, text).map((participant) => ({ handle: undefined, participant })));
      continue;
    }
    const { result } = parseApi(name, text);
    if (Array.isArray(result)) for (const { handle, oldRating } of result) ratings.set(handle, oldRating);
    else rows.push(...result.rows.filter(isOfficial).map(participantOf));
  }
  const participants = rows.map(({ handle, participant }) => {
    const rating = handle === undefined ? undefined : ratings.get(handle);
    return rating === undefined ? participant : { ...participant, rating };
  });
  if (participants.length === 0) throw new UsageError(`${files.map(({ name }) => name).join(", ")}: no participants`);
  return { source: files.map(({ name }) => name).join(", "), participants };
}

function parseApi(name: string, text: string): z.infer<typeof apiAnswer> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${name}: not JSON: ${String(error)}`, { cause: error });
  }
  const parsed = apiAnswer.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new UsageError(
    `${name}: expected what Codeforces' API gives for contest.standings or contest.ratingChanges: ${z.prettifyError(parsed.error)}`,
  );
}

function isOfficial({ party }: z.infer<typeof row>): boolean {
  return party.participantType === undefined || party.participantType === "CONTESTANT";
}

function participantOf({ party, points, penalty, problemResults }: z.infer<typeof row>) {
  const participant: Participant = {
    ...{ points, penalty, rating: undefined, award: undefined },
    problems: problemResults.map((result) => ({ points: result.points, failedAttempts: result.rejectedAttemptCount })),
  };
  return { handle: party.members[0]?.handle, participant };
}

const COLUMNS = {
  points: ["points", "score", "total"],
  penalty: ["penalty"],
  rating: ["rating", "oldrating"],
  award: ["award", "medal"],
} as const;

function parseCsv(name: string, text: string): Participant[] {
  const [heading = "", ...lines] = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const names = heading.split(",").map((column) => column.trim().toLowerCase());
  const column = (key: keyof typeof COLUMNS) => {
    const known: readonly string[] = COLUMNS[key];
    return names.findIndex((own) => known.includes(own));
  };
  const places = {
    points: column("points"),
    penalty: column("penalty"),
    rating: column("rating"),
    award: column("award"),
  };
  if (places.points < 0)
    throw new UsageError(`${name}: expected a column ${COLUMNS.points.join(" or ")}, got ${names.join(", ")}`);
  return lines.map((line, index) => {
    const cells = line.split(",").map((cell) => cell.trim());
    const number = (place: number) => {
      const cell = cells[place] ?? "";
      if (cell === "") return undefined;
      const value = Number(cell);
      if (!Number.isFinite(value))
        throw new UsageError(`${name}, line ${index + 2}: ${names[place]}: expected a number, got ${cell}`);
      return value;
    };
    const points = number(places.points);
    if (points === undefined) throw new UsageError(`${name}, line ${index + 2}: no points`);
    const award = AWARDS.find((known) => known === cells[places.award]?.toLowerCase());
    return { points, penalty: number(places.penalty) ?? 0, rating: number(places.rating), award, problems: undefined };
  });
}
