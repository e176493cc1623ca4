import type { CompileSummary, TestcaseJudgement } from "../domain/judgement.ts";
import type { PublicProblem } from "../domain/problem.ts";
import type { Program } from "../domain/program.ts";
import { VERDICT_NAME, type Verdict } from "../domain/verdict.ts";
import { fenced } from "./fenced.ts";
import { readShown } from "./read-shown.ts";

const LONGEST_LOG_CHARACTERS = 4_000;

/** A program that does not compile, or fails a sample. */
export interface Broken {
  readonly program: Program;
  readonly compile: Pick<CompileSummary, "ok" | "log">;
  readonly samples: readonly Pick<TestcaseJudgement, "id" | "verdict" | "message" | "check">[];
}

/** What is wrong with it, as far as a contestant would see it: the samples are known, what a checker says to the jury is not. */
export async function faultText(problem: PublicProblem, { compile, samples }: Broken): Promise<string> {
  if (!compile.ok) return `It does not compile:\n${fenced(compile.log.slice(0, LONGEST_LOG_CHARACTERS))}`;
  const failed = samples.find(({ verdict }) => isFailed(verdict));
  if (!failed) throw new Error("a program without a fault");
  const number = problem.samples.findIndex(({ id }) => id === failed.id);
  const sample = problem.samples[number];
  if (!sample) throw new Error(`no sample ${failed.id}`);
  const isSecret = failed.check !== undefined && !isComparedByDefault(problem);
  const why = isSecret || failed.message === "" ? "" : `: ${failed.message}`;
  const parts = [`It fails sample ${number + 1}. Verdict: ${VERDICT_NAME[failed.verdict]}${why}.`];
  if (problem.task.kind === "batch" || problem.task.kind === "answers") {
    parts.push(`Input:\n${fenced(await readShown(sample.input.path))}`);
    parts.push(`A right output:\n${fenced(await readShown(sample.answer.path))}`);
  }
  return parts.join("\n\n");
}

/** What earns a part may be meant to; and our own failure is none of the program's. */
export function isFailed(verdict: Verdict): boolean {
  return verdict !== "AC" && verdict !== "PAC" && verdict !== "JE";
}

function isComparedByDefault({ task }: PublicProblem): boolean {
  return (task.kind === "batch" || task.kind === "answers") && task.checker.kind === "default";
}
