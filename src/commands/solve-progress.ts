import { combiningIn } from "../contest/rules/score-contest.ts";
import { BestSoFar, type Combining } from "../domain/combining.ts";
import { sha256Of } from "../domain/sha256.ts";
import { costUsd, type Price } from "../model/language-model.ts";
import { duration, plural, points } from "../report/words.ts";
import type { EventOf, LoggedEvent } from "../run-log/event.ts";

type Started = EventOf<"run-started">;

/** Counts a run's events as they come and says how far it is: a line for the whole, and one for each of several problems. */
export function solveProgressText(
  started: Pick<Started, "problems" | "rules" | "samples" | "submissionLimit" | "price">,
  before: readonly LoggedEvent[],
): (logged: LoggedEvent) => string {
  const { problems, samples, submissionLimit, price } = started;
  const combining = new Map(problems.map((problem) => [problem.id, combiningIn(started, problem)]));
  const counted = (count: number) =>
    new Counted({ samples: samples * count, submissionLimit: submissionLimit * count, price, combining });
  const whole = counted(problems.length);
  const own = new Map(problems.length > 1 ? problems.map(({ id }) => [id, counted(1)]) : []);
  const take = (logged: LoggedEvent) => {
    whole.take(logged);
    if ("problem" in logged.event) own.get(logged.event.problem)?.take(logged);
  };
  for (const logged of before) take(logged);
  whole.beginSession();
  const width = Math.max(0, ...problems.map(({ id }) => id.length));
  return (logged) => {
    take(logged);
    return [whole.text(), ...[...own].map(([id, one]) => `  ${id.padEnd(width)}  ${one.briefly()}`)].join("\n");
  };
}

/** What is to be done. */
interface Undertaken {
  readonly samples: number;
  readonly submissionLimit: number;
  readonly price: Price | undefined;
  /** By problem. */
  readonly combining: ReadonlyMap<string, Combining>;
}

class Counted {
  readonly #undertaken: Undertaken;
  readonly #counts = new Map<string, number>();
  readonly #clusters = new Set<string>();
  readonly #repairs = new Set<string>();
  readonly #submitted = new Set<string>();
  /** By problem. */
  readonly #best: ReadonlyMap<string, BestSoFar>;
  #answers = 0;
  /** Answers whose program was tried, was there before, or is none. */
  readonly #settled = new Pace();
  readonly #signed = new Pace();
  readonly #judged = new Pace();
  /** By problem. */
  readonly #compilingOf = new Map<string, number>();
  /** Problems whose programs are run on inputs. */
  readonly #withInputs = new Set<string>();
  #passing = 0;
  #tokens = 0;
  #hasUncounted = false;
  #usd: number | undefined = 0;

  constructor(undertaken: Undertaken) {
    this.#undertaken = undertaken;
    this.#best = new Map([...undertaken.combining].map(([id, combining]) => [id, new BestSoFar(combining)]));
  }

  beginSession(): void {
    for (const pace of [this.#settled, this.#signed, this.#judged]) pace.beginSession();
  }

  take({ event, atMs }: LoggedEvent): void {
    this.#counts.set(event.type, this.#count(event.type) + 1);
    this.#settled.begin(atMs);
    switch (event.type) {
      case "model-answered":
        this.#takeAnswer(event);
        break;
      case "answer-unusable":
        if (event.purpose === "candidate") this.#settled.step(atMs);
        break;
      case "candidate-extracted":
        if (event.purpose === "repair") this.#repairs.add(`${event.problem} ${event.candidate}`);
        else if (event.sameAs !== undefined) this.#settled.step(atMs);
        break;
      case "candidate-tested":
        if (!this.#repairs.has(`${event.problem} ${event.candidate}`)) this.#settled.step(atMs);
        if (!event.compile.ok) break;
        this.#compilingOf.set(event.problem, (this.#compilingOf.get(event.problem) ?? 0) + 1);
        if (event.samples.every(({ verdict }) => verdict === "AC")) this.#passing++;
        break;
      case "signature-taken":
        this.#signed.step(atMs);
        this.#clusters.add(sha256Of(event.problem, ...event.outputs));
        break;
      case "inputs-kept":
        this.#signed.begin(atMs);
        if (event.inputs.length > 0) this.#withInputs.add(event.problem);
        break;
      case "candidate-judged":
        this.#judged.step(atMs);
        break;
      case "run-finished":
        this.#judged.begin(atMs);
        break;
      case "submission-made":
        this.#submitted.add(`${event.problem} ${event.candidate}`);
        break;
      case "submission-judged":
        this.#best.get(event.problem)?.add(event.judgement);
        break;
    }
  }

  text(): string {
    const score = this.#score();
    const submitted = this.#submitted.size;
    if (this.#count("run-finished") > 0) {
      const rest = Math.max(0, this.#compiling() - submitted);
      return `score ${score} · judging the rest for the baselines: ${this.#judged.steps} of ${rest}${this.#judged.text(rest)}`;
    }
    const { samples, submissionLimit } = this.#undertaken;
    const parts = [
      `answers ${this.#answers} of ${samples}`,
      `${this.#count("candidate-tested")} tried${this.#settled.text(samples)}`,
      `${this.#compiling()} compile`,
      `${this.#passing} pass the samples`,
      ...(this.#clusters.size > 0 ? [this.#clustersText()] : []),
      ...(submitted > 0
        ? [`${submitted} of ${submissionLimit.toLocaleString("en-US")} submitted, score ${score}`]
        : []),
      ...(this.#tokens > 0
        ? [`${this.#hasUncounted ? "more than " : ""}${this.#tokens.toLocaleString("en-US")} tokens`]
        : []),
      ...(this.#usd ? [`${this.#usd.toFixed(2)} USD`] : []),
    ];
    return parts.join(" · ");
  }

  /** Of one problem among others. */
  briefly(): string {
    const { samples, submissionLimit } = this.#undertaken;
    const submitted = this.#submitted.size;
    const over = this.#count("problem-finished") > 0;
    if (submitted > 0 || over) {
      const limit = submissionLimit.toLocaleString("en-US");
      return `${submitted} of ${limit} submitted, score ${this.#score()}${over ? ", over" : ""}`;
    }
    const pool = `${this.#count("candidate-tested")} tried · ${this.#passing} pass the samples`;
    return `answers ${this.#answers} of ${samples} · ${pool}${this.#clusters.size > 0 ? ` · ${this.#clustersText()}` : ""}`;
  }

  #score(): string {
    return points([...this.#best.values()].reduce((sum, { score }) => sum + score, 0));
  }

  /** Programs run on the inputs, of those that compile, and how many of them differ. */
  #clustersText(): string {
    const wanted = this.#compiling(this.#withInputs);
    const { steps } = this.#signed;
    const run = steps < wanted ? ` of ${steps} run on the inputs${this.#signed.text(wanted)}` : "";
    return `${plural(this.#clusters.size, "cluster")}${run}`;
  }

  #compiling(problems: Iterable<string> = this.#compilingOf.keys()): number {
    return [...problems].reduce((sum, problem) => sum + (this.#compilingOf.get(problem) ?? 0), 0);
  }

  #takeAnswer(event: EventOf<"model-answered">): void {
    if (event.purpose === "candidate") this.#answers++;
    if (event.isFromCache) return;
    const { inputTokens, cachedInputTokens, outputTokens } = event;
    this.#hasUncounted ||= inputTokens === undefined || outputTokens === undefined;
    this.#tokens += (inputTokens ?? 0) + (outputTokens ?? 0);
    const usage = { inputTokens, cachedInputTokens, outputTokens, reasoningTokens: undefined };
    const usd = costUsd(usage, this.#undertaken.price);
    this.#usd = usd === undefined || this.#usd === undefined ? undefined : this.#usd + usd;
  }

  #count(type: LoggedEvent["event"]["type"]): number {
    return this.#counts.get(type) ?? 0;
  }
}

const RECENT = 100;

/** How fast something goes on of late, in this session: earlier ones may have had another server or another machine. */
class Pace {
  steps = 0;
  /** When it began, or the last step that is forgotten was made, and the steps since. */
  #times: number[] = [];

  beginSession(): void {
    this.#times = [];
  }

  begin(atMs: number): void {
    if (this.#times.length === 0) this.#times.push(atMs);
  }

  step(atMs: number): void {
    this.steps++;
    this.begin(atMs);
    this.#times.push(atMs);
    if (this.#times.length > RECENT) this.#times.shift();
  }

  /** Nothing while there is too little to tell by, and at the end. */
  text(wanted: number): string {
    const [fromMs = 0, toMs = 0] = [this.#times[0], this.#times.at(-1)];
    const steps = this.#times.length - 1;
    const left = wanted - this.steps;
    if (steps < 2 || toMs <= fromMs || left <= 0) return "";
    const perMinute = (steps * 60_000) / (toMs - fromMs);
    return ` (${perMinute.toFixed(perMinute < 10 ? 1 : 0)} a minute, ${duration((left * 60_000) / perMinute)} left)`;
  }
}
