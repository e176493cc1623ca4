import type { Clock } from "../domain/clock.ts";
import { forEachConcurrently } from "../domain/concurrently.ts";
import { type Problem, publicView } from "../domain/problem.ts";
import type { Program } from "../domain/program.ts";
import { randomFrom } from "../domain/random.ts";
import { isFullScore } from "../domain/scoring.ts";
import type { EventOf, LoggedEvent } from "../run-log/event.ts";
import type { PoolView, Strategy, SubmissionView } from "../selection/strategy.ts";
import { fillCandidatePool, type SampleSettings, type SolverDeps } from "../solver/fill-candidate-pool.ts";
import { PoolState } from "../solver/pool-state.ts";
import { ContestServer } from "./contest-server.ts";

export interface AttemptSettings extends SampleSettings {
  readonly strategy: Strategy;
  readonly submissionLimit: number;
  /** Judge what was not submitted too, afterwards, so that the report can say what random choice would have got. */
  readonly baselines: boolean;
}

export interface AttemptDeps extends SolverDeps {
  readonly clock: Clock;
  /** What an earlier, interrupted part of this run has logged, `run-started` included. */
  readonly logged: Iterable<LoggedEvent>;
}

/** One problem from nothing to its score: fill the pool, choose and submit, judge the rest for comparison. */
export async function attemptProblem(problem: Problem, settings: AttemptSettings, deps: AttemptDeps): Promise<void> {
  const state = new AttemptState(deps.logged);
  if (!state.chosen) await fillCandidatePool(publicView(problem), settings, state.pool, deps);
  const contest = {
    submissionLimit: settings.submissionLimit,
    startedAtMs: state.startedAtMs,
    alreadyMade: state.made.length,
  };
  const server = new ContestServer(problem, contest, deps);
  if (!state.finished) {
    const reason = await submitFromPool(problem, settings, state, { server, deps });
    deps.log.append({ type: "run-finished", reason });
  }
  if (settings.baselines) await judgeRest(state, { server, deps });
}

/** Folded from the log: where the attempt stands. */
class AttemptState {
  readonly pool = new PoolState();
  readonly made: EventOf<"submission-made">[] = [];
  readonly judged = new Map<number, EventOf<"submission-judged">>();
  /** Candidates entered so far: what is logged, and what this part of the run adds. */
  readonly submitted = new Set<string>();
  readonly truth = new Set<string>();
  startedAtMs = 0;
  finished = false;

  constructor(logged: Iterable<LoggedEvent>) {
    for (const { event, atMs } of logged) {
      this.pool.apply(event);
      if (event.type === "run-started") this.startedAtMs = atMs;
      else if (event.type === "submission-made") {
        this.made.push(event);
        this.submitted.add(event.candidate);
      } else if (event.type === "submission-judged") this.judged.set(event.number, event);
      else if (event.type === "candidate-judged") this.truth.add(event.candidate);
      else if (event.type === "run-finished") this.finished = true;
    }
  }

  /** Once submitting has begun the pool is closed. */
  get chosen(): boolean {
    return this.made.length > 0 || this.finished;
  }
}

interface Submitting {
  readonly server: ContestServer;
  readonly deps: AttemptDeps;
}

async function submitFromPool(
  problem: Problem,
  settings: AttemptSettings,
  state: AttemptState,
  { server, deps }: Submitting,
): Promise<string> {
  const submissions: SubmissionView[] = [];
  for (const { number, candidate } of state.made) {
    const known = state.judged.get(number)?.judgement;
    const feedback = known ?? (await server.judgeMade(number, candidate, programOf(state, candidate, deps)));
    submissions.push({ candidate, feedback });
  }
  for (;;) {
    deps.signal?.throwIfAborted();
    if (submissions.some(({ feedback }) => isFullScore(feedback.score, problem.maxScore))) return "solved";
    const view: PoolView = {
      candidates: candidateViews(state, problem),
      submissions,
      submissionLimit: settings.submissionLimit,
    };
    // A stream of its own for each submission: an interrupted run goes on as an undisturbed one would.
    const choice = settings.strategy.choose(view, randomFrom(settings.seed * 1_000_003 + submissions.length));
    if (!choice) return "no candidate is left to submit";
    const reply = await server.submit({ ...choice, program: programOf(state, choice.candidate, deps) });
    if (reply.kind === "refused") return reply.reason;
    state.submitted.add(choice.candidate);
    submissions.push({ candidate: choice.candidate, feedback: reply.feedback });
  }
}

async function judgeRest(state: AttemptState, { server, deps }: Submitting): Promise<void> {
  const rest = [...state.pool.tested.values()].filter(
    ({ candidate, compile }) => compile.ok && !state.submitted.has(candidate) && !state.truth.has(candidate),
  );
  await forEachConcurrently(rest, deps.judge.sandbox.slotCount, ({ candidate }) =>
    server.judgeUnsubmitted(candidate, programOf(state, candidate, deps)),
  );
}

function candidateViews(state: AttemptState, problem: Problem): PoolView["candidates"] {
  const sampleCount = problem.testcases.filter((testcase) => testcase.kind === "sample").length;
  return [...state.pool.tested.values()]
    .map(({ candidate, compile, samples }) => ({
      id: candidate,
      compiles: compile.ok,
      samplesPassed: samples.filter((sample) => sample.verdict === "AC").length,
      sampleCount,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function programOf(state: AttemptState, id: string, deps: AttemptDeps): Program {
  const candidate = state.pool.candidates.get(id);
  if (!candidate) throw new Error(`no candidate ${id}`);
  return { language: candidate.language, source: deps.readText(candidate.source) };
}
