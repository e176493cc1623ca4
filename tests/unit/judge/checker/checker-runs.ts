import type { RunOutcome } from "../../../../src/domain/run-outcome.ts";
import type { CheckerRun, CheckVerdict } from "../../../../src/judge/checker/protocol.ts";

export const PATHS = {
  input: "/w/judge/input",
  output: "/w/judge/output",
  answer: "/w/judge/answer",
  feedback: "/w/feedback/",
};

export const CRASHES: readonly RunOutcome[] = [
  { kind: "signalled", signal: "SIGSEGV" },
  { kind: "limit", limit: "cpu" },
  { kind: "limit", limit: "wall" },
  { kind: "limit", limit: "memory" },
  { kind: "limit", limit: "output" },
];

export function ended(
  exitCode: number,
  left: { stdout?: string; stderr?: string; files?: Record<string, string> } = {},
): CheckerRun {
  const { stdout = "", stderr = "", files = {} } = left;
  return { outcome: { kind: "exited", exitCode }, stdout, stderr, feedback: new Map(Object.entries(files)) };
}

export function crashed(outcome: RunOutcome, left: Partial<CheckerRun> = {}): CheckerRun {
  return { outcome, stdout: "", stderr: "", feedback: new Map(), ...left };
}

/** "AC 1", "PAC 0.5 of 5 points", "JE why". */
export function inShort(verdict: CheckVerdict): string {
  if (verdict.kind === "failed") return `JE ${verdict.message}`;
  const { verdict: word, score, points } = verdict.check;
  return `${word} ${score}${points === undefined ? "" : ` with ${points} points`}${verdict.nextPass ? ", next" : ""}`;
}
