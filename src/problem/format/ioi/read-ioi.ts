import { z } from "zod";
import type { PackagedProblem } from "../../../domain/problem.ts";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings, PackageReading } from "../../package-reading.ts";
import { readJson } from "../../read-json.ts";
import { filesIn } from "./folder.ts";
import { readInputValidators, withValidatorRuns } from "./input-validators.ts";
import { checkerProtocol, limitsWith, scorePrecision, shortName } from "./problem-json.ts";
import { readSolutions } from "./solutions.ts";
import { readStatement } from "./statement.ts";
import { readSubtasks, sampleIdsOf, totalScore } from "./subtasks.ts";
import { readTask, type TaskPlaces } from "./task.ts";
import { readTaskParameters, TASK_TYPES, type TaskParameters } from "./task-parameters.ts";
import { readTests, testcasesOf } from "./tests.ts";

const problemJson = z.looseObject({
  code: shortName,
  name: z.string(),
  /** Seconds. */
  time_limit: z.number("expected a number of seconds").positive(),
  /** Bytes. */
  memory_limit: z.int("expected a number of bytes").positive(),
  score_precision: scorePrecision,
  task_type: z.enum(TASK_TYPES, `only tasks of the types ${TASK_TYPES.join(", ")} are judged here`),
  task_type_params: z.unknown().optional(),
  checker_protocol: checkerProtocol,
});

type ProblemJson = z.infer<typeof problemJson>;

export function isIoiPackage(files: PackageFiles): boolean {
  if (!files.has("problem.json")) return false;
  const hasSubtasks = filesIn(files, "subtasks").some((path) => path.endsWith(".json"));
  return hasSubtasks || (!files.has("subtasks.json") && files.below("tests").length > 0);
}

/** Reads an IOI task as it is exported for CMS. */
export async function readIoiPackage(files: PackageFiles): Promise<PackageReading> {
  const findings: PackageFindings = files.findings(isOfConcern);
  const json = await readJson(files, "problem.json", problemJson, findings);
  const parameters = json && readTaskParameters(json.task_type, json.task_type_params, findings);
  const needsAnswers = json?.task_type !== "Communication" || files.below("checker").length > 0;
  const tests = await readTests(files, needsAnswers, findings);
  if (tests.size === 0) findings.errors.push("tests/: no testcases, expected tests/<testcase>.in and .out");
  const subtasks = await readSubtasks(files, [...tests.keys()], findings);
  const reading =
    json && parameters && (await readTask(files, parameters, placesOf(files, json, parameters), findings));
  const testcases = testcasesOf(tests, sampleIdsOf(subtasks), reading?.task);
  const submissions = await readSolutions(
    files,
    { subtasks, testcases, precision: json?.score_precision ?? 0, takesAnswers: json?.task_type === "OutputOnly" },
    findings,
  );
  const inputValidators = await readInputValidators(files, findings);
  const statement = await readStatement(files, "statements", findings);
  if (findings.errors.length > 0 || !json || !reading?.task) return { problem: undefined, ...findings };
  const problem: PackagedProblem = {
    ...{ id: json.code, name: json.name, statement, sampleInteractions: [] },
    limits: limitsWith(json.memory_limit),
    timeLimit: { kind: "known", ms: json.time_limit * 1000 },
    ...{ task: reading.task, support: reading.support },
    ...{ maxScore: totalScore(subtasks), subtasks },
    scoring: { kind: "subtasks", aggregation: "sum", precision: json.score_precision },
    testcases: withValidatorRuns(testcases, subtasks, inputValidators),
    ...{ recipes: [], submissions, inputValidators },
    packageHash: await files.hash(),
  };
  return { problem, ...findings };
}

function isOfConcern(path: string): boolean {
  return /^(checker|graders|solutions|subtasks|tests|validators)(\/|$)/.test(path);
}

/** CMS compiles two-step tasks with a `manager`, which takes both parts of a submission under their own names. */
function placesOf(files: PackageFiles, json: ProblemJson, { type }: TaskParameters): TaskPlaces {
  const isCalledManager = type === "TwoSteps" && filesIn(files, "graders").some((path) => path.includes("/manager."));
  const names = type === "Communication" ? ["stub", "grader"] : [isCalledManager ? "manager" : "grader"];
  return {
    graders: {
      ...{ folders: ["graders"], names },
      excluded: type === "Communication" ? ["manager"] : [],
      submissionName: isCalledManager ? undefined : json.code,
    },
    managerFolder: "graders",
    protocol: json.checker_protocol,
  };
}
