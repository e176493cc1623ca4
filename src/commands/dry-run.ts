import { type PackagedProblem, publicView } from "../domain/problem.ts";
import { costUsd, type Price } from "../model/language-model.ts";
import { TokenEstimate } from "../model/token-estimate.ts";
import { plural, table } from "../report/words.ts";
import { type PlanSettings, planQuestions } from "../solver/plan-questions.ts";

const WIDTH = 100;

export interface DryRun {
  readonly problems: readonly PackagedProblem[];
  readonly settings: PlanSettings;
  readonly maxOutputTokens: number | undefined;
  readonly price: Price | undefined;
  /** So often all of it. */
  readonly runs: number;
}

/** What a run would ask in its first round and in all, with an estimate of what it would take. */
export async function dryRunText({ problems, settings, maxOutputTokens, price, runs }: DryRun): Promise<string> {
  const estimate = new TokenEstimate();
  const outputTokensEach = Math.min(estimate.ofOutput(), maxOutputTokens ?? Number.POSITIVE_INFINITY);
  const rows = [["questions", "prompts", "tokens in", "tokens out", "for"]];
  const sum = { questions: 0, inputTokens: 0, outputTokens: 0 };
  for (const packaged of problems) {
    const { timeLimit, ...problem } = packaged;
    // A limit that is to be measured is not known yet: the prompt's length does not depend on it.
    const limits = { ...problem.limits, timeLimitMs: timeLimit.kind === "known" ? timeLimit.ms : 1000 };
    for (const { purpose, prompts } of await planQuestions(publicView({ ...problem, limits }), settings)) {
      const inputTokens = prompts.reduce((tokens, prompt) => tokens + estimate.ofInput(prompt), 0);
      const outputTokens = prompts.length * outputTokensEach;
      sum.questions += prompts.length;
      sum.inputTokens += inputTokens;
      sum.outputTokens += outputTokens;
      const counts = [prompts.length, new Set(prompts).size, inputTokens, outputTokens];
      rows.push([...counts.map((count) => count.toLocaleString("en-US")), `${problem.id}, ${purpose}`]);
    }
  }
  for (const key of ["questions", "inputTokens", "outputTokens"] as const) sum[key] *= runs;
  const usd = costUsd({ ...sum, reasoningTokens: undefined }, price);
  return [
    "Nothing is asked, no run file is written.",
    "",
    ...table(rows, [true, true, true, true, false], WIDTH).map((line) => `  ${line}`),
    "",
    `${runs === 1 ? "" : `${runs} runs of these: `}${plural(sum.questions, "question")}, about ${sum.inputTokens.toLocaleString("en-US")} tokens in and ${sum.outputTokens.toLocaleString("en-US")} out (guessed at ${outputTokensEach.toLocaleString("en-US")} an answer)`,
    `cost: ${usd === undefined ? "unknown" : `about ${usd.toFixed(2)} USD`}`,
    "Repairs, and what later rounds' prompts have more, are not in it.",
  ].join("\n");
}
