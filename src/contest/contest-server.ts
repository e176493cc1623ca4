import type { Clock } from "../domain/clock.ts";
import { JudgeError, messageOf } from "../domain/errors.ts";
import type { Judgement } from "../domain/judgement.ts";
import type { Problem } from "../domain/problem.ts";
import type { Program } from "../domain/program.ts";
import { judgeProgram } from "../judge/judge-program.ts";
import { stopLostSubtasks } from "../judge/stop-rule.ts";
import type { JudgeDeps } from "../judge/test-program.ts";
import type { RunLog } from "../run-log/run-log.ts";
import type { Feedback } from "../selection/strategy.ts";

export interface Entry {
  readonly candidate: string;
  readonly program: Program;
  readonly why: string;
}

/** The contest's answer to a submission. */
export type Reply =
  | { readonly kind: "judged"; readonly feedback: Feedback }
  | { readonly kind: "refused"; readonly reason: string };

export interface ContestServerDeps {
  readonly judge: JudgeDeps;
  readonly log: RunLog;
  readonly clock: Clock;
}

/** The one part that sees secret testcases and verdicts. It counts submissions and tells what the contest tells. */
export class ContestServer {
  readonly #problem: Problem;
  readonly #submissionLimit: number;
  readonly #startedAtMs: number;
  readonly #deps: ContestServerDeps;
  #made: number;

  constructor(
    problem: Problem,
    contest: { submissionLimit: number; startedAtMs: number; alreadyMade: number },
    deps: ContestServerDeps,
  ) {
    this.#problem = problem;
    this.#submissionLimit = contest.submissionLimit;
    this.#startedAtMs = contest.startedAtMs;
    this.#made = contest.alreadyMade;
    this.#deps = deps;
  }

  async submit({ candidate, program, why }: Entry): Promise<Reply> {
    if (this.#made >= this.#submissionLimit)
      return { kind: "refused", reason: `the limit of ${this.#submissionLimit} submissions is reached` };
    const { log, clock } = this.#deps;
    const number = ++this.#made;
    log.append({ type: "submission-made", number, candidate, why, atMs: clock.nowMs() - this.#startedAtMs });
    return { kind: "judged", feedback: await this.judgeMade(number, candidate, program) };
  }

  /** Judges a submission that is entered already: also what is left to do for one that an interruption cut off. */
  async judgeMade(number: number, candidate: string, program: Program): Promise<Feedback> {
    const { log } = this.#deps;
    const judgement = await this.#judge(candidate, program, "submission");
    log.append({ type: "submission-judged", number, judgement: plain(judgement) });
    return { verdict: judgement.verdict, score: judgement.score, subtasks: judgement.subtasks };
  }

  /** For the report's baselines alone, and only when the contest is over for this problem. */
  async judgeUnsubmitted(candidate: string, program: Program): Promise<void> {
    const judgement = await this.#judge(candidate, program, "pool");
    this.#deps.log.append({ type: "candidate-judged", candidate, judgement: plain(judgement) });
  }

  async #judge(candidate: string, program: Program, during: "submission" | "pool"): Promise<Judgement> {
    try {
      return await judgeProgram(this.#problem, program, stopLostSubtasks(this.#problem), this.#deps.judge);
    } catch (error) {
      if (error instanceof JudgeError)
        this.#deps.log.append({ type: "judge-failed", candidate, during, message: messageOf(error) });
      throw error;
    }
  }
}

/** As the log's schema has it: lists that may be changed. */
function plain(judgement: Judgement) {
  return { ...judgement, subtasks: [...judgement.subtasks], testcases: [...judgement.testcases] };
}
