import { z } from "zod";
import type { ExpectedVerdict } from "../../../domain/expectation.ts";
import type { JurySubmission } from "../../../domain/problem.ts";
import type { PackageProgram } from "../../../domain/program.ts";
import type { Subtask } from "../../../domain/scoring-rule.ts";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { readJson } from "../../read-json.ts";
import { entriesOf, readSubmission, type SubmissionReading } from "../ioi/read-submission.ts";
import { totalScore } from "../ioi/subtasks.ts";
import { expectationsWhere, isFullVerdict, JURY_VERDICTS, verdictsInShort } from "../ioi/verdicts.ts";

const juryVerdict = z.enum(JURY_VERDICTS, `expected one of ${JURY_VERDICTS.join(", ")}`);

const solutionsJson = z.record(
  z.string(),
  z.looseObject({ verdict: juryVerdict, except: z.record(z.string(), juryVerdict).default({}) }),
);

type Solution = z.infer<typeof solutionsJson>[string];

export interface TpsSubmissions {
  readonly submissions: readonly JurySubmission[];
  /** The model solution as a program that can make answers. */
  readonly model: PackageProgram | undefined;
}

export interface SolutionsReading extends SubmissionReading {
  readonly subtasks: readonly Subtask[];
}

/** Reads the files of `solution/` that `solutions.json` names, with what it says of each subtask. */
export async function readSolutions(
  files: PackageFiles,
  reading: SolutionsReading,
  findings: PackageFindings,
): Promise<TpsSubmissions> {
  const json = (await readJson(files, "solutions.json", solutionsJson, findings)) ?? {};
  const submissions: JurySubmission[] = [];
  const unread: string[] = [];
  for (const [name, solution] of Object.entries(json)) {
    const path = `solution/${name}`;
    for (const id of Object.keys(solution.except))
      if (!reading.subtasks.some((subtask) => subtask.id === id))
        findings.errors.push(`solutions.json: ${name}.except.${id}: there is no such subtask`);
    const isThere = entriesOf(files, "solution").includes(path);
    if (!isThere) findings.errors.push(`solutions.json: ${name}: there is no ${path}`);
    const content = isThere ? await readSubmission(files, path, reading, findings) : undefined;
    if (content === "unread") unread.push(path);
    else if (content) submissions.push({ path, content, ...expectedOf(solution, reading.subtasks) });
  }
  const unnamed = entriesOf(files, "solution").filter((path) => json[path.slice("solution/".length)] === undefined);
  if (unnamed.length > 0) findings.warnings.push(`solutions.json: says nothing of ${unnamed.join(", ")}`);
  if (unread.length > 0) findings.warnings.push(`not judged, as their languages are not: ${unread.join(", ")}`);
  return { submissions, model: modelSolutionOf(json, submissions, findings) };
}

/** The verdict holds for every subtask but those excepted. */
function expectedOf(
  { verdict, except }: Solution,
  subtasks: readonly Subtask[],
): Pick<JurySubmission, "expected" | "expectedScore" | "expectations"> {
  const verdicts = subtasks.map(({ id }) => except[id] ?? verdict);
  const less = verdicts.filter((each) => !isFullVerdict(each));
  const expected: ExpectedVerdict[] = less.length === 0 ? ["AC"] : [...new Set(less.flatMap(verdictsInShort))];
  return {
    expected,
    expectedScore: less.length === 0 ? totalScore(subtasks) : undefined,
    expectations: subtasks.flatMap(({ id, testcaseIds }) =>
      expectationsWhere(except[id] ?? verdict, { name: `subtask ${id}`, testcaseIds }),
    ),
  };
}

function modelSolutionOf(
  json: z.infer<typeof solutionsJson>,
  submissions: readonly JurySubmission[],
  { errors, warnings }: PackageFindings,
): PackageProgram | undefined {
  const models = Object.entries(json).flatMap(([name, { verdict }]) => (verdict === "model_solution" ? [name] : []));
  if (models.length > 1) errors.push(`solutions.json: several model solutions: ${models.join(", ")}`);
  if (models.length === 0) warnings.push("solutions.json: no model_solution");
  if (!submissions.some(({ expected }) => expected.includes("AC")))
    errors.push("solutions.json: no correct solution in a language that is judged here");
  const model = submissions.find(({ path }) => path === `solution/${models[0]}`);
  return model && "source" in model.content ? { ...model.content, path: model.path } : undefined;
}
