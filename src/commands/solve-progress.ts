import { unionScore } from "../domain/scoring.ts";
import { sha256Of } from "../domain/sha256.ts";
import { costUsd, type Price } from "../model/language-model.ts";
import { duration, points } from "../report/words.ts";
import type { EventOf, LoggedEvent } from "../run-log/event.ts";

/** What a run is to do, over all of its problems. */
export interface Undertaken {
  readonly samples: number;
  readonly submissionLimit: number;
  readonly price: Price | undefined;
}

/** Counts a run's events as they come and says in one line, of its present phase, how far it is. */
export function solveProgressText(
  undertaken: Undertaken,
  before: readonly LoggedEvent[],
): (logged: LoggedEvent) => string {
  const counted = new Counted(undertaken);
  for (const logged of before) counted.take(logged);
  counted.beginSession();
  return (logged) => {
    counted.take(logged);
    return counted.text();
  };
}

class Counted {
  readonly #undertaken: Undertaken;
  readonly #counts = new Map<string, number>();
  readonly #clusters = new Set<string>();
  readonly #submitted = new Set<string>();
  readonly #scores = new Map<string, EventOf<"submission-judged">["judgement"]["subtasks"][]>();
  #answers = 0;
  #compiling = 0;
  #passing = 0;
  #tokens = 0;
  #usd: number | undefined = 0;
  /** Of this session alone: earlier ones may have asked another server. */
  #session: { fromMs: number | undefined; toMs: number; answers: number } = { fromMs: undefined, toMs: 0, answers: 0 };

  constructor(undertaken: Undertaken) {
    this.#undertaken = undertaken;
  }

  beginSession(): void {
    this.#session = { fromMs: undefined, toMs: 0, answers: 0 };
  }

  take({ event, atMs }: LoggedEvent): void {
    this.#counts.set(event.type, this.#count(event.type) + 1);
    this.#session.fromMs ??= atMs;
    switch (event.type) {
      case "model-answered":
        this.#takeAnswer(event);
        this.#session.toMs = atMs;
        break;
      case "candidate-tested":
        if (!event.compile.ok) break;
        this.#compiling++;
        if (event.samples.every(({ verdict }) => verdict === "AC")) this.#passing++;
        break;
      case "signature-taken":
        this.#clusters.add(sha256Of(event.problem, ...event.outputs));
        break;
      case "submission-made":
        this.#submitted.add(`${event.problem} ${event.candidate}`);
        break;
      case "submission-judged": {
        const judged = this.#scores.get(event.problem) ?? [];
        this.#scores.set(event.problem, [...judged, event.judgement.subtasks]);
        break;
      }
    }
  }

  text(): string {
    const score = points([...this.#scores.values()].reduce((sum, judged) => sum + unionScore(judged), 0));
    const submitted = this.#submitted.size;
    if (this.#count("run-finished") > 0)
      return `score ${score} · judging the rest for the baselines: ${this.#count("candidate-judged")} of ${Math.max(0, this.#compiling - submitted)}`;
    const { samples, submissionLimit } = this.#undertaken;
    const parts = [
      `answers ${this.#answers} of ${samples}${this.#rate()}`,
      `${this.#count("candidate-tested")} tried`,
      `${this.#compiling} compile`,
      `${this.#passing} pass the samples`,
      ...(this.#clusters.size > 0 ? [`${this.#clusters.size} clusters`] : []),
      ...(submitted > 0
        ? [`${submitted} of ${submissionLimit.toLocaleString("en-US")} submitted, score ${score}`]
        : []),
      ...(this.#tokens > 0 ? [`${this.#tokens.toLocaleString("en-US")} tokens`] : []),
      ...(this.#usd ? [`${this.#usd.toFixed(2)} USD`] : []),
    ];
    return parts.join(" · ");
  }

  #takeAnswer(event: EventOf<"model-answered">): void {
    if (event.purpose === "candidate") {
      this.#answers++;
      this.#session.answers++;
    }
    if (event.isFromCache) return;
    const { inputTokens, cachedInputTokens, outputTokens } = event;
    this.#tokens += (inputTokens ?? 0) + (outputTokens ?? 0);
    const usage = { inputTokens, cachedInputTokens, outputTokens, reasoningTokens: undefined };
    const usd = costUsd(usage, this.#undertaken.price);
    this.#usd = usd === undefined || this.#usd === undefined ? undefined : this.#usd + usd;
  }

  /** Nothing while too few answers came to tell, and when all are there. */
  #rate(): string {
    const { fromMs, toMs, answers } = this.#session;
    const left = this.#undertaken.samples - this.#answers;
    if (fromMs === undefined || answers < 2 || toMs <= fromMs || left <= 0) return "";
    const perMinute = (answers * 60_000) / (toMs - fromMs);
    return ` (${perMinute.toFixed(perMinute < 10 ? 1 : 0)} a minute, ${duration((left * 60_000) / perMinute)} left)`;
  }

  #count(type: LoggedEvent["event"]["type"]): number {
    return this.#counts.get(type) ?? 0;
  }
}
