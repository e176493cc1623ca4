import { expect, test } from "vitest";
import { JudgeError } from "../../../src/domain/errors.ts";
import { EMPTY_FILE, type Testcase } from "../../../src/domain/problem.ts";
import { runTestcases } from "../../../src/judge/run-testcases.ts";
import { runAll } from "../../../src/judge/stop-rule.ts";
import { aTestcaseJudgement } from "../../support/judgements.ts";

const testcases = ["1", "2"].map((id): Testcase => ({ id, kind: "secret", input: EMPTY_FILE, answer: EMPTY_FILE }));

test("a failure of ours in a run that was sent ahead is thrown in its turn, and ends no process before", async () => {
  let finishFirst = () => {};
  const first = new Promise<void>((resolve) => {
    finishFirst = resolve;
  });
  const runner = {
    lookAhead: 2,
    run: async ({ id }: Testcase) => {
      if (id === "2") throw new JudgeError("the engine is gone");
      await first;
      return aTestcaseJudgement({ id });
    },
    cancel: async () => undefined,
  };
  const running = runTestcases(runner, { testcases, stop: runAll }, []);
  // Long enough for Node to tell of a rejection that nobody handles.
  await new Promise((resolve) => setTimeout(resolve, 20));
  finishFirst();
  await expect(running).rejects.toThrow("the engine is gone");
});
