import type { PackagedProblem } from "../../../domain/problem.ts";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings, PackageReading } from "../../package-reading.ts";
import { readJson } from "../../read-json.ts";
import { limitsWith } from "../ioi/problem-json.ts";
import { readStatement } from "../ioi/statement.ts";
import { sampleIdsOf, subtaskIdsByTestcase, totalScore } from "../ioi/subtasks.ts";
import { readTask, type TaskPlaces } from "../ioi/task.ts";
import { kindOf, testcasesOf } from "../ioi/tests.ts";
import { graderFolders, type ProblemJson, problemJson, taskParametersOf } from "./problem-json.ts";
import { recipesOf } from "./recipes.ts";
import { readSolutions } from "./solutions-json.ts";
import { readSubtasksJson, type SubtasksJson, subtasksOf } from "./subtasks-json.ts";
import { checkTestSuite, readTestSuite } from "./test-suite.ts";
import { readValidation } from "./validators.ts";

export function isTpsPackage(files: PackageFiles): boolean {
  return files.has("problem.json") && files.has("subtasks.json");
}

/** Reads a task as it is developed in TPS, with its tests or with what TPS would make them by. */
export async function readTpsPackage(files: PackageFiles): Promise<PackageReading> {
  const findings: PackageFindings = files.findings(isOfConcern);
  const json = await readJson(files, "problem.json", problemJson, findings);
  const subtasksJson = await readSubtasksJson(files, findings);
  const problem = json && subtasksJson && (await readParts(files, json, subtasksJson, findings));
  return { problem: findings.errors.length > 0 ? undefined : problem, ...findings };
}

/** What TPS's own tools link to is not used, and of testlib.h it is said where it is missing. */
function isOfConcern(path: string): boolean {
  return /^(checker|gen|grader|solution|tests|validator)(\/|$)/.test(path) && !/\/(Makefile|testlib\.h)$/.test(path);
}

async function readParts(
  files: PackageFiles,
  json: ProblemJson,
  subtasksJson: SubtasksJson,
  findings: PackageFindings,
): Promise<PackagedProblem | undefined> {
  const parameters = await taskParametersOf(files, json, findings);
  const takesAnswers = json.type === "OutputOnly";
  const needsAnswers = json.type !== "Communication" || parameters.hasChecker === true;
  const suite = await readTestSuite(files, { isOutputOnly: takesAnswers, answers: needsAnswers }, findings);
  const subtasks = subtasksOf(subtasksJson, suite.testcaseIdsBySubtask, findings);
  checkTestSuite(suite, subtasks, findings);
  const { task, support } = await readTask(files, parameters, placesOf(files, json), findings);
  const sampleIds = sampleIdsOf(subtasks);
  const testcases = suite.ids.map((id) => ({ id, kind: kindOf(id, sampleIds) }));
  const solutions = await readSolutions(files, { takesAnswers, testcases, subtasks }, findings);
  const validation = await readValidation(files, subtasksJson, findings);
  const recipes = await recipesOf(
    files,
    suite,
    { solution: needsAnswers ? solutions.model : undefined, sampleIds, validation, task },
    findings,
  );
  const subtaskIdsOf = subtaskIdsByTestcase(suite.testcaseIdsBySubtask);
  const statement = await readStatement(files, "statement", findings);
  return (
    task && {
      ...{ id: json.name, name: json.title, statement, sampleInteractions: [] },
      limits: limitsWith(json.memory_limit * 1024 * 1024),
      timeLimit: { kind: "known", ms: json.time_limit * 1000 },
      ...{ task, support, maxScore: totalScore(subtasks), subtasks },
      scoring: { kind: "subtasks", aggregation: "sum", precision: json.score_precision },
      testcases: testcasesOf(suite.files, sampleIds, task).map((testcase) => ({
        ...testcase,
        validatorRuns: validation.runsFor(subtaskIdsOf.get(testcase.id) ?? []),
      })),
      ...{ recipes, submissions: solutions.submissions, inputValidators: validation.validators },
      packageHash: await files.hash(),
    }
  );
}

function placesOf(files: PackageFiles, json: ProblemJson): TaskPlaces {
  return {
    graders: {
      ...{ folders: graderFolders(files), names: [json.grader_name] },
      ...{ excluded: [], submissionName: json.name },
    },
    managerFolder: "grader",
    protocol: json.checker_protocol,
  };
}
