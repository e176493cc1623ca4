import type { Expectation, ExpectedVerdict, Where } from "../../../domain/expectation.ts";
import type { JurySubmission } from "../../../domain/problem.ts";

export type Expected = Pick<JurySubmission, "expected" | "expectedScore" | "expectations" | "timeLimitBound">;

export interface FolderContext {
  readonly everywhere: Where;
  readonly isScoring: boolean;
  /** Whether groups are graded by their flags, so that the verdict is theirs. */
  readonly hasGroups: boolean;
  /** Whether a submission that is accepted may have less than all points. */
  readonly givesPoints: boolean;
  readonly maxScore: number;
}

const FAILURES: readonly ExpectedVerdict[] = ["WA", "TLE", "RTE", "MLE", "OLE"];
/** The format knows no verdict of its own for too much memory or output. */
export const CRASHES: readonly ExpectedVerdict[] = ["RTE", "MLE", "OLE"];

type FolderRule = (context: FolderContext) => Expected;

/** Folders of the legacy format, and those of DOMjudge beside them. */
const FOLDERS: ReadonlyMap<string, FolderRule> = new Map<string, FolderRule>([
  ["accepted", ({ givesPoints }) => ({ ...verdict(givesPoints ? ["AC", "PAC"] : ["AC"]), timeLimitBound: "lower" })],
  ["partially_accepted", ({ maxScore }) => verdict(maxScore === Infinity ? ["AC", "PAC"] : ["PAC"])],
  // Judging ends with the first failure, so what comes after a wrong answer is nobody's concern.
  ["wrong_answer", () => verdict(["WA"])],
  ["time_limit_exceeded", (context) => ({ ...somewhere(["TLE"], ["WA"], context), timeLimitBound: "upper" })],
  ["run_time_error", (context) => somewhere(CRASHES, ["WA", "TLE"], context)],
  ["runtime_exception", (context) => somewhere(CRASHES, ["WA", "TLE"], context)],
  ["memory_limit_exceeded", () => verdict(["MLE"])],
  ["output_limit_exceeded", () => verdict(["OLE"])],
  ["compile_error", () => verdict(["CE"])],
  ["compiler_error", () => verdict(["CE"])],
  ["rejected", () => verdict(FAILURES)],
]);

/** What the folder of a submission says; undefined where it says nothing. */
export function folderExpectation(folder: string, context: FolderContext): Expected | undefined {
  return FOLDERS.get(folder)?.(context);
}

export function verdict(verdicts: readonly ExpectedVerdict[]): Expected {
  return { expected: verdicts, expectedScore: undefined, expectations: [{ kind: "verdict", verdicts }] };
}

/**
 * At least one testcase ends so, though another failure may come before it; where groups are graded, theirs is the
 * verdict that counts.
 */
function somewhere(
  verdicts: readonly ExpectedVerdict[],
  before: readonly ExpectedVerdict[],
  { everywhere, hasGroups }: FolderContext,
): Expected {
  if (hasGroups) return verdict(verdicts);
  const expectations: Expectation[] = [
    { kind: "required", where: everywhere, verdicts },
    { kind: "verdict", verdicts: [...verdicts, ...before] },
  ];
  return { expected: verdicts, expectedScore: undefined, expectations };
}
