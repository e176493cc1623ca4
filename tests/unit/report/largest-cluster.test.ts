import { expect, test } from "vitest";
import { foldRun } from "../../../src/report/fold-run.ts";
import { renderJson } from "../../../src/report/render-json.ts";
import { renderText } from "../../../src/report/render-text.ts";
import { viewRun } from "../../../src/report/run-view.ts";
import type { RunEvent } from "../../../src/run-log/event.ts";
import { aJudgement } from "../../support/judgements.ts";
import {
  candidateExtracted,
  candidateOf,
  candidateTested,
  logged,
  modelAnswered,
  PROBLEM,
  runStarted,
} from "../../support/run-events.ts";
import { truth } from "../../support/run-stories.ts";

/** Three programs that print the same and one that does not, with what each is worth. */
function shown(scores: readonly (number | undefined)[], more: readonly RunEvent[] = []) {
  const view = viewRun(
    foldRun(
      logged([
        runStarted(),
        ...["same", "same", "same", "other"].flatMap((output, sample) => [
          ...[modelAnswered(sample), candidateExtracted(sample), candidateTested(sample, "passes")],
          signature(sample, output),
        ]),
        ...more,
        ...scores.flatMap((score, sample) => (score === undefined ? [] : [truth(sample, aJudgement(score))])),
      ]),
    ),
  );
  if (!view) throw new Error("no view");
  const line = /^ *largest cluster +(.*)$/m.exec(renderText(view))?.[1];
  return { line, json: JSON.parse(renderJson(view, "a.sqlite")).problems[0].largestCluster };
}

function signature(sample: number, output: string): RunEvent {
  return {
    ...{ type: "signature-taken", problem: PROBLEM, candidate: candidateOf(sample), cpuMs: 1 },
    outputs: [output, "TLE"],
  };
}

test("a largest cluster that is wrong is said to be, and that a right program is outside it", () => {
  const { line, json } = shown([0, 0, 0, 100]);
  expect(line).toBe("3 of 4 programs, wrong; 1 outside it right");
  expect(json).toEqual({ size: 3, of: 4, right: 0, bestScore: 0, rightElsewhere: 1 });
});

test("one that gets some points is wrong all the same", () => {
  expect(shown([0, 30, 30, 0]).line).toBe("3 of 4 programs, wrong (at best 30 of 100); 0 outside it right");
});

test("one that is right is said to be, and how much of it where its members differ", () => {
  expect(shown([100, 100, 100, 0]).line).toBe("3 of 4 programs, right");
  expect(shown([100, 0, 100, 0]).line).toBe("3 of 4 programs, 2 of them right");
});

test("while the truth of a member is not known nothing is said of it", () => {
  const { line, json } = shown([0, undefined, 0, 100]);
  expect(line).toBe("3 of 4 programs, truth unknown");
  expect(json).toMatchObject({ right: null, bestScore: null, rightElsewhere: 1 });
});

test("programs whose outputs a checker found right by each other's are one cluster", () => {
  const check = (candidate: number, against: number): RunEvent => ({
    ...{ type: "outputs-cross-checked", problem: PROBLEM, accepts: true },
    ...{ candidate: candidateOf(candidate), against: candidateOf(against) },
  });
  expect(shown([0, 0, 0, 0], [check(0, 3), check(3, 0)]).line).toBe("4 of 4 programs, wrong; 0 outside it right");
  expect(shown([0, 0, 0, 0], [check(0, 3)]).line).toBe("3 of 4 programs, wrong; 0 outside it right");
});
