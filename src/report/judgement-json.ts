import type { Judgement } from "../domain/judgement.ts";
import type { Language } from "../domain/language.ts";

const BORDERLINE = "borderline: within a tenth of the time limit, measured again alone";

/** One judged program for scripts: part of the command-line contract. */
export function renderJudgementJson(
  problem: string,
  submission: string,
  language: Language | "answers",
  judgement: Judgement,
) {
  const { verdict, score, maxScore, compile, subtasks, testcases } = judgement;
  return {
    problem,
    submission,
    language,
    verdict,
    score,
    maxScore,
    compile: { ok: compile.ok, cached: compile.cached, log: compile.log },
    subtasks,
    testcases: testcases.map(({ cpuMs, wallMs, ...testcase }) => ({
      id: testcase.id,
      verdict: testcase.verdict,
      score: testcase.check?.points ?? testcase.score,
      cpuMs: rounded(cpuMs),
      wallMs: rounded(wallMs),
      peakMemoryBytes: testcase.peakMemoryBytes,
      message: [...(testcase.borderline ? [BORDERLINE] : []), testcase.message]
        .filter((part) => part !== "")
        .join("; "),
    })),
  };
}

function rounded(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
