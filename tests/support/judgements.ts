import type { SubtaskJudgement, TestcaseJudgement } from "../../src/domain/judgement.ts";
import type { EventOf } from "../../src/run-log/event.ts";

export function aTestcaseJudgement(parts: Partial<TestcaseJudgement> = {}): TestcaseJudgement {
  return {
    id: "secret/1",
    verdict: "AC",
    score: 1,
    cpuMs: 12,
    wallMs: 15,
    peakMemoryBytes: 3 * 1024 * 1024,
    message: "",
    outcome: { kind: "exited", exitCode: 0 },
    check: undefined,
    borderline: false,
    ...parts,
  };
}

/** A judgement with so many of 100 points; of one subtask, "all", where no others are given. */
export function aJudgement(score: number, subtasks?: SubtaskJudgement[]): EventOf<"submission-judged">["judgement"] {
  const verdict = score === 100 ? "AC" : score > 0 ? "PAC" : "WA";
  return {
    verdict,
    score,
    maxScore: 100,
    compile: { ok: true, cached: false, log: "", wallMs: 800 },
    subtasks: subtasks ?? [{ id: "all", score, maxScore: 100 }],
    testcases: [aTestcaseJudgement({ verdict, score: score / 100 })],
  };
}
