import { describe, expect, test } from "vitest";
import { foldRun } from "../../../src/report/fold-run.ts";
import { renderJson } from "../../../src/report/render-json.ts";
import { renderText } from "../../../src/report/render-text.ts";
import { type RunView, viewRun } from "../../../src/report/run-view.ts";
import { isProblemEvent, type RunEvent } from "../../../src/run-log/event.ts";
import { aJudgement } from "../../support/judgements.ts";
import {
  aStartedProblem,
  candidateExtracted,
  candidateTested,
  logged,
  modelAnswered,
  PROBLEM,
  runStarted,
} from "../../support/run-events.ts";
import { A_STORY, judged, made } from "../../support/run-stories.ts";

const UNKNOWN: readonly RunEvent[] = [
  runStarted({ strategy: "random", samples: 1, submissionLimit: 50 }),
  candidateExtracted(0),
  candidateTested(0, "fails"),
  made(1, 0, "drawn from 1 candidates"),
];

describe("the text", () => {
  test("of a finished run", () => {
    expect(renderText(viewOf(A_STORY))).toMatchInlineSnapshot(`
      "Adding: 100 of 100 points with 2 of 2 submissions
      =================================================

        problem   adding, 2.0 s, 256 MiB, 5 testcases (1 sample), package abababababab
        model     openai:test-model
        strategy  public-filter, seed 1
        rules     ioi, 2 submissions
        tokens    500 in, 5,000 out
        cost      unknown

      Candidates
        answers          5 of 6 asked for, 1 failed
        unusable         1 no code block
        programs         4, of them 1 the same as another
        compiling        2
        passing samples  1

      Submissions
        #     at  candidate  verdict          score  total  why
        1  1.0 s  c0002      WA wrong answer      0      0  because
        2  2.0 s  c0001      AC accepted        100    100  because

      What selection was worth
        public-filter  100
        random         100  expected of 2 drawn from the 2 programs that compile
        oracle         100  with hindsight: the most that this pool could give
        efficiency       -  chance does as well as hindsight

      Where the time went (3 min 20 s in all; parts that run side by side add up to more)
        waiting for the model               1 min 40 s
        compiling                           2.7 s
        running samples                     30 ms
        judging submissions                 30 ms
        judging the rest for the baselines  0 ms
      "
    `);
  });

  test("says unknown where tokens, cost, verdict or truth are not known", () => {
    const text = renderText(viewOf(UNKNOWN));
    for (const line of [
      /^ {2}tokens +unknown$/m,
      /^ {2}cost +unknown$/m,
      /c0001 +not judged +- +0/,
      /unknown: the truth of 0 of 1 candidate is known/,
    ])
      expect(text).toMatch(line);
    expect(text).toContain("This run is unfinished: it is under way, or was killed");
  });

  test("says that answers were recorded and cost nothing", () => {
    const text = renderText(viewOf([runStarted({ model: { label: "recorded:pool", isRecorded: true } })]));
    expect(text).toContain("Recorded answers: no model was asked, nothing was paid.");
    expect(text).toMatch(/^ {2}model +recorded:pool \(recorded\)$/m);
    expect(text).toMatch(/^ {2}cost +0\.00 USD$/m);
  });

  test("says why a run was interrupted", () => {
    expect(renderText(viewOf([runStarted(), { type: "run-interrupted", reason: "Ctrl-C" }]))).toContain(
      "This run is interrupted: Ctrl-C\n",
    );
  });

  test("tells judge failures as ours", () => {
    const failed: RunEvent = {
      type: "judge-failed",
      ...{ problem: PROBLEM, program: "c0001", during: "submission", message: "no engine" },
    };
    expect(renderText(viewOf([...UNKNOWN, failed]))).toContain(
      "Judge errors: 1. These are our failures, not the programs'\n  c0001 (submission): no engine\n",
    );
  });
});

describe("whatever names and reasons hold", () => {
  test.each([
    ["long words", "x".repeat(300)],
    ["long texts", "many words ".repeat(30)],
    ["terminal escapes", "\x1b[31m\x1b]0;title\x07\x9b2J\u202e\r\b"],
    ["lines", "one\ntwo\r\nthree\u2028four"],
    ["emoji cut in two", "\u{1f600}".repeat(200)],
  ])("%s: the text stays within 100 columns and holds nothing that a terminal obeys", (_, evil) => {
    const text = renderText(viewOf(storyWith(evil)));
    for (const line of text.split("\n")) {
      expect([...line].length).toBeLessThanOrEqual(100);
      expect(line).not.toMatch(/\p{C}/u);
    }
    expect(text.split("\n").length).toBeLessThan(60);
  });
});

describe("the JSON", () => {
  test("has the keys that scripts rely on", () => {
    const document = JSON.parse(renderJson(viewOf(A_STORY), "submissions/run.sqlite"));
    expect(document).toMatchObject({
      run: "submissions/run.sqlite",
      state: "finished",
      strategy: "public-filter",
      score: 100,
      maxScore: 100,
      recorded: false,
      seed: 1,
      submissions: [
        { problem: "adding", candidate: "c0002", verdict: "WA", score: 0, atMs: 1000 },
        { problem: "adding", candidate: "c0001", verdict: "AC", score: 100, atMs: 2000 },
      ],
      baselines: { random: 100, oracle: 100, selectionEfficiency: null },
      cost: { inputTokens: 500, outputTokens: 5000, usd: null },
    });
  });

  test("says null where something is not known", () => {
    const document = JSON.parse(renderJson(viewOf(UNKNOWN), "run.sqlite"));
    expect(document.submissions).toMatchObject([{ verdict: null, score: null }]);
    expect(document.baselines).toEqual({ known: 0, of: 1, random: null, oracle: null, selectionEfficiency: null });
    const answered = viewOf([runStarted(), { ...modelAnswered(0), inputTokens: undefined }]);
    expect(JSON.parse(renderJson(answered, "run.sqlite")).cost).toMatchObject({ inputTokens: null, usd: null });
  });

  test("is one document whatever names hold, and gives them as they are", () => {
    const evil = '"\\\n\x1b[31m\u2028\ud83d';
    const document = JSON.parse(renderJson(viewOf(storyWith(evil)), "run.sqlite"));
    expect(document.problem.name).toBe(evil);
    expect(document.submissions[0].why).toBe(evil);
  });
});

function storyWith(text: string): RunEvent[] {
  const events: RunEvent[] = [
    runStarted({
      problems: [aStartedProblem({ id: text, name: text })],
      model: { label: text, isRecorded: false },
      strategy: text,
      rules: text,
      medalistVersion: text,
    }),
    modelAnswered(0),
    { type: "answer-unusable", problem: PROBLEM, purpose: "candidate", sample: 0, reason: text },
    candidateExtracted(1),
    candidateTested(1, "passes"),
    made(1, 1, text),
    judged(1, aJudgement(100)),
    { type: "judge-failed", problem: PROBLEM, program: "c0002", during: "pool", message: text },
    { type: "run-interrupted", reason: text },
  ];
  return events.map((event) => (isProblemEvent(event) ? { ...event, problem: text } : event));
}

function viewOf(events: readonly RunEvent[]): RunView {
  const view = viewRun(foldRun(logged(events)));
  if (!view) throw new Error("no view");
  return view;
}
