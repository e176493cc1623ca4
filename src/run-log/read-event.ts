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
const FIRST_KEY = '{"id":"';
const BORDERLINE = '"borderline":';
const WALL_MS = '"wallMs":';
const MOST_DIGITS = 15;
const [POINT, ZERO, NINE] = [0x2e, 0x30, 0x39];
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
  const lazy = Object.defineProperty({ ...judgement }, "testcases", {
    ...{ enumerable: true, configurable: true },
    get: () => parseTestcases(bodyAgain(), start),
  });
  // Only what begins with its id, as nothing within a text in JSON can, is found without parsing it.
  const isAsWritten = body.startsWith(FIRST_KEY, start + TESTCASES.length);
  inShort.set(lazy, isAsWritten ? summaryIn(body, start) : summary(parseTestcases(body, start)));
  return lazy;
}

function parseTestcases(body: string, start: number): TestcaseJudgement[] {
  return parseList(body.slice(start + TESTCASES.length - 1, 1 - END.length));
}

function parseList(text: string): TestcaseJudgement[] {
  return testcaseList.parse(JSON.parse(text));
}

/** In one pass over the text, that parses what is borderline alone. */
function summaryIn(body: string, start: number): RunsInShort {
  const borderline: TestcaseJudgement[] = [];
  let wallMs = 0;
  for (let at = body.indexOf(WALL_MS, start); at >= 0; at = body.indexOf(WALL_MS, at)) {
    wallMs += numberAt(body, at + WALL_MS.length);
    const flag = body.indexOf(BORDERLINE, at) + BORDERLINE.length;
    const isBorderline = body.startsWith("true}", flag);
    // A testcase that does not end with its flag is not as it is written here.
    if (!isBorderline && !body.startsWith("false}", flag)) return summary(parseTestcases(body, start));
    if (isBorderline) borderline.push(...parseList(`[${body.slice(body.lastIndexOf(FIRST_KEY, at), flag)}true}]`));
    at = flag;
  }
  return { wallMs, borderline };
}

/** One that is written out, without cutting it out of a text of hundreds of MB; others are parsed. */
function numberAt(text: string, start: number): number {
  let at = start;
  let digits = 0;
  let point = -1;
  for (; at < start + MOST_DIGITS; at++) {
    const code = text.charCodeAt(at);
    if (code === POINT && point < 0) point = at;
    else if (code >= ZERO && code <= NINE) digits = digits * 10 + code - ZERO;
    else break;
  }
  const end = text[at];
  if (end !== "," && end !== "}") return Number.parseFloat(text.slice(start, start + 25));
  // Both are whole and exact: the quotient is rounded once, as the number is when it is read.
  return point < 0 ? digits : digits / 10 ** (at - point - 1);
}

function summary(testcases: readonly TestcaseJudgement[]): RunsInShort {
  const wallMs = testcases.reduce((total, testcase) => total + testcase.wallMs, 0);
  return { wallMs, borderline: testcases.filter(({ borderline }) => borderline) };
}
