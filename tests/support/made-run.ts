import type { TestcaseJudgement } from "../../src/domain/judgement.ts";
import { randomFrom } from "../../src/domain/random.ts";
import { sha256Of } from "../../src/domain/sha256.ts";
import type { EventOf } from "../../src/run-log/event.ts";
import { RunFile } from "../../src/run-log/run-file.ts";
import { aTestcaseJudgement } from "./judgements.ts";
import { aStartedProblem, candidateOf, runStarted } from "./run-events.ts";

export interface MadeRun {
  readonly problems: readonly string[];
  /** Of each problem. */
  readonly candidates: number;
  readonly testcases: number;
  readonly submissions: number;
  readonly inputs: number;
  readonly sourceOf: (candidate: number) => string;
  /** What the model said, where it matters how much. */
  readonly answerOf?: (candidate: number) => string;
  readonly standings?: string;
}

const SUBTASKS = [
  { id: "small", maxScore: 30, contains: [] },
  { id: "full", maxScore: 70, contains: ["small"] },
];

/** Kinds of programs: what they get of each subtask, and how often they come. */
const BEHAVIOURS = [
  { worth: [30, 70], verdict: "AC", share: 0.2 },
  { worth: [30, 0], verdict: "WA", share: 0.5 },
  { worth: [0, 0], verdict: "TLE", share: 0.2 },
  { worth: [0, 0], verdict: "RTE", share: 0.1 },
] as const;

/** Writes a finished run of a contest with all that a report can show: invented, but whole. */
export function writeMadeRun(path: string, made: MadeRun): void {
  using run = RunFile.create(path);
  const prompt = run.keep("Solve this.");
  const standings = made.standings === undefined ? [] : [{ name: "others.csv", sha256: run.keep(made.standings) }];
  run.append(
    runStarted({
      problems: made.problems.map((id, index) =>
        aStartedProblem({ id, name: `Problem ${id}`, label: "ABCDEF"[index] ?? id, day: 1, subtasks: SUBTASKS }),
      ),
      contest: { id: "made", name: "A made contest", standings, cutoffs: [{ gold: 150, source: "the jury" }] },
      ...{ samples: made.candidates, submissionLimit: made.submissions, lengthMs: 18_000_000 },
      price: { inputUsdPerMillion: 1, outputUsdPerMillion: 2 },
    }),
  );
  for (const problem of made.problems) writeProblem(run, problem, made, prompt);
  run.append({ type: "run-finished" });
  for (const problem of made.problems) writeTruth(run, problem, made);
}

function writeProblem(run: RunFile, problem: string, made: MadeRun, prompt: string): void {
  const random = randomFrom(1);
  for (let sample = 0; sample < made.candidates; sample++) {
    const candidate = candidateOf(sample);
    const answered = { problem, purpose: "candidate", sample } as const;
    const tokens = { inputTokens: 500, outputTokens: 1000 + Math.floor(random() * 9000) };
    const answer = made.answerOf ? run.keep(made.answerOf(sample)) : prompt;
    run.append({
      ...{ type: "model-answered", ...answered, ...tokens, prompt, answer },
      ...{ finishReason: "stop", wallMs: 10_000 },
    });
    const source = run.keep(made.sourceOf(sample));
    run.append({ type: "candidate-extracted", ...answered, candidate, language: "cpp20", source });
    const compile = { ok: true, cached: false, log: sample === 0 ? "a warning" : "", wallMs: 900 };
    run.append({
      ...{ type: "candidate-tested", problem, candidate, compile },
      samples: [aTestcaseJudgement({ id: "sample/1" })],
    });
  }
  writeTests(run, problem, made);
  for (let number = 1; number <= Math.min(made.submissions, made.candidates); number++) {
    const sample = number - 1;
    const why = `cluster ${(number % 4) + 1} of 4 by size`;
    run.append({
      type: "submission-made",
      problem,
      number,
      candidate: candidateOf(sample),
      why,
      atMs: number * 60_000,
    });
    run.append({ type: "submission-judged", problem, number, judgement: judgementOf(sample, made) });
  }
  run.append({ type: "problem-finished", problem, reason: "no submission is left" });
}

function writeTests(run: RunFile, problem: string, { inputs, candidates }: MadeRun): void {
  if (inputs === 0) return;
  const source = run.keep("print(1)\n");
  const ids = Array.from({ length: inputs }, (_, index) => `i${String(index + 1).padStart(4, "0")}`);
  for (const [program, kind] of [["g0001", "generator"] as const, ["v0001", "validator"] as const])
    run.append({ type: "test-program-extracted", problem, program, kind, sample: 0, language: "python3", source });
  for (const [seed, input] of ids.entries()) {
    const text = `${seed}\n`;
    run.append({
      ...{ type: "input-generated", problem, input, generator: "g0001", seed, sha256: run.keep(text) },
      ...{ bytes: text.length, acceptedBy: ["v0001"], rejectedBy: [] },
    });
  }
  run.append({ type: "inputs-kept", problem, inputs: ids });
  for (let sample = 0; sample < candidates; sample++) {
    const behaviour = behaviourOf(sample);
    // The first input splits nothing.
    const outputs = ids.map((id, place) => sha256Of(id, String(place === 0 ? 0 : behaviour)).slice(0, 16));
    run.append({ type: "signature-taken", problem, candidate: candidateOf(sample), outputs, cpuMs: 5 });
  }
}

function writeTruth(run: RunFile, problem: string, made: MadeRun): void {
  for (let sample = made.submissions; sample < made.candidates; sample++)
    run.append({
      ...{ type: "candidate-judged", problem, candidate: candidateOf(sample) },
      judgement: judgementOf(sample, made),
    });
}

function judgementOf(sample: number, { testcases }: MadeRun): EventOf<"candidate-judged">["judgement"] {
  const { worth, verdict } = BEHAVIOURS[behaviourOf(sample)] ?? BEHAVIOURS[0];
  const random = randomFrom(sample + 1);
  const score = worth[0] + worth[1];
  return {
    ...{ verdict: score > 0 && score < 100 ? "PAC" : verdict, score, maxScore: 100 },
    compile: { ok: true, cached: false, log: "", wallMs: 900 },
    subtasks: SUBTASKS.map(({ id, maxScore }, place) => ({ id, maxScore, score: worth[place] ?? 0 })),
    testcases: Array.from({ length: testcases }, (_, place): TestcaseJudgement => {
      const fails = verdict !== "AC" && place > 2 + (sample % 5) && random() < 0.5;
      return aTestcaseJudgement({
        ...{
          id: `secret/${String(place + 1).padStart(3, "0")}`,
          verdict: fails ? verdict : "AC",
          score: fails ? 0 : 1,
        },
        ...{
          cpuMs: (verdict === "TLE" && fails ? 2100 : 10 + place * 3) + random() * 60,
          borderline: random() < 0.001,
        },
        peakMemoryBytes: (3 + random() * 4) * 1024 * 1024,
      });
    }),
  };
}

function behaviourOf(sample: number): number {
  let chance = randomFrom(1000 + sample)();
  const place = BEHAVIOURS.findIndex(({ share }) => {
    chance -= share;
    return chance < 0;
  });
  return Math.max(0, place);
}
