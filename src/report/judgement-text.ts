import type { Judgement } from "../domain/judgement.ts";
import { VERDICT_NAME } from "../domain/verdict.ts";
import { mebibytes, plural, points, pointsOf, printable, table } from "./words.ts";

const WIDTH = 100;
const SHOWN_FAILURES = 10;

/** One judged program for a terminal: the verdict, the slowest testcase, and the testcases that failed. */
export function renderJudgementText(title: string, judgement: Judgement): string {
  const { verdict, score, maxScore, compile, subtasks, testcases } = judgement;
  const lines = [`${title}: ${verdict} ${VERDICT_NAME[verdict]}, ${pointsOf(score, maxScore)}`];
  if (!compile.ok) lines.push(...compile.log.split("\n").map((line) => `  ${line}`));
  const failed = testcases.filter((testcase) => testcase.verdict !== "AC");
  if (compile.ok && subtasks.length > 1) {
    const scored = subtasks.filter((subtask) => subtask.maxScore > 0);
    const parts = scored.map(
      (subtask) =>
        `${subtask.id} ${points(subtask.score)}${subtask.maxScore === Infinity ? "" : `/${points(subtask.maxScore)}`}`,
    );
    lines.push(...wrapped(parts, WIDTH - 2).map((line) => `  ${line}`));
  }
  if (testcases.length > 0) {
    const slowestMs = Math.max(...testcases.map(({ cpuMs }) => cpuMs));
    const largest = Math.max(...testcases.map(({ peakMemoryBytes }) => peakMemoryBytes));
    lines.push(
      `  ${testcases.length - failed.length} of ${plural(testcases.length, "testcase")} accepted; at most ${slowestMs.toFixed(1)} ms, ${mebibytes(largest)}`,
    );
  }
  const rows = failed
    .slice(0, SHOWN_FAILURES)
    .map(({ id, verdict: own, cpuMs, peakMemoryBytes, message }) => [
      own,
      id,
      `${cpuMs.toFixed(1)} ms`,
      mebibytes(peakMemoryBytes),
      message,
    ]);
  lines.push(...table(rows, [false, false, true, true, false], WIDTH - 2).map((line) => `  ${line}`));
  if (failed.length > SHOWN_FAILURES) lines.push(`  … and ${failed.length - SHOWN_FAILURES} more`);
  for (const { id, verdict: own, cpuMs } of testcases.filter(({ borderline }) => borderline)) {
    lines.push(`  borderline: ${own} on ${id} with ${cpuMs.toFixed(1)} ms, within a tenth of the time limit`);
  }
  return printable(`${lines.join("\n")}\n`);
}

/** Parts side by side, as many on a line as fit. */
function wrapped(parts: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const longer = last === undefined ? part : `${last}  ${part}`;
    if (last !== undefined && longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}
