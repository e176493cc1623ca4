import { z } from "zod";
import { sha256Of } from "../../../domain/sha256.ts";
import { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { readJson } from "../../read-json.ts";
import { UNPACK_LIMITS } from "../../source/unpack-limits.ts";
import { UnpackedFolder } from "../../source/unpacked-folder.ts";
import { limitsWith, scorePrecision, shortName } from "../ioi/problem-json.ts";
import { checkSubtasks, sampleIdsOf, totalScore } from "../ioi/subtasks.ts";
import { readTask } from "../ioi/task.ts";
import { readTaskParameters, type TaskParameters } from "../ioi/task-parameters.ts";
import { readTests, testcasesOf } from "../ioi/tests.ts";
import { writeIoiTests } from "./ioi-tests.ts";
import { idIn, type Row, type RowFormat, type RowPlace } from "./row-format.ts";
import { parseRow } from "./row-schema.ts";

const rowSchema = z.object({
  year: z.int(),
  id: shortName,
  name: z.string(),
  /** The statement alone, where the set has it beside the prompt that was made of it. */
  statement: z.string().nullish(),
  problem: z.string().nullish(),
  subtask: z.string().min(1),
  score: z.number().min(0),
  score_precision: scorePrecision,
  /** Seconds. */
  time_limit: z.number("expected a number of seconds").positive(),
  memory_limit: z.number("expected a number of bytes").positive(),
  task_type: z.enum(["Batch", "Communication"], "only tasks of the types Batch, Communication are judged here"),
  grader_files: z.array(z.tuple([z.string(), z.string().nullable()])),
  test_names: z.array(z.string()),
});

type IoiRow = z.infer<typeof rowSchema>;

/** What the set has beside the graders, from the task's `problem.json`. */
const CONFIG_PATH = "graders/grader_config.json";
const configSchema = z.looseObject({ task_type_params: z.unknown().optional() });

/** A row is a subtask; those of the same task make the problem, and a second file has its tests. */
export const openR1Ioi: RowFormat = {
  describe: "open-r1 ioi: year, id, name, problem, subtask, score, task_type, grader_files, test_names",
  recognises: (value) => "subtask" in value && "test_names" in value && "grader_files" in value,
  idsOf: (value) => {
    const ids = idIn(value, "id");
    return [...ids, ...ids.flatMap((id) => idIn(value, "year").map((year) => `${year}/${id}`))];
  },
  read: async (rows, place) => {
    const findings: PackageFindings = { errors: [], warnings: [] };
    const subtaskRows = rows.flatMap((row) => parseRow(row, rowSchema, findings) ?? []);
    reportDifferences(rows, findings);
    const [first] = subtaskRows;
    if (!first || findings.errors.length > 0) return { problem: undefined, ...findings };
    await writeFiles(subtaskRows, first, place, findings);
    if (findings.errors.length > 0) return { problem: undefined, ...findings };
    const files = await PackageFiles.list(place.folder);
    const problem = await readTaskOf(files, subtaskRows, first, findings);
    if (!problem || findings.errors.length > 0) return { problem: undefined, ...findings };
    const packageHash = sha256Of(...rows.map(({ sha256 }) => sha256), await files.hash());
    return { problem: { ...problem, packageHash }, ...findings };
  },
};

/** What all subtasks of a task have in common. */
function reportDifferences(rows: readonly [Row, ...Row[]], { errors }: PackageFindings): void {
  const [first, ...others] = rows;
  for (const { line, value } of others) {
    for (const key of ["year", "time_limit", "memory_limit", "task_type", "score_precision", "grader_files"]) {
      if (JSON.stringify(value[key]) !== JSON.stringify(first.value[key]))
        errors.push(
          `line ${line}: ${key}: not the same as in line ${first.line}, another subtask of ${first.value["id"]}`,
        );
    }
  }
}

async function writeFiles(
  rows: readonly IoiRow[],
  first: IoiRow,
  place: RowPlace,
  findings: PackageFindings,
): Promise<void> {
  const folder = new UnpackedFolder(place.folder, UNPACK_LIMITS, place.signal);
  for (const [name, content] of first.grader_files) {
    const path = content ? folder.claimFile(name) : undefined;
    if (path !== undefined) await folder.write(path, [Buffer.from(content ?? "")]);
  }
  const names = new Set(rows.flatMap(({ test_names }) => test_names));
  await writeIoiTests({ year: first.year, id: first.id, names }, folder, place, findings);
  findings.errors.push(...folder.errors);
}

async function readTaskOf(files: PackageFiles, rows: readonly IoiRow[], first: IoiRow, findings: PackageFindings) {
  const tests = await readTests(files, first.task_type === "Batch" || files.below("checker").length > 0, findings);
  const subtasks = rows.map(({ subtask, score, test_names }) => {
    return { id: subtask, maxScore: score, testcaseIds: [...new Set(test_names)] };
  });
  checkSubtasks(subtasks, [...tests.keys()], findings);
  const parameters = await readParameters(files, first, findings);
  const graders = {
    ...{ folders: ["graders"], submissionName: first.id },
    names: first.task_type === "Batch" ? ["grader"] : ["stub", "grader"],
    excluded: first.task_type === "Batch" ? [] : ["manager"],
  };
  const places = { graders, managerFolder: "graders", protocol: undefined };
  const reading = parameters && (await readTask(files, parameters, places, findings));
  findings.warnings.push("the data set has no submissions whose verdicts are known");
  return (
    reading?.task && {
      ...{ id: first.id, name: first.name, statement: (first.statement ?? first.problem ?? "").trim() },
      sampleInteractions: [],
      limits: limitsWith(first.memory_limit),
      timeLimit: { kind: "known" as const, ms: first.time_limit * 1000 },
      ...{ task: reading.task, support: reading.support, maxScore: totalScore(subtasks), subtasks },
      scoring: { kind: "subtasks" as const, aggregation: "sum" as const, precision: first.score_precision },
      testcases: testcasesOf(tests, sampleIdsOf(subtasks), reading.task),
      ...{ recipes: [], submissions: [], inputValidators: [] },
    }
  );
}

async function readParameters(
  files: PackageFiles,
  { task_type }: IoiRow,
  findings: PackageFindings,
): Promise<TaskParameters | undefined> {
  if (files.has(CONFIG_PATH)) {
    const config = await readJson(files, CONFIG_PATH, configSchema, findings);
    if (!config) return undefined;
    const named = Object.entries(config).filter(([key]) => key.startsWith("task_type_parameters_"));
    return readTaskParameters(task_type, config.task_type_params ?? Object.fromEntries(named), findings);
  }
  if (task_type === "Batch") {
    const hasGrader = files.paths.some((path) => /^graders\/grader\./.test(path));
    return readTaskParameters(
      task_type,
      { task_type_parameters_Batch_compilation: hasGrader ? "grader" : "alone" },
      findings,
    );
  }
  findings.errors.push(`grader_files: ${CONFIG_PATH}: missing: it says how many processes a Communication task has`);
  return undefined;
}
