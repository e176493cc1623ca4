import { JudgeError, messageOf } from "../domain/errors.ts";
import type { Feedback, FeedbackLevel } from "../domain/feedback.ts";
import type { Judgement } from "../domain/judgement.ts";
import type { Program } from "../domain/program.ts";
import type { RunLog } from "../run-log/run-log.ts";
import type { Choice } from "../selection/strategy.ts";
import type { ContestClock } from "./contest-clock.ts";
import { feedbackOf } from "./feedback.ts";

export interface Entry extends Choice {
  readonly program: Program;
}

/** The contest's answer to a submission. */
export type Reply =
  | { readonly kind: "judged"; readonly feedback: Feedback }
  | { readonly kind: "refused"; readonly because: Refusal; readonly reason: string };

/** `fromMs`: when it may be tried again, on the contest's clock. */
export type Refusal =
  | { readonly kind: "limit-reached" }
  | { readonly kind: "too-early"; readonly fromMs: number }
  | { readonly kind: "contest-over" };

/** What the contest allows and tells, for each of its problems. */
export interface ContestTerms {
  readonly submissionLimit: number;
  readonly minIntervalMs: number;
  /** On the contest's clock; Infinity where there is no end. */
  readonly endsAtMs: number;
  readonly feedback: FeedbackLevel;
}

/** What was submitted to the problem in an earlier part of the run. */
export interface SubmissionHistory {
  readonly made: number;
  readonly lastAtMs: number | undefined;
}

export interface ContestServerDeps {
  /** On all testcases, the secret ones included. */
  readonly judge: (program: Program) => Promise<Judgement>;
  readonly log: RunLog;
  readonly contestClock: ContestClock;
}

export interface ServedProblem {
  readonly id: string;
  /** In the order in which they are counted. */
  readonly testcases: readonly { readonly id: string }[];
}

/** The one part that sees secret testcases and verdicts. It counts submissions and tells what the contest tells. */
export class ContestServer {
  readonly #problem: ServedProblem;
  readonly #terms: ContestTerms;
  readonly #deps: ContestServerDeps;
  #made: number;
  #lastAtMs: number | undefined;

  constructor(problem: ServedProblem, terms: ContestTerms, history: SubmissionHistory, deps: ContestServerDeps) {
    this.#problem = problem;
    this.#terms = terms;
    this.#made = history.made;
    this.#lastAtMs = history.lastAtMs;
    this.#deps = deps;
  }

  async submit({ program, candidate, ...choice }: Entry): Promise<Reply> {
    const { log, contestClock } = this.#deps;
    const atMs = contestClock.nowMs();
    const refused = this.#refusal(atMs);
    const event = { problem: this.#problem.id, candidate, atMs };
    if (refused) {
      log.append({ type: "submission-refused", ...event, reason: refused.reason });
      return { kind: "refused", ...refused };
    }
    const number = ++this.#made;
    this.#lastAtMs = atMs;
    log.append({ type: "submission-made", ...event, number, ...choice });
    return { kind: "judged", feedback: await this.judgeMade(number, candidate, program) };
  }

  /** Judges a submission that is entered already: also what is left to do for one that an interruption cut off. */
  async judgeMade(number: number, candidate: string, program: Program): Promise<Feedback> {
    const judgement = await this.#judge(candidate, program, "submission");
    this.#deps.log.append({
      type: "submission-judged",
      ...{ problem: this.#problem.id, number, judgement: plain(judgement) },
    });
    return this.tell(judgement);
  }

  /** What its author is told of a judgement. */
  tell(judgement: Judgement): Feedback {
    return feedbackOf(
      judgement,
      this.#terms.feedback,
      this.#problem.testcases.map(({ id }) => id),
    );
  }

  /** For the report's baselines alone, and only when the contest is over for this problem. */
  async judgeUnsubmitted(candidate: string, program: Program): Promise<void> {
    const judgement = await this.#judge(candidate, program, "pool");
    this.#deps.log.append({
      type: "candidate-judged",
      ...{ problem: this.#problem.id, candidate, judgement: plain(judgement) },
    });
  }

  #refusal(atMs: number): { readonly because: Refusal; readonly reason: string } | undefined {
    const { submissionLimit, minIntervalMs, endsAtMs } = this.#terms;
    if (this.#made >= submissionLimit)
      return { because: { kind: "limit-reached" }, reason: `the limit of ${submissionLimit} submissions is reached` };
    if (atMs > endsAtMs) return { because: { kind: "contest-over" }, reason: "the contest is over" };
    const fromMs = this.#lastAtMs === undefined ? atMs : this.#lastAtMs + minIntervalMs;
    if (atMs >= fromMs) return undefined;
    const reason = `too early: ${minIntervalMs / 1000} s have to pass between two submissions`;
    return { because: { kind: "too-early", fromMs }, reason };
  }

  async #judge(candidate: string, program: Program, during: "submission" | "pool"): Promise<Judgement> {
    try {
      return await this.#deps.judge(program);
    } catch (error) {
      if (error instanceof JudgeError) {
        this.#deps.log.append({
          type: "judge-failed",
          problem: this.#problem.id,
          ...{ program: candidate, during, message: messageOf(error) },
        });
      }
      throw error;
    }
  }
}

/** As the log's schema has it: lists that may be changed. */
function plain(judgement: Judgement) {
  return { ...judgement, subtasks: [...judgement.subtasks], testcases: [...judgement.testcases] };
}
