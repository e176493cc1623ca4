import type { ToldSubmission } from "../domain/feedback.ts";
import type { PublicProblem } from "../domain/problem.ts";
import type { Program } from "../domain/program.ts";
import { fenced } from "./fenced.ts";

const REFERENCES = 3;
const LETTERS = ["A", "B", "C", "D"];

/** What was submitted, with what the contest told of it and nothing else. */
export interface History {
  readonly told: readonly ToldSubmission[];
  readonly programOf: (candidate: string) => Program;
}

/** The best scores so far, and the programs to learn from: the one to go on with, and up to three others. */
export function historyText(
  { subtasks, maxScore }: Pick<PublicProblem, "subtasks" | "maxScore">,
  { told, programOf }: History,
): { readonly scores: string; readonly programs: string } {
  const scored = subtasks.filter((subtask) => subtask.maxScore > 0);
  const lines = scored.map(({ id, maxScore: points }) => {
    const best = bestOn(id, told);
    return `- subtask ${id}: ${best === undefined ? "not told" : best} of ${points}`;
  });
  const total = most(told.map(({ feedback }) => feedback.score));
  lines.push(`- best single submission: ${total === undefined ? "not told" : total} of ${maxScore}`);
  const programs = chosen(scored, told).map(({ candidate, feedback }, index) => {
    const { language, source } = programOf(candidate);
    const name = index === 0 ? "Program A, to go on with" : `Program ${LETTERS[index]}, for reference`;
    return `### ${name}\n\n${toldText(feedback)}\n\n${fenced(source, language)}`;
  });
  return { scores: `Best scores, as the contest told them:\n\n${lines.join("\n")}`, programs: programs.join("\n\n") };
}

/**
 * The strongest first; then the strongest of the others, the best on the subtask that most is missing of, and the best on
 * all that is missing together. Where nothing was told that tells them apart, the latest.
 */
function chosen(subtasks: PublicProblem["subtasks"], told: readonly ToldSubmission[]): ToldSubmission[] {
  const latest = [...told].reverse();
  const [primary] = byStrength(latest, ({ feedback }) => feedback.score);
  if (!primary) return [];
  const others = latest.filter((one) => one !== primary);
  const gaps = subtasks
    .map(({ id, maxScore }) => ({ id, gap: maxScore - (bestOn(id, told) ?? 0) }))
    .filter(({ gap }) => gap > 0)
    .sort((a, b) => b.gap - a.gap);
  const largest = gaps[0]?.id;
  const rankings = [
    byStrength(others, ({ feedback }) => feedback.score),
    byStrength(others, (one) => (largest === undefined ? undefined : scoreOn(largest, one))),
    byStrength(others, (one) => total(gaps.map(({ id }) => scoreOn(id, one)))),
  ];
  const references = new Set(rankings.flatMap(([first]) => first ?? []));
  for (const one of others) if (references.size < REFERENCES) references.add(one);
  return [primary, ...references];
}

/** What was told comes before what was not; among equals the order stays. */
function byStrength(told: readonly ToldSubmission[], scoreOf: (one: ToldSubmission) => number | undefined) {
  return [...told].sort((a, b) => (scoreOf(b) ?? -1) - (scoreOf(a) ?? -1));
}

function bestOn(subtask: string, told: readonly ToldSubmission[]): number | undefined {
  return most(told.map((one) => scoreOn(subtask, one)));
}

function scoreOn(subtask: string, { feedback }: ToldSubmission): number | undefined {
  return feedback.subtasks?.find(({ id }) => id === subtask)?.score;
}

function most(scores: readonly (number | undefined)[]): number | undefined {
  const known = scores.filter((score) => score !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

function total(scores: readonly (number | undefined)[]): number | undefined {
  const known = scores.filter((score) => score !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, score) => sum + score, 0);
}

function toldText({ verdict, score, subtasks, firstFailure }: ToldSubmission["feedback"]): string {
  const parts = [
    ...(verdict === undefined ? [] : [`verdict ${verdict}`]),
    ...(score === undefined ? [] : [`score ${score}`]),
    ...(subtasks ?? []).map(({ id, score: own, maxScore }) => `subtask ${id}: ${own} of ${maxScore}`),
    ...(firstFailure === undefined
      ? []
      : [`fails first on testcase ${firstFailure.testcase}: ${firstFailure.verdict}`]),
  ];
  return parts.length === 0 ? "The contest told nothing of it." : `The contest told: ${parts.join("; ")}.`;
}
