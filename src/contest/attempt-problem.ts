import { combiningOf, subtasksAddUp } from "../domain/combining.ts";
import type { ToldSubmission } from "../domain/feedback.ts";
import { type Problem, publicView } from "../domain/problem.ts";
import type { Program } from "../domain/program.ts";
import { randomFrom } from "../domain/random.ts";
import { judgeProgram } from "../judge/judge-program.ts";
import { stopLostSubtasks } from "../judge/stop-rule.ts";
import type { EventOf, LoggedEvent } from "../run-log/event.ts";
import { speakers } from "../selection/clusters.ts";
import { isProblemSolved } from "../selection/progress.ts";
import { streamOf } from "../selection/simulate.ts";
import type { Choice, PoolView, Strategy } from "../selection/strategy.ts";
import { comparePairs } from "../solver/compare-pairs.ts";
import { crossCheck } from "../solver/cross-check.ts";
import { fillCandidatePool, type PoolInRound, type SampleSettings } from "../solver/fill-candidate-pool.ts";
import { makeTests, type TestDeps, type TestSettings } from "../solver/make-tests.ts";
import { mutateSamples } from "../solver/mutate-samples.ts";
import { rateCandidates } from "../solver/rate-candidates.ts";
import { takeSignatures } from "../solver/take-signatures.ts";
import { AttemptState } from "./attempt-state.ts";
import type { ContestClock } from "./contest-clock.ts";
import { ContestServer, type ContestTerms } from "./contest-server.ts";
import { judgeRest } from "./judge-rest.ts";
import { packageValidators } from "./package-validators.ts";
import { viewedProblem, viewPool } from "./view-pool.ts";

export interface AttemptSettings extends SampleSettings, ContestTerms {
  readonly strategy: Strategy;
  /** Sampling and submitting take turns so often. */
  readonly rounds: number;
  /** Clusters of which a model is to rate a program, in each round. */
  readonly ratings: number;
  readonly tests: TestSettings;
}

export interface AttemptDeps extends TestDeps {
  readonly contestClock: ContestClock;
  /** What an earlier, interrupted part of this run has logged. */
  readonly logged: Iterable<LoggedEvent>;
}

/** Why submitting ends for good; undefined where only its round is over. */
type End = string | undefined;

/** One problem from nothing to its score: fill the pool, choose and submit, in rounds; then judge the rest for comparison. */
export class ProblemAttempt {
  readonly #problem: Problem;
  readonly #settings: AttemptSettings;
  readonly #deps: AttemptDeps;
  readonly #state: AttemptState;
  readonly #server: ContestServer;
  readonly #told: ToldSubmission[] = [];
  #pool: PoolView | undefined;

  constructor(problem: Problem, settings: AttemptSettings, deps: AttemptDeps) {
    this.#problem = problem;
    this.#settings = { ...settings, combining: combiningOf(settings.combining, subtasksAddUp(problem)) };
    this.#deps = deps;
    this.#state = new AttemptState(problem.id, deps.logged);
    const { made } = this.#state;
    const stop = stopLostSubtasks(problem);
    const history = { made: made.length, lastAtMs: made.at(-1)?.atMs };
    this.#server = new ContestServer(problem, settings, history, {
      ...{ log: deps.log, contestClock: deps.contestClock },
      judge: (program) => judgeProgram(problem, program, stop, deps.judge),
    });
  }

  /** Samples and submits until it is over; goes on where an earlier part of the run was interrupted. */
  async goOn(): Promise<void> {
    if (this.#state.finished) return;
    await this.#hearOfEarlierSubmissions();
    const end = await this.#submitInRounds();
    this.#deps.log.append({ type: "problem-finished", problem: this.#problem.id, reason: end });
  }

  /** Afterwards, for the baselines of the report. */
  async judgeRest(): Promise<void> {
    const { readText, judge } = this.#deps;
    await judgeRest(this.#state, { server: this.#server, readText, slotCount: judge.sandbox.slotCount });
  }

  async #hearOfEarlierSubmissions(): Promise<void> {
    for (const { number, candidate, subtask } of this.#state.made) {
      const known = this.#state.judged.get(number)?.judgement;
      const feedback = known
        ? this.#server.tell(known)
        : await this.#server.judgeMade(number, candidate, this.#programOf(candidate));
      this.#told.push({ candidate, subtask, feedback });
    }
  }

  async #submitInRounds(): Promise<string> {
    const { rounds, samples, submissionLimit } = this.#settings;
    const state = this.#state;
    for (; state.round < rounds; state.enterRound(state.round + 1)) {
      const share = (state.round + 1) / rounds;
      const round = { number: state.round, samples: Math.floor(samples * share), told: this.#told };
      if (!state.isSubmitting) {
        const at = { round, state: state.pool };
        await this.#fillPool(at);
      }
      const end = await this.#submitUntil(Math.floor(submissionLimit * share));
      if (end !== undefined) return end;
      this.#deps.log.append({ type: "round-finished", problem: this.#problem.id, round: state.round });
    }
    return this.#told.length >= submissionLimit
      ? `the limit of ${submissionLimit} submissions is reached`
      : "no candidate is left to submit";
  }

  /** The candidates of the round, the inputs that tell them apart, and what each makes of them. */
  async #fillPool(at: PoolInRound): Promise<void> {
    const problem = publicView(this.#problem);
    await fillCandidatePool(problem, this.#settings, at, this.#deps);
    const { tests } = this.#settings;
    const validators = packageValidators(this.#problem, { ...this.#deps.judge, signal: this.#deps.signal });
    if (tests.from === "package") await mutateSamples(problem, tests, at.state, { ...this.#deps, validators });
    else await makeTests(problem, tests, at.state, this.#deps);
    await takeSignatures(problem, at.state, this.#deps);
    await crossCheck(problem, at.state, this.#deps);
    this.#pool = undefined;
    await this.#compare(at.round.number);
    await this.#rate(at.round.number);
    this.#pool = undefined;
  }

  /** What the strategy wants a model to say before it chooses; what was said in an earlier part of the run is known. */
  async #compare(round: number): Promise<void> {
    const { strategy, seed } = this.#settings;
    const { comparisons, firstComparison, pool } = this.#state;
    if (!strategy.pairs) return;
    const earlier = comparisons.filter(({ sample }) => sample < firstComparison);
    const view = { ...this.#view(), comparisons: earlier };
    const made = new Set(comparisons.map(({ sample }) => sample));
    const pairs = strategy
      .pairs(view, randomFrom(streamOf(seed, this.#told.length)))
      .map((pair, index) => ({ ...pair, sample: firstComparison + index }))
      .filter(({ sample }) => !made.has(sample));
    const onCompared = (comparison: EventOf<"candidates-compared">) => comparisons.push({ ...comparison, round });
    await comparePairs(publicView(this.#problem), pairs, this.#settings, {
      ...this.#deps,
      state: pool,
      round,
      onCompared,
    });
  }

  /** One of each cluster, the largest first; what was said in an earlier part of the run is known. */
  async #rate(round: number): Promise<void> {
    const { ratings: known, pool } = this.#state;
    if (this.#settings.ratings === 0) return;
    const unrated = speakers(this.#view())
      .slice(0, this.#settings.ratings)
      .filter((id) => !known.has(id));
    await rateCandidates(publicView(this.#problem), unrated, this.#settings, {
      ...this.#deps,
      ...{ state: pool, round },
      onRated: ({ candidate, score }) => known.set(candidate, score),
    });
  }

  async #submitUntil(submissionLimit: number): Promise<End> {
    const { strategy, seed } = this.#settings;
    for (;;) {
      this.#deps.signal?.throwIfAborted();
      const view = this.#view();
      if (isProblemSolved(view)) return "solved";
      if (this.#told.length >= submissionLimit) return undefined;
      const choice = strategy.choose(view, randomFrom(streamOf(seed, this.#told.length)));
      if (!choice) return undefined;
      const end = await this.#submit(choice);
      if (end !== undefined) return end;
    }
  }

  async #submit(choice: Choice): Promise<End> {
    const { candidate, subtask } = choice;
    const entry = { ...choice, program: this.#programOf(candidate) };
    for (;;) {
      const reply = await this.#server.submit(entry);
      if (reply.kind === "judged") {
        this.#state.submitted.add(candidate);
        this.#told.push({ candidate, subtask, feedback: reply.feedback });
        return undefined;
      }
      if (reply.because.kind !== "too-early") return reply.reason;
      this.#deps.contestClock.skipTo(reply.because.fromMs);
    }
  }

  #view(): PoolView {
    const { submissionLimit, combining } = this.#settings;
    const known = { state: this.#state, submissions: [], readText: this.#deps.readText };
    // Within a round nothing changes but submissions; strategies work out once what follows from the rest.
    this.#pool ??= viewPool(viewedProblem(this.#problem, combining), submissionLimit, known);
    return { ...this.#pool, submissions: [...this.#told] };
  }

  #programOf(id: string): Program {
    const candidate = this.#state.pool.candidates.get(id);
    if (!candidate) throw new Error(`no candidate ${id}`);
    return { language: candidate.language, source: this.#deps.readText(candidate.source) };
  }
}
