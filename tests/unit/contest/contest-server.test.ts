import { describe, expect, test } from "vitest";
import { ContestClock } from "../../../src/contest/contest-clock.ts";
import { ContestServer, type ContestTerms } from "../../../src/contest/contest-server.ts";
import { RULES, RULES_NAMES } from "../../../src/contest/rules/index.ts";
import { JudgeError } from "../../../src/domain/errors.ts";
import { FEEDBACK_LEVELS } from "../../../src/domain/feedback.ts";
import type { Judgement } from "../../../src/domain/judgement.ts";
import { aJudgement, aTestcaseJudgement } from "../../support/judgements.ts";
import { MemoryLog } from "../../support/memory-log.ts";

const PROGRAM = { language: "cpp20", source: "int main() {}" } as const;
const SECRET = "secret/7-the-answer-is-42";

describe("the limit of submissions", () => {
  test.each([1, 10, 50, 10_000])("%d are taken, the next is refused and not judged", async (submissionLimit) => {
    const earlier = Math.max(0, submissionLimit - 10);
    const contest = aContest({ submissionLimit }, { made: earlier, lastAtMs: undefined });
    const left = Array.from({ length: submissionLimit - earlier }, (_, index) => earlier + index + 1);
    for (const number of left) expect((await contest.submit(`c${10_000 + number}`)).kind).toBe("judged");
    const reply = await contest.submit("c0001");
    expect(reply).toMatchObject({ kind: "refused", because: { kind: "limit-reached" } });
    expect(contest.judged).toHaveLength(left.length);
    expect(contest.log.of("submission-made").map(({ number }) => number)).toEqual(left);
    expect(contest.log.of("submission-refused")).toEqual([
      expect.objectContaining({ candidate: "c0001", reason: `the limit of ${submissionLimit} submissions is reached` }),
    ]);
  });

  test("those of an earlier part of the run count", async () => {
    const contest = aContest({ submissionLimit: 3 }, { made: 2, lastAtMs: 0 });
    expect((await contest.submit("c0001")).kind).toBe("judged");
    expect(contest.log.of("submission-made")[0]?.number).toBe(3);
    expect((await contest.submit("c0002")).kind).toBe("refused");
  });

  test.each(RULES_NAMES)("%s has one, and says what it tells", (name) => {
    expect(RULES[name].submissionLimit).toBeGreaterThan(0);
    expect(FEEDBACK_LEVELS).toContain(RULES[name].feedback);
  });
});

test("what a strategy says of candidates that it left out is in the log, where it says something", async () => {
  const contest = aContest({});
  const leftOut = { subtask: "full", count: 3 };
  await contest.server.submit({ candidate: "c0001", program: PROGRAM, why: "because", subtask: "full", leftOut });
  await contest.submit("c0002");
  const [first, second] = contest.log.of("submission-made");
  expect(first).toMatchObject({ candidate: "c0001", why: "because", subtask: "full", leftOut });
  expect(second).not.toHaveProperty("leftOut");
  expect(second).not.toHaveProperty("subtask");
});

describe("the interval between submissions", () => {
  test("one that is too early is told when it may come again, counts for nothing, and is taken then", async () => {
    const contest = aContest({ minIntervalMs: 60_000, submissionLimit: 2 });
    await contest.submit("c0001");
    contest.pass(59_999);
    const early = await contest.submit("c0002");
    expect(early).toMatchObject({ kind: "refused", because: { kind: "too-early", fromMs: 60_000 } });
    contest.clock.skipTo(60_000);
    expect((await contest.submit("c0002")).kind).toBe("judged");
    expect(contest.log.of("submission-made").map(({ atMs }) => atMs)).toEqual([0, 60_000]);
    expect(contest.log.of("submission-refused").map(({ atMs }) => atMs)).toEqual([59_999]);
  });

  test("a refused submission does not begin it anew", async () => {
    const contest = aContest({ minIntervalMs: 1000 });
    await contest.submit("c0001");
    contest.pass(900);
    await contest.submit("c0002");
    contest.pass(100);
    expect((await contest.submit("c0002")).kind).toBe("judged");
  });

  test("it goes on over an interruption", async () => {
    const contest = aContest({ minIntervalMs: 1000 }, { made: 1, lastAtMs: 0 });
    expect(await contest.submit("c0002")).toMatchObject({ because: { kind: "too-early", fromMs: 1000 } });
  });
});

test("a contest that is over takes nothing more, to the last millisecond it does", async () => {
  const contest = aContest({ endsAtMs: 18_000_000 });
  contest.pass(18_000_000);
  expect((await contest.submit("c0001")).kind).toBe("judged");
  contest.pass(1);
  expect(await contest.submit("c0002")).toMatchObject({ kind: "refused", because: { kind: "contest-over" } });
  expect(contest.judged).toHaveLength(1);
});

describe("what a submission is told", () => {
  test.each(FEEDBACK_LEVELS)("%s: nothing that names a secret testcase but at level full", async (feedback) => {
    const contest = aContest({ feedback });
    const reply = await contest.submit("c0001");
    const text = JSON.stringify(reply);
    expect(text.includes(SECRET)).toBe(feedback === "full");
    expect(text).not.toContain("expected 42");
    expect(text.includes("40")).toBe(feedback !== "none");
  });

  test("the log has the whole judgement at every level", async () => {
    const contest = aContest({ feedback: "none" });
    await contest.submit("c0001");
    expect(contest.log.of("submission-judged")[0]?.judgement).toMatchObject({ verdict: "PAC", score: 40 });
  });
});

test("the judge's own failure is an event and goes up; it is no verdict, and nothing is told", async () => {
  const contest = aContest({}, undefined, () => Promise.reject(new JudgeError("the engine is gone")));
  await expect(contest.submit("c0001")).rejects.toThrow("the engine is gone");
  expect(contest.log.of("submission-judged")).toEqual([]);
  expect(contest.log.of("judge-failed")).toEqual([
    expect.objectContaining({ program: "c0001", during: "submission", message: "the engine is gone" }),
  ]);
});

test("what is judged for baselines is of another part of the log, and no submission", async () => {
  const contest = aContest({ submissionLimit: 1 });
  await contest.server.judgeUnsubmitted("c0009", PROGRAM);
  expect(contest.log.of("candidate-judged")).toHaveLength(1);
  expect((await contest.submit("c0001")).kind).toBe("judged");
});

function aContest(
  terms: Partial<ContestTerms>,
  history: ConstructorParameters<typeof ContestServer>[2] = { made: 0, lastAtMs: undefined },
  judge: () => Promise<Judgement> = () => Promise.resolve(JUDGED),
) {
  let nowMs = 0;
  const clock = new ContestClock({ nowMs: () => nowMs }, 0);
  const log = new MemoryLog();
  const judged: string[] = [];
  const problem = { id: "adding", testcases: [{ id: "sample/1" }, { id: SECRET }] };
  const all = {
    submissionLimit: 50,
    minIntervalMs: 0,
    endsAtMs: Number.POSITIVE_INFINITY,
    feedback: "subtasks",
  } as const;
  const server = new ContestServer(problem, { ...all, ...terms }, history, {
    ...{ log, contestClock: clock },
    judge: (program) => {
      judged.push(program.source);
      return judge();
    },
  });
  const submit = (candidate: string) => server.submit({ candidate, program: PROGRAM, why: "because" });
  const pass = (ms: number) => {
    nowMs += ms;
  };
  return { server, clock, log, judged, submit, pass };
}

const JUDGED: Judgement = {
  ...aJudgement(40, [{ id: "small", score: 40, maxScore: 100 }]),
  testcases: [
    aTestcaseJudgement({ id: "sample/1" }),
    aTestcaseJudgement({ id: SECRET, verdict: "WA", score: 0, message: "expected 42" }),
  ],
};
