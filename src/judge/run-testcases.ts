import type { TestcaseJudgement } from "../domain/judgement.ts";
import type { Testcase } from "../domain/problem.ts";
import type { StopRule } from "./stop-rule.ts";
import type { TaskRunner } from "./task/task-runner.ts";

export interface TestRequest {
  readonly testcases: readonly Testcase[];
  readonly stop: StopRule;
}

interface UnderWay {
  readonly testcase: Testcase;
  readonly judgement: Promise<TestcaseJudgement | undefined>;
}

/**
 * Runs the testcases that are not judged yet. They are sent ahead; when a failure makes some of them pointless, all are
 * taken back and the others are sent again.
 */
export async function runTestcases(
  runner: TaskRunner,
  request: TestRequest,
  before: readonly TestcaseJudgement[],
): Promise<TestcaseJudgement[]> {
  const judged = [...before];
  const known = new Set(before.map(({ id }) => id));
  let waiting = request.testcases.filter(({ id }) => !known.has(id));
  let underWay: UnderWay[] = [];
  try {
    for (;;) {
      for (const testcase of waiting.splice(0, runner.lookAhead - underWay.length)) {
        const judgement = runner.run(testcase);
        // Until its turn comes to be waited for, its failure must not count as one that nobody sees.
        judgement.catch(() => undefined);
        underWay.push({ testcase, judgement });
      }
      const first = underWay[0];
      if (!first) return judged.slice(before.length);
      const judgement = await first.judgement;
      underWay.shift();
      if (!judgement) throw new Error("a run was cancelled that nobody cancelled");
      judged.push(judgement);
      if (judgement.verdict === "AC") continue;
      const maySkip = request.stop(judged);
      if (underWay.some(({ testcase }) => maySkip(testcase.id))) {
        const sent = underWay;
        underWay = [];
        const cancelled = await takeBack(runner, sent, judged);
        waiting = [...cancelled, ...waiting];
      }
      waiting = waiting.filter(({ id }) => !maySkip(id));
    }
  } finally {
    if (underWay.length > 0) await Promise.allSettled([runner.cancel(), ...underWay.map(({ judgement }) => judgement)]);
  }
}

/** Cancels what was sent ahead. What had ended by then is kept, the rest comes back. */
async function takeBack(
  runner: TaskRunner,
  sent: readonly UnderWay[],
  judged: TestcaseJudgement[],
): Promise<Testcase[]> {
  const [, ...ended] = await Promise.all([runner.cancel(), ...sent.map(({ judgement }) => judgement)]);
  const cancelled: Testcase[] = [];
  for (const [index, { testcase }] of sent.entries()) {
    const judgement = ended[index];
    if (judgement) judged.push(judgement);
    else cancelled.push(testcase);
  }
  return cancelled;
}
