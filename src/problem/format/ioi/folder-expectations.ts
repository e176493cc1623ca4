import type { Expectation } from "../../../domain/expectation.ts";
import type { JurySubmission, Testcase } from "../../../domain/problem.ts";
import type { Subtask } from "../../../domain/scoring-rule.ts";
import { totalScore } from "./subtasks.ts";
import { expectationsWhere, type JuryVerdict, verdictsInShort } from "./verdicts.ts";

export type Expected = Pick<JurySubmission, "expected" | "expectedScore" | "expectations">;

export interface ScoredProblem {
  readonly subtasks: readonly Subtask[];
  readonly testcases: readonly Pick<Testcase, "id">[];
  /** Digits after the point of a score. */
  readonly precision: number;
}

/**
 * What lying in `solutions/<verdict>/` says of a submission. The folders do not say for which subtasks it was written (the
 * export drops that), so:
 * - `model_solution` is right everywhere.
 * - `correct` is right in every subtask that its file's name names (by number, `sub2`, or by label, `len64`). One that names
 *   none must have the points of at least the smallest subtask; in a list it is still expected to be AC, as that is what
 *   most of them are, and a person has to look at one that is not.
 * - `partially_correct` scores more than nothing and less than everything.
 * - all others stay below the full score, and at least one testcase shows why.
 */
export function expectedInFolder(verdict: JuryVerdict, fileName: string, problem: ScoredProblem): Expected {
  if (verdict === "correct") return correct(fileName, problem);
  const everywhere = { name: "all testcases", testcaseIds: problem.testcases.map(({ id }) => id) };
  const full = totalScore(problem.subtasks);
  const least = 10 ** -problem.precision;
  const byTestcases = expectationsWhere(verdict, everywhere);
  const expected = verdictsInShort(verdict);
  if (verdict === "model_solution")
    return { expected, expectedScore: full, expectations: [...byTestcases, scoreWithin(full, full)] };
  if (verdict === "partially_correct")
    return { expected, expectedScore: undefined, expectations: [scoreWithin(least, full - least)] };
  return { expected, expectedScore: undefined, expectations: [scoreWithin(0, full - least), ...byTestcases] };
}

function correct(fileName: string, { subtasks }: ScoredProblem): Expected {
  const named = subtasksNamedBy(fileName, subtasks);
  if (named.length > 0) return { expected: ["AC", "PAC"], expectedScore: undefined, expectations: named.map(fullIn) };
  const smallest = Math.min(...subtasks.flatMap(({ maxScore }) => (maxScore > 0 ? maxScore : [])));
  return { expected: ["AC"], expectedScore: undefined, expectations: [scoreWithin(smallest, totalScore(subtasks))] };
}

function scoreWithin(atLeast: number, atMost: number): Expectation {
  return { kind: "score", subtaskId: undefined, atLeast, atMost };
}

function fullIn({ id, testcaseIds }: Subtask): Expectation {
  return { kind: "permitted", where: { name: `subtask ${id}`, testcaseIds }, verdicts: ["AC"] };
}

/** Subtasks whose number or label a file's name has: `sub2-slow.cpp`, `subtask_1_3.cpp`, `len64.cpp` for `01-len64`. */
export function subtasksNamedBy(fileName: string, subtasks: readonly Subtask[]): Subtask[] {
  const name = fileName.replace(/\.[^.]*$/, "").toLowerCase();
  const numbers = [...name.matchAll(/(?:^|[^a-z])(?:subtasks?|sub|st)[-_ ]?(\d+(?:[-_ ]\d+)*)/g)].flatMap(([, list]) =>
    (list ?? "").split(/\D/).map(Number),
  );
  const words = wordsOf(name);
  return subtasks.filter(({ id, maxScore }) => {
    const [, number, label = ""] = /^(\d*)[-_]?(.*)$/.exec(id.toLowerCase()) ?? [];
    const isNumbered = number !== undefined && number !== "" && numbers.includes(Number(number));
    const isLabelled = label.length > 1 && includesInRow(words, wordsOf(label));
    return maxScore > 0 && (isNumbered || isLabelled);
  });
}

function wordsOf(text: string): string[] {
  return text.split(/[^a-z0-9]+/).filter(Boolean);
}

function includesInRow(words: readonly string[], row: readonly string[]): boolean {
  return row.length > 0 && words.some((_, start) => row.every((word, index) => words[start + index] === word));
}
