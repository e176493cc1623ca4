import type { Problem, Testcase } from "../domain/problem.ts";
import { sha256Of } from "../domain/sha256.ts";
import { openChecker } from "./open-checker.ts";
import type { JudgeDeps } from "./test-program.ts";

/** Outputs that are right for hardly any problem. */
const JUNK: ReadonlyMap<string, Uint8Array> = new Map([
  ["an empty output", Buffer.alloc(0)],
  ["random bytes", Buffer.concat(Array.from({ length: 32 }, (_, n) => Buffer.from(sha256Of(`junk ${n}`), "hex")))],
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
  const { path } = checker.program;
  return deps.sandbox.withSlot(async (slot) => {
    const open = await openChecker(slot, checker, limits, deps);
    const accepted: string[] = [];
    for (const [name, output] of JUNK) {
      let isRejected = false;
      for (const testcase of testcases) {
        const { verdict } = await open.check(testcase, [output]);
        // One that hangs on junk would do so again and again.
        if (verdict.kind === "failed")
          return cannotJudge(`${path}: cannot judge ${name} on ${testcase.id}`, verdict.message);
        isRejected ||= verdict.check.score === 0 || verdict.nextPass === true;
      }
      if (!isRejected) accepted.push(name);
    }
    const ids = testcases.map(({ id }) => id).join(", ");
    const warnings =
      accepted.length > 0 ? [`${path}: takes junk for right on each of ${ids}: ${accepted.join(", ")}`] : [];
    return { warnings, acceptsAll: accepted.length === JUNK.size };
  }, deps);
}

function cannotJudge(what: string, message: string): CheckerTrial {
  return { warnings: [`${what}, which submissions may print: ${message}`], acceptsAll: false };
}

function someOf(testcases: readonly Testcase[]): readonly Testcase[] {
  if (testcases.length <= TRIED_TESTCASES) return testcases;
  const places = [0, Math.floor(testcases.length / 2), testcases.length - 1];
  return places.flatMap((place) => testcases[place] ?? []);
}
