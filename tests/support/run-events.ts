import { type EventOf, type LoggedEvent, partOf, type RunEvent } from "../../src/run-log/event.ts";
import { TEST_START_MS } from "./fixed-clock.ts";
import { aTestcaseJudgement } from "./judgements.ts";

export const PROBLEM = "adding";
const A_HASH = "ab".repeat(32);

export function runStarted(parts: Partial<EventOf<"run-started">> = {}): EventOf<"run-started"> {
  return {
    type: "run-started",
    medalistVersion: "0.1.0",
    problems: [aStartedProblem()],
    model: { label: "openai:test-model", isRecorded: false },
    strategy: "public-filter",
    rules: "ioi",
    samples: 4,
    ...{ submissionLimit: 2, rounds: 1, feedback: "subtasks", minIntervalMs: 0, settings: {} },
    seed: 1,
    language: "cpp20",
    imageId: "sha256:1234",
    ...parts,
  };
}

export function aStartedProblem(
  parts: Partial<EventOf<"run-started">["problems"][number]> = {},
): EventOf<"run-started">["problems"][number] {
  return {
    id: PROBLEM,
    name: "Adding",
    packageHash: A_HASH,
    maxScore: 100,
    timeLimitMs: 2000,
    memoryLimitBytes: 256 * 1024 * 1024,
    sampleCount: 1,
    testcaseCount: 5,
    ...{ task: "batch", subtasks: [{ id: "all", maxScore: 100, contains: [] }] },
    ...parts,
  };
}

export function modelAnswered(
  sample: number,
  parts: Partial<EventOf<"model-answered">> = {},
): EventOf<"model-answered"> {
  return {
    type: "model-answered",
    ...{ problem: PROBLEM, purpose: "candidate", sample, prompt: A_HASH },
    answer: A_HASH,
    finishReason: "stop",
    inputTokens: 100,
    outputTokens: 1000,
    wallMs: 20_000,
    ...parts,
  };
}

export function candidateExtracted(sample: number, sameAs?: string): RunEvent {
  return {
    type: "candidate-extracted",
    ...{ problem: PROBLEM, candidate: candidateOf(sample), purpose: "candidate", sample },
    language: "cpp20",
    source: A_HASH,
    ...(sameAs === undefined ? {} : { sameAs }),
  };
}

/** Tried on one sample. */
export function candidateTested(sample: number, result: "passes" | "fails" | "does not compile"): RunEvent {
  const ok = result !== "does not compile";
  return {
    type: "candidate-tested",
    problem: PROBLEM,
    candidate: candidateOf(sample),
    compile: { ok, cached: false, log: ok ? "" : "error", wallMs: 900 },
    samples: ok ? [aTestcaseJudgement({ id: "sample/1", verdict: result === "passes" ? "AC" : "WA" })] : [],
  };
}

export function candidateOf(sample: number): string {
  return `c${String(sample + 1).padStart(4, "0")}`;
}

/** Events as a run file gives them, ten seconds apart. */
export function logged(events: readonly RunEvent[], startMs = TEST_START_MS): LoggedEvent[] {
  const sequences = { run: 0, truth: 0 };
  return events.map((event, index) => {
    const part = partOf(event);
    return { part, sequence: ++sequences[part], atMs: startMs + index * 10_000, event };
  });
}
