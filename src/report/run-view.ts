import { combiningIn } from "../contest/rules/score-contest.ts";
import type { EventOf } from "../run-log/event.ts";
import { runsInShort } from "../run-log/read-event.ts";
import type { ProblemFold } from "./fold-problem.ts";
import type { RunFold } from "./fold-run.ts";
import { type Baselines, efficiencyOf, type ProblemView, viewProblem } from "./problem-view.ts";

/** What a report shows of a run, in numbers; `undefined` is shown as "unknown". */
export interface RunView {
  readonly started: EventOf<"run-started">;
  readonly startedAtMs: number;
  /** How the run ended, or that it did not. */
  readonly state: { readonly kind: "finished" | "interrupted" | "unfinished"; readonly why: string };
  /** Over all problems, as are all that follow. */
  readonly score: number;
  readonly maxScore: number;
  readonly problems: readonly ProblemView[];
  readonly baselines: Baselines;
  readonly cost: {
    readonly inputTokens: number;
    readonly outputTokens: number;
    readonly usd: number | undefined;
    readonly tokensKnown: boolean;
  };
  readonly time: readonly { readonly what: string; readonly ms: number }[];
  readonly activeMs: number;
}

/** Undefined where the log holds no start of a run. */
export function viewRun(fold: RunFold): RunView | undefined {
  const { started } = fold;
  if (!started) return undefined;
  const problems = started.problems.flatMap((problem) => {
    const own = fold.problems.get(problem.id);
    const { submissionLimit } = started;
    return own ? [viewProblem(problem, own, { submissionLimit, combining: combiningIn(started, problem) })] : [];
  });
  const score = sum(problems.map((problem) => problem.score));
  return {
    ...{ started, startedAtMs: fold.startedAtMs, score, problems },
    state: stateOf(fold, problems),
    maxScore: sum(started.problems.map(({ maxScore }) => maxScore)),
    baselines: totalBaselines(score, problems),
    cost: costOf(fold, started),
    time: timeOf(fold),
    activeMs: fold.activeMs,
  };
}

function stateOf(fold: RunFold, problems: readonly ProblemView[]): RunView["state"] {
  if (fold.isFinished) {
    const why = new Set(problems.map(({ ended }) => ended ?? "not begun"));
    return { kind: "finished", why: [...why].join("; ") };
  }
  if (fold.interruptedBecause !== undefined) return { kind: "interrupted", why: fold.interruptedBecause };
  return { kind: "unfinished", why: "it is under way, or was killed" };
}

function totalBaselines(score: number, problems: readonly ProblemView[]): Baselines {
  const each = problems.map(({ baselines }) => baselines);
  const counts = { known: sum(each.map(({ known }) => known)), of: sum(each.map(({ of }) => of)) };
  const random = sumOfKnown(each.map((baselines) => baselines.random));
  const oracle = sumOfKnown(each.map((baselines) => baselines.oracle));
  const efficiency = random === undefined || oracle === undefined ? undefined : efficiencyOf(score, random, oracle);
  return { ...counts, random, oracle, efficiency };
}

function costOf(fold: RunFold, started: EventOf<"run-started">): RunView["cost"] {
  const answers = [...fold.problems.values()].flatMap((problem) => [...problem.answers.values()]);
  const inputTokens = sum(answers.map((answer) => answer.inputTokens ?? 0));
  const outputTokens = sum(answers.map((answer) => answer.outputTokens ?? 0));
  const tokensKnown = answers.every((answer) => answer.inputTokens !== undefined && answer.outputTokens !== undefined);
  const paid = answers.filter(({ isFromCache }) => !isFromCache);
  const isFree = started.model.isRecorded || (answers.length > 0 && paid.length === 0);
  const usd = started.price && sumOfKnown(paid.map((answer) => costUsd(answer, started.price)));
  return { inputTokens, outputTokens, usd: isFree ? 0 : usd, tokensKnown };
}

/** What one answer cost; undefined where tokens or price are not known. */
function costUsd(
  { inputTokens, cachedInputTokens = 0, outputTokens }: EventOf<"model-answered">,
  price: EventOf<"run-started">["price"],
): number | undefined {
  if (!price || inputTokens === undefined || outputTokens === undefined) return undefined;
  const { inputUsdPerMillion, cachedInputUsdPerMillion = inputUsdPerMillion, outputUsdPerMillion } = price;
  const input = (inputTokens - cachedInputTokens) * inputUsdPerMillion + cachedInputTokens * cachedInputUsdPerMillion;
  return (input + outputTokens * outputUsdPerMillion) / 1e6;
}

function timeOf(fold: RunFold): RunView["time"] {
  const over = (parts: (problem: ProblemFold) => readonly { readonly wallMs: number }[]) =>
    sum([...fold.problems.values()].flatMap((problem) => parts(problem).map(({ wallMs }) => wallMs)));
  const isRecorded = fold.started?.model.isRecorded ?? false;
  const signatures = [...fold.problems.values()].flatMap((problem) => [...problem.signatures.values()]);
  return [
    ...(isRecorded ? [] : [{ what: "waiting for the model", ms: over(({ answers }) => [...answers.values()]) }]),
    { what: "compiling", ms: over(({ tested }) => [...tested.values()].map(({ compile }) => compile)) },
    { what: "running samples", ms: over(({ tested }) => [...tested.values()].flatMap(({ samples }) => samples)) },
    ...(signatures.length === 0
      ? []
      : [{ what: "running on made inputs (CPU)", ms: sum(signatures.map(({ cpuMs }) => cpuMs)) }]),
    {
      what: "judging submissions",
      ms: over(({ submissions }) =>
        [...submissions.values()].flatMap(({ judgement }) => (judgement ? [runsInShort(judgement)] : [])),
      ),
    },
    {
      what: "judging the rest for the baselines",
      ms: over(({ truth }) => [...truth.values()].map(runsInShort)),
    },
  ];
}

/** Undefined where one of them is. */
function sumOfKnown(numbers: readonly (number | undefined)[]): number | undefined {
  const known = numbers.flatMap((number) => number ?? []);
  return known.length === numbers.length ? sum(known) : undefined;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
