import { describe, expect, test } from "vitest";
import { foldRun } from "../../../src/report/fold-run.ts";
import type { ProblemView } from "../../../src/report/problem-view.ts";
import { renderText } from "../../../src/report/render-text.ts";
import { type RunView, viewRun } from "../../../src/report/run-view.ts";
import type { RunEvent } from "../../../src/run-log/event.ts";
import { aJudgement, aTestcaseJudgement } from "../../support/judgements.ts";
import {
  aStartedProblem,
  candidateExtracted,
  candidateOf,
  candidateTested,
  logged,
  modelAnswered,
  PROBLEM,
  runStarted,
} from "../../support/run-events.ts";
import { A_STORY, finished, judged, made, truth } from "../../support/run-stories.ts";

test("borderline times of submissions and of the rest of the pool are told", () => {
  const near = (id: string) => aTestcaseJudgement({ id, cpuMs: 1950, borderline: true });
  const judgement = { ...aJudgement(100), testcases: [aTestcaseJudgement(), near("secret/2")] };
  const story = [
    ...A_STORY.slice(0, -2),
    judged(2, judgement),
    truth(3, { ...judgement, testcases: [near("secret/3")] }),
  ];
  const view = viewOf(story);
  expect(onlyProblem(view).borderline).toEqual([
    { candidate: "c0001", testcase: "secret/2", verdict: "AC", cpuMs: 1950 },
    { candidate: "c0004", testcase: "secret/3", verdict: "AC", cpuMs: 1950 },
  ]);
  expect(renderText(view)).toContain(
    "Borderline: within a tenth of the time limit, measured again alone\n  c0001  AC  1950 ms  secret/2",
  );
  expect(renderText(viewOf(A_STORY))).not.toContain("Borderline");
});

test("a package whose groups do not add up scores by its best submission, and so do chance and hindsight", () => {
  const groups = (...scores: number[]) => scores.map((score, index) => ({ id: `g${index}`, score, maxScore: 20 }));
  const subtasks = ["g0", "g1"].map((id) => ({ id, maxScore: 20, contains: [] }));
  const story = (parts: Parameters<typeof aStartedProblem>[0]) => [
    runStarted({ submissionLimit: 2, problems: [aStartedProblem({ maxScore: 20, subtasks, ...parts })] }),
    ...[0, 1].flatMap((sample) => [
      modelAnswered(sample),
      candidateExtracted(sample),
      candidateTested(sample, "passes"),
    ]),
    ...[made(1, 0), judged(1, aJudgement(0, groups(20, 0))), made(2, 1), judged(2, aJudgement(0, groups(0, 20)))],
  ];
  const least = onlyProblem(viewOf(story({ subtasksAddUp: false })));
  expect(least.score).toBe(0);
  expect(least.submissions.map(({ total }) => total)).toEqual([0, 0]);
  expect(least.baselines).toMatchObject({ random: 0, oracle: 0 });
  expect(onlyProblem(viewOf(story({}))).score).toBe(40);
});

describe("a finished run", () => {
  const view = viewOf(A_STORY);

  test("counts the pool", () => {
    expect(onlyProblem(view).pool).toEqual({
      answers: 5,
      modelFailures: 1,
      unusable: [{ reason: "no code block", count: 1 }],
      programs: 4,
      duplicates: 1,
      compiling: 2,
      passingSamples: 1,
    });
  });

  test("has its score, its submissions and how it ended", () => {
    expect(view.score).toBe(100);
    const { submissions, score } = onlyProblem(view);
    expect(score).toBe(100);
    expect(submissions).toMatchObject([
      { number: 1, candidate: "c0002", verdict: "WA", score: 0, total: 0, atMs: 1000, why: "because" },
      { number: 2, candidate: "c0001", verdict: "AC", score: 100, total: 100, atMs: 2000, why: "because" },
    ]);
    expect(view.state).toEqual({ kind: "finished", why: "solved" });
  });

  test("adds up tokens, and their price where it is known", () => {
    expect(view.cost).toEqual({ inputTokens: 500, outputTokens: 5000, usd: undefined, tokensKnown: true });
    const price = { inputUsdPerMillion: 2, outputUsdPerMillion: 10 };
    expect(viewOf([runStarted({ price }), modelAnswered(0)]).cost.usd).toBeCloseTo(0.0102, 12);
  });

  test("adds up where the time went", () => {
    expect(Object.fromEntries(view.time.map(({ what, ms }) => [what, ms]))).toEqual({
      "waiting for the model": 100_000,
      compiling: 2700,
      "running samples": 30,
      "judging submissions": 30,
      "judging the rest for the baselines": 0,
    });
    expect(view.activeMs).toBe((A_STORY.length - 1) * 10_000);
    const signature = { type: "signature-taken", problem: PROBLEM, candidate: "c0001", outputs: ["TLE"], cpuMs: 1200 };
    expect(viewOf([runStarted(), signature as RunEvent]).time).toContainEqual({
      what: "running on made inputs (CPU)",
      ms: 1200,
    });
  });
});

describe("baselines", () => {
  test("of two programs, one right, one submission: chance gets half, hindsight all", () => {
    const view = viewOf(twoPrograms(0, 100, { submissionLimit: 1 }));
    expect(view.baselines).toEqual({ known: 2, of: 2, random: 50, oracle: 100, efficiency: -1 });
    expect(viewOf(twoPrograms(100, 0, { submissionLimit: 1 })).baselines.efficiency).toBe(1);
  });

  test("of a pool that is yet to come are unknown; of one that came to nothing they are 0", () => {
    const toCome = viewOf([runStarted()]).problems[0]?.baselines;
    expect(toCome).toEqual({ known: 0, of: 0, random: undefined, oracle: undefined, efficiency: undefined });
    const over = viewOf([runStarted(), finished("no candidate is left to submit")]).problems[0]?.baselines;
    expect(over).toMatchObject({ of: 0, random: 0, oracle: 0 });
  });

  test("where chance does as well as hindsight there is no efficiency", () => {
    const { baselines } = viewOf(twoPrograms(0, 100, { submissionLimit: 2 }));
    expect(baselines).toMatchObject({ random: 100, oracle: 100, efficiency: undefined });
  });

  test("take each subtask by itself", () => {
    const subtasks = (a: number, b: number) => [
      { id: "a", score: a, maxScore: 40 },
      { id: "b", score: b, maxScore: 60 },
    ];
    const { baselines, score } = viewOf([
      runStarted({
        submissionLimit: 1,
        problems: [
          aStartedProblem({
            subtasks: [
              { id: "a", maxScore: 40, contains: [] },
              { id: "b", maxScore: 60, contains: [] },
            ],
          }),
        ],
      }),
      ...program(0),
      ...program(1),
      made(1, 0),
      judged(1, aJudgement(40, subtasks(40, 0))),
      truth(1, aJudgement(60, subtasks(0, 60))),
    ]);
    expect(score).toBe(40);
    expect(baselines).toMatchObject({ random: 50, oracle: 100 });
    expect(baselines.efficiency).toBeCloseTo(-0.2, 12);
  });

  test("leave out what does not compile and what is there twice", () => {
    const events = [
      runStarted({ submissionLimit: 1 }),
      ...program(0),
      candidateExtracted(1, candidateOf(0)),
      candidateExtracted(2),
      candidateTested(2, "does not compile"),
      made(1, 0),
      judged(1, aJudgement(100)),
    ];
    expect(viewOf(events).baselines).toMatchObject({ known: 1, of: 1, random: 100, oracle: 100 });
  });

  test("are unknown while the truth of one program is", () => {
    const events = twoPrograms(0, 100, {}).slice(0, -1);
    expect(viewOf(events).baselines).toEqual({
      known: 1,
      of: 2,
      random: undefined,
      oracle: undefined,
      efficiency: undefined,
    });
  });
});

describe("what is not known is undefined, never 0", () => {
  const price = { inputUsdPerMillion: 2, outputUsdPerMillion: 10 };

  test("cost, where one answer's tokens are missing", () => {
    const { cost } = viewOf([runStarted({ price }), modelAnswered(0), anAnswerWithoutTokens(1)]);
    expect(cost).toMatchObject({ tokensKnown: false, usd: undefined });
  });

  test("but recorded answers cost nothing now, whatever is known of them", () => {
    const started = runStarted({ model: { label: "recorded:pool", isRecorded: true } });
    const view = viewOf([started, anAnswerWithoutTokens(0)]);
    expect(view.cost).toMatchObject({ tokensKnown: false, usd: 0 });
    expect(view.time.map(({ what }) => what)).not.toContain("waiting for the model");
  });

  test("the verdict of a submission that is not judged yet", () => {
    const { submissions, score } = onlyProblem(viewOf([runStarted(), ...program(0), made(1, 0)]));
    expect(submissions).toMatchObject([{ verdict: undefined, score: undefined, total: 0 }]);
    expect(score).toBe(0);
  });
});

describe("a run that did not end well", () => {
  test("is interrupted, until it is resumed", () => {
    const interrupted: RunEvent[] = [runStarted(), { type: "run-interrupted", reason: "Ctrl-C" }];
    expect(viewOf(interrupted).state).toEqual({ kind: "interrupted", why: "Ctrl-C" });
    expect(viewOf([...interrupted, { type: "run-resumed" }]).state.kind).toBe("unfinished");
    const ended: RunEvent[] = [...interrupted, { type: "run-resumed" }, finished("solved"), { type: "run-finished" }];
    expect(viewOf(ended).state).toEqual({ kind: "finished", why: "solved" });
  });

  test("is unfinished when it was killed", () => {
    expect(viewOf([runStarted(), modelAnswered(0)]).state.kind).toBe("unfinished");
  });

  test("does not count the time in which nobody worked on it", () => {
    const events = logged([runStarted(), modelAnswered(0), { type: "run-resumed" }, modelAnswered(1)]);
    const dayLater = events.map((event, index) => (index < 2 ? event : { ...event, atMs: event.atMs + 86_400_000 }));
    expect(viewRun(foldRun(dayLater))?.activeMs).toBe(20_000);
  });

  test("keeps its judge failures apart from its score", () => {
    const { judgeFailures, score, baselines } = onlyProblem(
      viewOf([
        runStarted(),
        ...program(0),
        {
          type: "judge-failed",
          ...{ problem: PROBLEM, program: "c0001", during: "pool", message: "the engine is gone" },
        },
      ]),
    );
    expect(judgeFailures).toEqual(["c0001 (pool): the engine is gone"]);
    expect([score, baselines.random]).toEqual([0, undefined]);
  });

  test("asks again where the model failed: an answer takes the failure back", () => {
    const failed: RunEvent[] = [
      runStarted(),
      { type: "model-failed", problem: PROBLEM, purpose: "candidate", sample: 0, message: "x" },
    ];
    expect(onlyProblem(viewOf(failed)).pool).toMatchObject({ answers: 0, modelFailures: 1 });
    expect(onlyProblem(viewOf([...failed, modelAnswered(0)])).pool).toMatchObject({ answers: 1, modelFailures: 0 });
  });

  test("without its first event there is nothing to show", () => {
    expect(viewRun(foldRun([]))).toBeUndefined();
  });
});

test("the order in which the two parts are given does not matter, nor a clock that was set back", () => {
  const events = logged(twoPrograms(0, 100, {}));
  const parts = [...events].sort((a, b) => (a.part < b.part ? -1 : a.part > b.part ? 1 : a.sequence - b.sequence));
  expect(viewRun(foldRun(parts))).toEqual(viewRun(foldRun(events)));
  const setBack = events.map((event, index) => (index > 3 ? { ...event, atMs: event.atMs - 3_600_000 } : event));
  const view = viewRun(foldRun(setBack));
  expect(view?.score).toBe(0);
  expect(view?.problems[0]?.submissions).toHaveLength(1);
  expect(view?.activeMs).toBeGreaterThanOrEqual(0);
});

function onlyProblem({ problems }: RunView): ProblemView {
  const [only, ...others] = problems;
  if (!only || others.length > 0) throw new Error("not one problem");
  return only;
}

/** The first is submitted, of the second the truth is found out afterwards. */
function twoPrograms(first: number, second: number, started: Parameters<typeof runStarted>[0]): RunEvent[] {
  return [
    runStarted(started),
    ...program(0),
    ...program(1),
    made(1, 0),
    judged(1, aJudgement(first)),
    truth(1, aJudgement(second)),
  ];
}

function program(sample: number): RunEvent[] {
  return [modelAnswered(sample), candidateExtracted(sample), candidateTested(sample, "passes")];
}

function anAnswerWithoutTokens(sample: number): RunEvent {
  const { inputTokens: _in, outputTokens: _out, ...rest } = modelAnswered(sample);
  return rest;
}

function viewOf(events: readonly RunEvent[]): RunView {
  const view = viewRun(foldRun(logged(events)));
  if (!view) throw new Error("no view");
  return view;
}
