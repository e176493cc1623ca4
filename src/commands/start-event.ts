import { RULES, RULES_NAMES, type RulesName } from "../contest/rules/index.ts";
import { rulesOf } from "../contest/rules/score-contest.ts";
import type { RunSettings } from "../contest/run-contest.ts";
import { subtasksAddUp } from "../domain/combining.ts";
import type { Contest, ContestProblem } from "../domain/contest.ts";
import { UsageError } from "../domain/errors.ts";
import type { PackagedProblem } from "../domain/problem.ts";
import { containedSubtasks } from "../domain/subtask-lattice.ts";
import type { LanguageModel } from "../model/language-model.ts";
import { modelSettingsSchema } from "../model/model-settings.ts";
import type { EventOf } from "../run-log/event.ts";
import { STRATEGY_NAMES, type StrategyName, strategyOf, wantsOf } from "../selection/index.ts";
import type { Wants } from "../selection/strategy.ts";
import type { SampleSettings } from "../solver/fill-candidate-pool.ts";
import type { TestSettings } from "../solver/make-tests.ts";
import { promptsHash } from "../solver/prompt-files.ts";
import { budgetOptions } from "./budget-options.ts";
import { modelPrice } from "./model-price.ts";
import { DEFAULT_SAMPLES, type RunOptions } from "./run-options.ts";
import { readTrained, trainedOf } from "./trained-file.ts";
import { medalistVersion } from "./version.ts";

type RunStarted = EventOf<"run-started">;
type AskedModel = Pick<LanguageModel, "label" | "isRecorded" | "answerCount" | "baseUrl">;

/** A problem as a run begins with it. */
export interface StartingProblem {
  readonly problem: Omit<PackagedProblem, "timeLimit" | "recipes">;
  readonly timeLimitMs: number;
  readonly inContest: ContestProblem | undefined;
}

export interface StartingRun {
  readonly contest: Contest | undefined;
  /** Of the contest, kept in the run file. */
  readonly standings: readonly { readonly name: string; readonly sha256: string }[];
  readonly problems: readonly StartingProblem[];
  readonly model: AskedModel;
  readonly imageId: string;
}

/** The first event of a run: everything that decides it. */
export function startEvent(
  { contest, standings, problems, model, imageId }: StartingRun,
  options: RunOptions,
): RunStarted {
  const name = rulesName(contest, options);
  const rules = RULES[name];
  const wanted = options.samples ?? model.answerCount ?? DEFAULT_SAMPLES;
  const minIntervalS = options.minInterval;
  const price = modelPrice(model.label, options);
  const trained = options.trained === undefined ? undefined : readTrained(options.trained);
  const wants = wantsOf(options.strategy);
  return {
    type: "run-started",
    medalistVersion: medalistVersion(),
    ...(contest === undefined ? {} : { contest: startedContest(contest, standings) }),
    problems: problems.map(startedProblem),
    model: {
      ...{ label: model.label, isRecorded: model.isRecorded },
      ...(model.baseUrl === undefined ? {} : { baseUrl: model.baseUrl }),
      ...modelSettingsSchema.parse(options),
    },
    ...{ strategy: options.strategy, rules: name, rounds: options.rounds ?? wants.rounds },
    samples: Math.min(wanted, model.answerCount ?? wanted),
    submissionLimit: options.submissions ?? contest?.submissionLimit ?? rules.submissionLimit,
    feedback: options.feedback ?? contest?.feedback ?? rules.feedback,
    minIntervalMs: minIntervalS === undefined ? (contest?.minIntervalMs ?? rules.minIntervalMs) : minIntervalS * 1000,
    ...(contest === undefined ? {} : { lengthMs: contest.lengthMs }),
    ...{ seed: options.seed, language: options.language, image: options.image },
    ...(options.timeFactor === undefined ? {} : { timeFactor: options.timeFactor }),
    ...(options.budgetTokens === undefined ? {} : { budgetTokens: options.budgetTokens }),
    ...(options.budgetUsd === undefined ? {} : { budgetUsd: options.budgetUsd }),
    ...(price === undefined ? {} : { price }),
    settings: {
      ...samplingOptions(options),
      ...testOptions(options, wants),
      ...(trained === undefined ? {} : { trained }),
      ...ratingOptions(options, wants),
      ...budgetOptions(options),
    },
    imageId,
  };
}

/** A run is decided by what its first event says; only how fast it goes may differ from session to session. */
export function settingsOf(started: RunStarted, options: RunOptions): RunSettings {
  const { samples, language, seed, submissionLimit, rounds, feedback, minIntervalMs, lengthMs } = started;
  return {
    ...samplingSettings(started),
    ...{ samples, language, seed, submissionLimit, rounds, feedback, minIntervalMs },
    endsAtMs: lengthMs ?? Number.POSITIVE_INFINITY,
    strategy: strategyOf(strategyName(started), trainedOf(started.settings["trained"])),
    concurrency: options.concurrency,
    ratings: numberOf(started.settings, "ratings"),
    tests: testSettings(started, options.concurrency),
    baselines: options.baselines,
  };
}

export function strategyName({ strategy }: RunStarted): StrategyName {
  const known = STRATEGY_NAMES.find((name) => name === strategy);
  if (!known) throw new UsageError(`the run was started with strategy ${strategy}, which this version does not have`);
  return known;
}

/** Before anything is made for a run: whether its strategy can work at all. */
export function refuseStrategy(options: RunOptions, model: Pick<LanguageModel, "label" | "hasAnswersFor">): void {
  const trained = options.trained === undefined ? undefined : readTrained(options.trained);
  const strategy = strategyOf(options.strategy, trainedOf(trained));
  if (strategy.pairs && model.hasAnswersFor?.("judge") === false)
    throw new UsageError(
      `--strategy ${options.strategy} has a model compare programs, and ${model.label} holds no such answers`,
    );
  if ((options.ratings ?? strategy.wants.ratings ?? 0) > 0 && model.hasAnswersFor?.("rating") === false)
    throw new UsageError(`a model is to rate programs, and ${model.label} holds no such answers: choose --ratings 0`);
}

function ratingOptions({ ratings }: RunOptions, wants: Wants): RunStarted["settings"] {
  const asked = ratings ?? wants.ratings ?? 0;
  return asked === 0 ? {} : { ratings: asked };
}

const GENERATORS_WHERE_WANTED = 16;
const INPUTS = 64;

function samplingOptions({ perSubtask, spend, hints, repairs }: RunOptions): RunStarted["settings"] {
  return { ...(spend === "fixed" ? {} : { spend }), perSubtask, hints, repairs, promptsHash: promptsHash() };
}

function samplingSettings(started: RunStarted): Omit<SampleSettings, "samples" | "seed" | "concurrency" | "language"> {
  const { settings } = started;
  return {
    combining: rulesOf(started).combining,
    ...{ perSubtask: numberOf(settings, "perSubtask"), hints: numberOf(settings, "hints") },
    repairs: numberOf(settings, "repairs"),
    spend: settings["spend"] === "adaptive" ? "adaptive" : "fixed",
  };
}

function numberOf(settings: RunStarted["settings"], name: string): number {
  const value = settings[name];
  return typeof value === "number" ? value : 0;
}

function testOptions(options: RunOptions, wants: Wants): RunStarted["settings"] {
  const { tests, validators, bruteForces, testsPerSubtask = false } = options;
  const generators = options.generators ?? (wants.inputs > 0 ? GENERATORS_WHERE_WANTED : 0);
  const inputs = options.inputs ?? (wants.inputs > 0 ? wants.inputs : INPUTS);
  if (tests === "none") return { tests };
  if (tests === "package") return { tests, inputs };
  return generators === 0 ? {} : { generators, validators, bruteForces, inputs, testsPerSubtask };
}

/** Of the votes of validators. */
const AGREEMENT = 0.75;

function testSettings({ settings, seed, language }: RunStarted, concurrency: number): TestSettings {
  const count = (name: string) => numberOf(settings, name);
  return {
    ...{ generators: count("generators"), validators: count("validators"), bruteForces: count("bruteForces") },
    ...{ inputs: count("inputs"), agreement: AGREEMENT, from: settings["tests"] === "package" ? "package" : "model" },
    ...{ perSubtask: settings["testsPerSubtask"] === true, seed, language, concurrency },
  };
}

function rulesName(contest: Contest | undefined, options: RunOptions): RulesName {
  if (options.rules !== undefined) return options.rules;
  if (contest === undefined) return "ioi";
  const name = RULES_NAMES.find((known) => known === contest.rules);
  if (!name) throw new UsageError(`${contest.id}: rules: expected ${RULES_NAMES.join(", ")}, got ${contest.rules}`);
  return name;
}

function startedProblem({ problem, timeLimitMs, inContest }: StartingProblem): RunStarted["problems"][number] {
  const { id, name, packageHash, maxScore, limits, testcases, subtasks, task } = problem;
  const contained = containedSubtasks(subtasks);
  return {
    ...{ id, name, packageHash, maxScore, timeLimitMs, memoryLimitBytes: limits.memoryLimitBytes, task: task.kind },
    sampleCount: testcases.filter((testcase) => testcase.kind === "sample").length,
    testcaseCount: testcases.length,
    subtasks: subtasks.map((subtask) => {
      return { id: subtask.id, maxScore: subtask.maxScore, contains: [...(contained.get(subtask.id) ?? [])] };
    }),
    ...(subtasksAddUp(problem) ? {} : { subtasksAddUp: false }),
    ...(inContest === undefined ? {} : { label: inContest.label, day: inContest.day }),
    ...(inContest?.points === undefined ? {} : { points: inContest.points }),
    ...(inContest?.difficulty === undefined ? {} : { difficulty: inContest.difficulty }),
  };
}

function startedContest(
  { id, name, division, cutoffs }: Contest,
  standings: StartingRun["standings"],
): NonNullable<RunStarted["contest"]> {
  return {
    ...{ id, name, standings: [...standings], cutoffs: cutoffs.map((cutoff) => ({ ...cutoff })) },
    ...(division === undefined ? {} : { division }),
  };
}
