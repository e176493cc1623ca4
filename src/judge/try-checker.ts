import type { Problem, Testcase } from "../domain/problem.ts";
import { sha256Of } from "../domain/sha256.ts";
import { openChecker } from "./open-checker.ts";
import type { JudgeDeps } from "./test-program.ts";

/** Outputs that are right for hardly any problem. */
const JUNK: ReadonlyMap<string, Uint8Array> = new Map([
  ["nothing", Buffer.alloc(0)],
  ["bytes by chance", Buffer.concat(Array.from({ length: 32 }, (_, n) => Buffer.from(sha256Of(`junk ${n}`), "hex")))],
  ["a line of a million letters", Buffer.from(`${"x".repeat(1_000_000)}\n`)],
]);

/** First, middle and last. */
const TRIED_TESTCASES = 3;

export interface CheckerTrial {
  readonly warnings: readonly string[];
  /** Whether it took all of the junk for right. */
  readonly acceptsAll: boolean;
}

/** Lets a package's checker judge junk, which a good one rejects at least on some testcase. */
export async function tryChecker(problem: Problem, deps: JudgeDeps): Promise<CheckerTrial> {
  const { task, limits } = problem;
  const checker = "checker" in task ? task.checker : undefined;
  if (checker?.kind !== "program" || task.kind === "communication") return { warnings: [], acceptsAll: false };
  const testcases = someOf(problem.testcases);
  return deps.sandbox.withSlot(async (slot) => {
    const open = await openChecker(slot, checker, limits, deps);
    const accepted: string[] = [];
    const failures: string[] = [];
    for (const [name, output] of JUNK) {
      let isRejected = false;
      for (const testcase of testcases) {
        const { verdict } = await open.check(testcase, [output]);
        if (verdict.kind === "failed") failures.push(`${name} on ${testcase.id}: ${verdict.message}`);
        if (verdict.kind === "failed" || verdict.check.score === 0 || verdict.nextPass) isRejected = true;
      }
      if (!isRejected) accepted.push(name);
    }
    return {
      warnings: warningsOf(checker.program.path, testcases, accepted, failures),
      acceptsAll: accepted.length === JUNK.size,
    };
  }, deps);
}

function warningsOf(
  path: string,
  testcases: readonly Testcase[],
  accepted: readonly string[],
  [failure, ...more]: readonly string[],
): string[] {
  const warnings: string[] = [];
  if (accepted.length > 0)
    warnings.push(
      `${path}: takes junk for right on each of ${testcases.map(({ id }) => id).join(", ")}: ${accepted.join(", ")}`,
    );
  if (failure !== undefined)
    warnings.push(
      `${path}: cannot judge junk, which submissions may print: ${failure}${more.length > 0 ? ` (and ${more.length} more)` : ""}`,
    );
  return warnings;
}

function someOf(testcases: readonly Testcase[]): readonly Testcase[] {
  if (testcases.length <= TRIED_TESTCASES) return testcases;
  const places = [0, Math.floor(testcases.length / 2), testcases.length - 1];
  return places.flatMap((place) => testcases[place] ?? []);
}
