import { describe, expect, test } from "vitest";
import type { EventOf } from "../../../src/run-log/event.ts";
import { eventSchema } from "../../../src/run-log/event.ts";
import { readEvent, runsInShort } from "../../../src/run-log/read-event.ts";
import { aJudgement, aTestcaseJudgement } from "../../support/judgements.ts";
import { modelAnswered, runStarted } from "../../support/run-events.ts";
import { truth } from "../../support/run-stories.ts";

const TRICKY = 'says ,"testcases":[ and "wallMs":7 and "borderline":true]}}';

function judgedWith(testcases: EventOf<"candidate-judged">["judgement"]["testcases"]) {
  const judgement = { ...aJudgement(30), testcases };
  return truth(0, { ...judgement, compile: { ...judgement.compile, log: TRICKY } });
}

const EVENTS = [
  runStarted(),
  modelAnswered(0),
  judgedWith([]),
  judgedWith([1, 2.5, 1e-7].map((wallMs) => aTestcaseJudgement({ wallMs, message: TRICKY }))),
  // Each by itself: in a sum the last digits are lost.
  ...[0, 0.001, 0.1, 123456789.125, 12345678901234568, 1e21, 909.2974268256817, 958.9242746631385].map((wallMs) =>
    judgedWith([aTestcaseJudgement({ wallMs })]),
  ),
  judgedWith([aTestcaseJudgement({ wallMs: 3 }), aTestcaseJudgement({ id: "secret/2", wallMs: 4, borderline: true })]),
  judgedWith([true, false, true].map((borderline) => aTestcaseJudgement({ wallMs: 3, borderline, message: TRICKY }))),
  judgedWith([{ ...aTestcaseJudgement({ borderline: true }), id: "secret/9" }, inAnotherOrder()]),
  { type: "submission-judged", problem: "adding", number: 1, judgement: aJudgement(100) },
] as const;

function inAnotherOrder() {
  const { id, borderline, ...rest } = aTestcaseJudgement({ wallMs: 9 });
  return { borderline: true, ...rest, id };
}

describe("an event that was read", () => {
  test.each(EVENTS.map((event) => [event.type, JSON.stringify(event)] as const))(
    "%s is what was written",
    (_, body) => {
      const event = readEvent(body, () => body);
      expect(event).toEqual(eventSchema.parse(JSON.parse(body)));
      expect(JSON.parse(JSON.stringify(event))).toEqual(JSON.parse(body));
    },
  );

  test("with its testcases before the rest is read, too", () => {
    const { testcases, subtasks, ...rest } = aJudgement(30);
    const event = truth(0, { testcases, ...rest, subtasks });
    const body = JSON.stringify(event);
    expect(readEvent(body, () => body)).toEqual(eventSchema.parse(JSON.parse(body)));
  });

  test("sums over testcases are known without parsing them", () => {
    for (const event of EVENTS) {
      if (!("judgement" in event)) continue;
      const body = JSON.stringify(event);
      const read = readEvent(body, () => {
        throw new Error("the text was asked for again");
      });
      if (read?.type !== "candidate-judged" && read?.type !== "submission-judged") throw new Error("no judgement");
      const known = runsInShort(read.judgement);
      const whole = runsInShort(event.judgement);
      expect(known.wallMs).toBe(whole.wallMs);
      expect(known.borderline).toEqual(whole.borderline);
    }
  });

  test.each([
    ["of no known type", '{"type":"sun-risen"}'],
    ["without what it has to have", '{"type":"submission-judged","problem":"a"}'],
    [
      "with a judgement that is none",
      '{"type":"candidate-judged","problem":"a","candidate":"c0001","judgement":{"testcases":[]}}',
    ],
  ])("%s is none", (_, body) => {
    expect(readEvent(body, () => body)).toBeUndefined();
  });

  test("testcases at a place of their own do no harm", () => {
    const body = '{"type":"run-finished","x":{"y":1,"testcases":[]}}';
    expect(readEvent(body, () => body)).toEqual({ type: "run-finished" });
  });

  test("testcases that are none are refused when somebody looks", () => {
    const body = JSON.stringify(judgedWith([aTestcaseJudgement()])).replace('"cpuMs":12', '"cpuMs":"12"');
    const event = readEvent(body, () => body);
    expect(() => event?.type === "candidate-judged" && event.judgement.testcases).toThrow("expected number");
  });
});
