import { readFile, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { Contest, ContestProblem, MedalCutoffs } from "../../domain/contest.ts";
import { messageOf, UsageError } from "../../domain/errors.ts";
import { parseYaml } from "../read-yaml.ts";
import { type ContestYaml, contestYaml } from "./contest-yaml.ts";
import { IOI_CUTOFFS } from "./ioi-cutoffs.ts";

const FILE = "contest.yaml";

/** Reads a contest: a folder with a `contest.yaml` that names its problem packages, or that file. */
export async function readContest(path: string): Promise<Contest> {
  const file = basename(path) === FILE ? path : join(path, FILE);
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new UsageError(`${path} is no contest, a folder with a ${FILE}: ${messageOf(error)}`, { cause: error });
  });
  const findings = { errors: [], warnings: [] };
  const yaml = parseYaml(text, file, contestYaml, findings);
  if (!yaml) throw new UsageError(findings.errors.join("\n"));
  const folder = resolve(file, "..");
  const problems = problemsOf(yaml, folder);
  await refuseMissing(file, problems);
  return {
    ...{ id: basename(folder), name: yaml.name, division: yaml.division, rules: yaml.rules, problems },
    lengthMs: yaml.length_minutes * 60_000,
    submissionLimit: yaml.submission_limit,
    minIntervalMs: yaml.min_interval_seconds === undefined ? undefined : yaml.min_interval_seconds * 1000,
    feedback: yaml.feedback,
    standings: yaml.standings.map((name) => join(folder, name)),
    cutoffs: [...yaml.cutoffs, ...ofYear(yaml.ioi_year)],
  };
}

function ofYear(year: number | undefined): readonly MedalCutoffs[] {
  const lines = year === undefined ? undefined : IOI_CUTOFFS[year];
  return lines ? [lines] : [];
}

function problemsOf(yaml: ContestYaml, folder: string): ContestProblem[] {
  const days = yaml.days ?? [{ problems: yaml.problems ?? [] }];
  return days.flatMap(({ problems }, index) =>
    problems.map(({ path, label, points, difficulty }) => {
      return { path: join(folder, path), label: label ?? basename(path), day: index + 1, points, difficulty };
    }),
  );
}

async function refuseMissing(file: string, problems: readonly ContestProblem[]): Promise<void> {
  const mistakes: string[] = [];
  const seen = new Set<string>();
  for (const { path } of problems) {
    if (!(await stat(path).catch(() => undefined))) mistakes.push(`${file}: there is no problem package ${path}`);
    if (seen.has(path)) mistakes.push(`${file}: ${path} is named twice`);
    seen.add(path);
  }
  if (mistakes.length > 0) throw new UsageError(mistakes.join("\n"));
}
