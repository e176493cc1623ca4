import { z } from "zod";
import type { Judgement, TestcaseJudgement } from "../domain/judgement.ts";
import { testcaseJudgement } from "./event/judgement.ts";
import { type EventOf, eventSchema, type RunEvent } from "./event.ts";

/** What reports ask of all testcases together, without looking at each. */
export interface RunsInShort {
  readonly wallMs: number;
  readonly borderline: readonly TestcaseJudgement[];
}

const TESTCASES = ',"testcases":[';
const END = "]}}";
const WALL_MS = '"wallMs":';
const testcaseList = z.array(testcaseJudgement);
const inShort = new WeakMap<object, RunsInShort>();

/**
 * An event from its text; undefined where it is none. A judgement's testcases, nearly all of the text of a large run, are
 * parsed when somebody looks at them, each time anew: `bodyAgain` gives the text once more, so that it is not held.
 */
export function readEvent(body: string, bodyAgain: () => string): RunEvent | undefined {
  // Within a text in JSON quotation marks are escaped: where these marks stand there is a list of testcases.
  const start = body.indexOf(TESTCASES);
  if (start < 0 || !body.endsWith(END)) return eventSchema.safeParse(JSON.parse(body)).data;
  const event = eventSchema.safeParse(JSON.parse(body.slice(0, start + TESTCASES.length) + END)).data;
  // Testcases that are not the last thing in it are read with the rest.
  if (event?.type !== "submission-judged" && event?.type !== "candidate-judged")
    return eventSchema.safeParse(JSON.parse(body)).data;
  return { ...event, judgement: withTestcases(event.judgement, { body, start, bodyAgain }) };
}

/** The sums over a judgement's testcases, for one that was read without parsing them. */
export function runsInShort(judgement: Judgement): RunsInShort {
  return inShort.get(judgement) ?? summary(judgement.testcases);
}

function withTestcases(
  judgement: EventOf<"candidate-judged">["judgement"],
  { body, start, bodyAgain }: { readonly body: string; readonly start: number; readonly bodyAgain: () => string },
) {
  const parse = (text: string) =>
    testcaseList.parse(JSON.parse(text.slice(start + TESTCASES.length - 1, 1 - END.length)));
  const lazy = Object.defineProperty({ ...judgement }, "testcases", {
    ...{ enumerable: true, configurable: true },
    get: () => parse(bodyAgain()),
  });
  const hasBorderline = body.includes('"borderline":true', start);
  inShort.set(lazy, hasBorderline ? summary(parse(body)) : { wallMs: wallMsIn(body, start), borderline: [] });
  return lazy;
}

function summary(testcases: readonly TestcaseJudgement[]): RunsInShort {
  const wallMs = testcases.reduce((total, testcase) => total + testcase.wallMs, 0);
  return { wallMs, borderline: testcases.filter(({ borderline }) => borderline) };
}

function wallMsIn(body: string, start: number): number {
  let total = 0;
  for (let at = body.indexOf(WALL_MS, start); at >= 0; at = body.indexOf(WALL_MS, at)) {
    at += WALL_MS.length;
    total += Number.parseFloat(body.slice(at, at + 25));
  }
  return total;
}
