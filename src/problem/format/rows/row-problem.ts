import type { Comparison } from "../../../domain/comparison.ts";
import type { JurySubmission, PackagedProblem, Testcase } from "../../../domain/problem.ts";
import { sha256Of } from "../../../domain/sha256.ts";
import { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { UNPACK_LIMITS } from "../../source/unpack-limits.ts";
import { UnpackedFolder } from "../../source/unpacked-folder.ts";
import type { Row, RowPlace } from "./row-format.ts";

const MIB = 1024 * 1024;
const SOLVED_SCORE = 100;

/** What data sets leave to the judge. */
const LIMITS = {
  outputLimitBytes: 64 * MIB,
  codeLimitBytes: 128 * 1024,
  compileTimeLimitMs: 60_000,
  compileMemoryLimitBytes: 2048 * MIB,
  validationTimeLimitMs: 60_000,
  validationMemoryLimitBytes: 2048 * MIB,
  validationOutputLimitBytes: 8 * MIB,
};

/** Tokens must be the same, however much white space is between them. */
export const SAME_TOKENS: Comparison = {
  caseSensitive: true,
  spaceSensitive: false,
  absoluteTolerance: undefined,
  relativeTolerance: undefined,
};

export interface RowTest {
  readonly id: string;
  readonly kind: Testcase["kind"];
  readonly input: string;
  readonly answer: string;
}

export interface RowProblem {
  readonly id: string;
  readonly name: string;
  readonly statement: string;
  readonly timeLimitMs: number;
  readonly memoryLimitBytes: number;
  readonly comparison: Comparison;
  readonly submissions: readonly JurySubmission[];
  readonly testcases: readonly Testcase[];
}

/** A problem that is solved or not. */
export function passFailProblem(row: Row, parts: RowProblem): PackagedProblem {
  const { id, name, statement, submissions, testcases, comparison } = parts;
  return {
    ...{ id: idOf(id), name, statement, sampleInteractions: [] },
    limits: { ...LIMITS, memoryLimitBytes: parts.memoryLimitBytes },
    timeLimit: { kind: "known", ms: parts.timeLimitMs },
    task: { kind: "batch", checker: { kind: "default", comparison }, passes: 1 },
    support: { isRequired: false, byLanguage: new Map() },
    maxScore: SOLVED_SCORE,
    testcases,
    subtasks: [
      { id: "all", maxScore: SOLVED_SCORE, testcaseIds: testcases.map((testcase) => testcase.id), aggregation: "all" },
    ],
    scoring: { kind: "subtasks", aggregation: "sum", precision: undefined },
    ...{ submissions, inputValidators: [], recipes: [] },
    packageHash: sha256Of(row.sha256),
  };
}

/** Puts the tests of a row into its folder; names of files are ours, not the row's. */
export async function writeTests(
  tests: readonly RowTest[],
  { folder, signal }: RowPlace,
  findings: PackageFindings,
): Promise<Testcase[]> {
  const unpacked = new UnpackedFolder(folder, UNPACK_LIMITS, signal);
  for (const { id, input, answer } of tests) {
    for (const [name, text] of Object.entries({ [`tests/${id}.in`]: input, [`tests/${id}.ans`]: answer })) {
      const path = unpacked.claimFile(name);
      if (path !== undefined) await unpacked.write(path, [Buffer.from(text)]);
    }
  }
  findings.errors.push(...unpacked.errors);
  if (unpacked.errors.length > 0) return [];
  const files = await PackageFiles.list(folder);
  const testcases: Testcase[] = [];
  for (const { id, kind } of tests) {
    const [input, answer] = [await files.data(`tests/${id}.in`), await files.data(`tests/${id}.ans`)];
    testcases.push({ id, kind, input, answer });
  }
  reportRepeated(testcases, findings);
  return testcases;
}

function reportRepeated(testcases: readonly Testcase[], { warnings }: PackageFindings): void {
  const inputs = new Set(testcases.map(({ input }) => input.sha256));
  const repeated = testcases.length - inputs.size;
  if (repeated > 0) warnings.push(`${repeated} of ${testcases.length} testcases have the same input as another`);
}

/** Ids stand in names of files and in tables. */
function idOf(id: string): string {
  return id.replace(/[^\w.-]+/g, "-").slice(0, 80) || "row";
}
