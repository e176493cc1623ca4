import { basename } from "node:path";
import type { PackagedProblem } from "../../../domain/problem.ts";
import type { Task } from "../../../domain/task.ts";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings, PackageReading } from "../../package-reading.ts";
import { at, DESCRIPTOR_PATH, type Descriptor, parseDescriptor } from "./descriptor.ts";
import { placesOf } from "./expectations.ts";
import type { PolygonPackage } from "./polygon-package.ts";
import { orFinding } from "./read-source.ts";
import { checkGroups, readScoring } from "./scoring.ts";
import { readSolutions } from "./solutions.ts";
import { readStatement } from "./statement.ts";
import { readRunTimeFiles, readSupportCode } from "./support-code.ts";
import { asksForGroup, checkerOf, givesPoints, readTask, readValidators } from "./task.ts";
import { groupArgs, numberTests, readTests, type TestPlan } from "./tests.ts";

const KIB = 1024;
const MIB = 1024 * KIB;

/** What the format leaves to the judge: as on Codeforces. */
const LIMITS = {
  outputLimitBytes: 64 * MIB,
  codeLimitBytes: 64 * KIB,
  compileTimeLimitMs: 60_000,
  compileMemoryLimitBytes: 2048 * MIB,
  validationTimeLimitMs: 60_000,
  validationMemoryLimitBytes: 2048 * MIB,
  // Generators print inputs.
  validationOutputLimitBytes: 64 * MIB,
};

export function isPolygonPackage(files: PackageFiles): boolean {
  return files.has(DESCRIPTOR_PATH);
}

/** Reads a package of Polygon (Codeforces), with its tests or with what makes them. Of several test sets `tests` is judged, else the first. */
export async function readPolygonPackage(files: PackageFiles): Promise<PackageReading> {
  const findings: PackageFindings = files.findings(isOfConcern);
  const xml = await orFinding(findings.errors, () => files.text(DESCRIPTOR_PATH));
  const descriptor = xml === undefined ? undefined : parseDescriptor(xml, findings);
  const testset = descriptor && chooseTestset(descriptor, findings);
  if (!descriptor || !testset) return { problem: undefined, ...findings };
  const problem = await readProblem({ files, findings, descriptor, testset });
  return { problem: findings.errors.length > 0 ? undefined : problem, ...findings };
}

function chooseTestset(
  { judging }: Descriptor,
  { warnings }: PackageFindings,
): Descriptor["judging"]["testset"][number] | undefined {
  const testsets = judging.testset;
  const chosen = testsets.find(({ name }) => name === "tests") ?? testsets[0];
  for (const testset of testsets) {
    if (testset !== chosen)
      warnings.push(
        `${at(testset)}: testset ${testset.name}: its ${testset.tests.length} tests are not judged, only those of ${chosen?.name}`,
      );
  }
  return chosen;
}

/** Whatever the descriptor may name; statements are not judged by. */
function isOfConcern(path: string): boolean {
  return !/^(statements?|statement-sections)\//.test(path);
}

async function readProblem(pkg: PolygonPackage): Promise<PackagedProblem | undefined> {
  const { descriptor, testset, files } = pkg;
  const numbered = numberTests(pkg);
  checkGroups(pkg, numbered);
  const task = await readTask(pkg);
  const checker = task && checkerOf(task);
  const scoring = readScoring(pkg, numbered, checker !== undefined && givesPoints(checker));
  const inputValidators = await readValidators(pkg);
  const submissions = await readSolutions(pkg, placesOf(pkg, numbered, scoring.subtasks));
  const support = await readSupportCode(pkg);
  const runTimeFiles = await readRunTimeFiles(pkg);
  const isAskedForGroup = checker !== undefined && asksForGroup(checker);
  const tests = await readTests(pkg, numbered, {
    ...answerMaker(pkg, task, submissions),
    detailsOf: (test) => {
      const maxPoints = scoring.maxPoints.get(test.id);
      return {
        ...(maxPoints !== undefined && { maxPoints }),
        ...(isAskedForGroup && { checkerArgs: groupArgs(pkg, test) }),
        ...(runTimeFiles.length > 0 && { files: runTimeFiles }),
      };
    },
  });
  const { statement, title, sampleInteractions } = await readStatement(pkg, task?.kind === "interactive");
  if (!task) return undefined;
  const id = descriptor["short-name"] || basename(files.folder);
  return {
    ...{ id, name: title ?? id, statement, sampleInteractions, task, support, submissions, inputValidators, ...tests },
    limits: { ...LIMITS, memoryLimitBytes: testset["memory-limit"] },
    timeLimit: { kind: "known", ms: testset["time-limit"] },
    subtasks: scoring.subtasks,
    maxScore: scoring.subtasks.reduce((sum, { maxScore }) => sum + maxScore, 0),
    scoring: { kind: "subtasks", aggregation: "sum", precision: undefined },
    packageHash: await files.hash(),
  };
}

/** The main solution makes the answers that are missing. */
function answerMaker(
  { descriptor }: PolygonPackage,
  task: Task | undefined,
  submissions: PackagedProblem["submissions"],
): Pick<TestPlan, "solution" | "whyNoSolution"> {
  if (task?.kind === "interactive")
    return { solution: undefined, whyNoSolution: "answers of an interactive problem are made with its interactor" };
  const path = descriptor.assets.solutions.find(({ tag }) => tag === "main")?.source.path;
  const main = submissions.find((submission) => submission.path === path);
  if (!main || !("language" in main.content))
    return { solution: undefined, whyNoSolution: "there is no main solution that is run here" };
  return { solution: { ...main.content, path: main.path }, whyNoSolution: "" };
}
