import type { FeedbackLevel } from "../domain/feedback.ts";
import type { Judgement } from "../domain/judgement.ts";
import type { Usage } from "../model/language-model.ts";
import type { EventOf, LoggedEvent } from "../run-log/event.ts";
import { isProblemEvent } from "../run-log/event.ts";
import type { PoolView } from "../selection/strategy.ts";
import { AttemptState } from "./attempt-state.ts";
import { combiningIn } from "./rules/score-contest.ts";
import { viewPool } from "./view-pool.ts";

/** One problem of a finished run: what a strategy gets to see of it, round by round, and what is true. */
export interface StoredPool {
  readonly problem: EventOf<"run-started">["problems"][number];
  readonly view: PoolView;
  /** Of every candidate that compiles, where the run was judged to its end. */
  readonly truth: ReadonlyMap<string, Judgement>;
  readonly feedback: FeedbackLevel;
  /** Submissions that were made before each of its rounds began. */
  readonly roundStarts: readonly number[];
  /** Answers of the model to the question for a program, in their order. */
  readonly samples: readonly StoredSample[];
  /** What else the model was asked: for test programs and comparisons. */
  readonly otherUsage: readonly Usage[];
  /** What the run itself submitted. */
  readonly made: readonly { readonly candidate: string; readonly atMs: number }[];
}

export interface StoredSample {
  /** The programs that came of it, each by the first candidate that is the same; its repairs among them. */
  readonly candidates: readonly string[];
  readonly usage: readonly Usage[];
}

/**
 * Behind the server's wall: for reports, benches and training on runs that are over, never for a run under way. `rules`:
 * others than those that it was made under.
 */
export function storedPools(
  events: readonly LoggedEvent[],
  readText: (sha256: string) => string,
  rules?: string,
): StoredPool[] {
  const started = startOf(events);
  const repairs = Number(started.settings["repairs"] ?? 0);
  return started.problems.map((problem): StoredPool => {
    const own = events.filter(({ event }) => isProblemEvent(event) && event.problem === problem.id);
    const state = new AttemptState(problem.id, own);
    const known = { state, submissions: [], readText };
    const combining = combiningIn({ rules: rules ?? started.rules }, problem);
    return {
      problem,
      view: viewPool({ ...problem, combining }, started.submissionLimit, known),
      truth: truthOf(state, own),
      feedback: started.feedback,
      roundStarts: roundStartsOf(own),
      ...samplesOf(state, own, repairs),
      made: state.made.map(({ candidate, atMs }) => ({ candidate, atMs })),
    };
  });
}

function roundStartsOf(own: readonly LoggedEvent[]): number[] {
  const starts = [0];
  let made = 0;
  for (const { event } of own) {
    if (event.type === "submission-made") made++;
    if (event.type === "round-finished") starts.push(made);
  }
  return starts;
}

export function startOf(events: Iterable<LoggedEvent>): EventOf<"run-started"> {
  for (const { event } of events) if (event.type === "run-started") return event;
  throw new Error("a run without its first event");
}

/** Candidates that compile whose truth nobody knows: a simulation that meets one would have to guess. */
export function unjudged({ view, truth }: Pick<StoredPool, "view" | "truth">): number {
  return view.candidates.filter(({ id, compiles }) => compiles && !truth.has(id)).length;
}

function truthOf(state: AttemptState, own: readonly LoggedEvent[]): Map<string, Judgement> {
  const truth = new Map<string, Judgement>();
  for (const { event } of own)
    if (event.type === "candidate-judged") truth.set(event.candidate, inShort(event.judgement));
  for (const { number, candidate } of state.made) {
    const judged = state.judged.get(number);
    if (judged) truth.set(candidate, inShort(judged.judgement));
  }
  return truth;
}

/** Of the testcases only those that rules and feedback ask for: the first, and the first that failed; once somebody does. */
function inShort(judgement: Judgement): Judgement {
  let kept: Judgement["testcases"] | undefined;
  const { verdict, score, maxScore, compile, subtasks } = judgement;
  return {
    ...{ verdict, score, maxScore, compile, subtasks },
    get testcases() {
      kept ??= shortened(judgement.testcases);
      return kept;
    },
  };
}

function shortened(testcases: Judgement["testcases"]): Judgement["testcases"] {
  const failed = testcases.find(({ verdict }) => verdict !== "AC");
  return [...testcases.slice(0, 1), ...(failed && failed !== testcases[0] ? [failed] : [])];
}

function samplesOf({ pool }: AttemptState, own: readonly LoggedEvent[], repairs: number) {
  const samples = new Map<number, { candidates: Set<string>; usage: Usage[] }>();
  const otherUsage: Usage[] = [];
  for (const { event } of own) {
    if (event.type !== "model-answered") continue;
    const number = sampleOf(event, repairs);
    if (number === undefined) {
      otherUsage.push(usageOf(event));
      continue;
    }
    const sample = samples.get(number) ?? { candidates: new Set(), usage: [] };
    sample.usage.push(usageOf(event));
    samples.set(number, sample);
  }
  for (const { id, sameAs, purpose, sample } of pool.candidates.values())
    samples.get(sampleOf({ purpose, sample }, repairs) ?? -1)?.candidates.add(sameAs ?? id);
  const inOrder = [...samples].sort(([a], [b]) => a - b);
  return {
    samples: inOrder.map(([, { candidates, usage }]) => ({ candidates: [...candidates], usage })),
    otherUsage,
  };
}

/** The sample that an answer belongs to: repair r of sample s has the number s × repairs + r. */
function sampleOf(
  { purpose, sample }: Pick<EventOf<"model-answered">, "purpose" | "sample">,
  repairs: number,
): number | undefined {
  if (purpose === "candidate") return sample;
  return purpose === "repair" ? Math.floor(sample / Math.max(1, repairs)) : undefined;
}

function usageOf({ inputTokens, cachedInputTokens, outputTokens, reasoningTokens }: EventOf<"model-answered">): Usage {
  return { inputTokens, cachedInputTokens, outputTokens, reasoningTokens };
}
