import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { type DatedProblem, type RunSettings, runContest } from "../contest/run-contest.ts";
import { parseStandings } from "../contest/standings/parse-standings.ts";
import { systemClock } from "../domain/clock.ts";
import type { Contest, ContestProblem } from "../domain/contest.ts";
import { messageOf, UsageError } from "../domain/errors.ts";
import type { PackagedProblem } from "../domain/problem.ts";
import { hasComparableOutputs } from "../judge/mark-outputs.ts";
import { prepareProblem } from "../judge/prepare-problem.ts";
import type { LanguageModel } from "../model/language-model.ts";
import { modelSettingsSchema } from "../model/model-settings.ts";
import type { EventOf, LoggedEvent } from "../run-log/event.ts";
import type { RunFile } from "../run-log/run-file.ts";
import { Budget } from "../solver/budget.ts";
import { budgetLimits, refuseUnknownPrice } from "./budget-options.ts";
import { dryRunText } from "./dry-run.ts";
import { refuseHtmlPath, writeHtmlReport } from "./html-report.ts";
import type { ExitCode, Io } from "./io.ts";
import { type OpenJudge, openJudge } from "./open-judge.ts";
import { type ModelOptions, modelLabel, openModel } from "./open-model.ts";
import { startProgress } from "./progress.ts";
import { refuseContradictions, refuseUnlike } from "./resume-options.ts";
import { createRunFile, resumeRunFile } from "./run-files.ts";
import type { RunOptions } from "./run-options.ts";
import { printRun } from "./show-run.ts";
import { solveProgressText } from "./solve-progress.ts";
import { refuseStrategy, type StartingProblem, settingsOf, startEvent, strategyName } from "./start-event.ts";

/** What is to be solved: one problem, or those of a contest. */
export interface Undertaking {
  /** What is typed to go on with a run file. */
  readonly resumeLine: (run: string) => string;
  /** What run files are named after. */
  readonly id: string;
  readonly contest: Contest | undefined;
  readonly problems: readonly ReadProblem[];
  /** Where it is one of several runs. */
  readonly repetition?: Repetition;
}

export interface Repetition {
  /** From 1. */
  readonly number: number;
  readonly of: number;
  /** The first of them, which all others are to be like but for their seeds. */
  readonly first: { readonly path: string; readonly started: EventOf<"run-started"> } | undefined;
}

export interface ReadProblem {
  readonly path: string;
  readonly problem: PackagedProblem;
  readonly inContest: ContestProblem | undefined;
}

/** Starts a run or goes on with one, shows its progress and prints its report. */
export async function performRun(undertaking: Undertaking, options: RunOptions, io: Io): Promise<ExitCode> {
  await refuseMistakes(undertaking, options);
  if (options.dryRun) return await dryRun(undertaking, options, io);
  using log = await carryOut(undertaking, options, io);
  if (options.html !== undefined) await writeHtmlReport(options.html, log, options, io);
  return printRun(log, options, io);
}

/** The same without a report. */
export async function carryOut(undertaking: Undertaking, options: RunOptions, io: Io): Promise<RunFile> {
  return options.resume ? await goOn(undertaking, options, io) : await startAnew(undertaking, options, io);
}

/** What can be told before anything is spent. */
export async function refuseMistakes(undertaking: Undertaking, options: RunOptions): Promise<void> {
  const label = labelFor(undertaking, options.model);
  refuseUnknownPrice(label, options);
  if (options.spend === "adaptive" && !options.resume && options.perSubtask === 0)
    throw new UsageError(
      "--spend adaptive splits the samples that --per-subtask asks for one subtask: give it a share",
    );
  refuseMissingValidators(undertaking.problems, options);
  refuseLowScores(undertaking.problems);
  await refuseHtmlPath(options.html);
}

async function startAnew(undertaking: Undertaking, options: RunOptions, io: Io): Promise<RunFile> {
  const models = await openModels(undertaking, options.model, options, io);
  for (const model of models.values()) refuseStrategy(options, model);
  await using judge = await openJudge(options, [options.language], io);
  const prepared = await prepare(undertaking.problems, new Map(), judge, { io, options });
  const problems = prepared.map(({ problem, inContest }): StartingProblem => {
    return { problem, timeLimitMs: problem.limits.timeLimitMs, inContest };
  });
  const { contest, repetition } = undertaking;
  const starting = { contest, standings: [], problems, model: inAll(models), imageId: judge.imageId };
  if (repetition?.first) refuseUnlike(repetition.first.path, repetition.first.started, startEvent(starting, options));
  return await closedOnFailure(await createRunFile(options.run, undertaking.id), async (log) => {
    const standings = await keepStandings(contest, log);
    const started = startEvent({ ...starting, standings }, options);
    log.append(started);
    const parts = { judge, log, logged: [...log.events()], problems: dated(prepared, models) };
    await work(undertaking, settingsOf(started, options), parts, { io, options });
  });
}

/** The file stays open for who wants to show it. */
async function closedOnFailure(log: RunFile, act: (log: RunFile) => Promise<void>): Promise<RunFile> {
  try {
    await act(log);
    return log;
  } catch (error) {
    log[Symbol.dispose]();
    throw error;
  }
}

function refuseMissingValidators(problems: readonly ReadProblem[], { tests }: RunOptions): void {
  const without = problems.find(({ problem }) => hasComparableOutputs(problem) && problem.inputValidators.length === 0);
  if (tests === "package" && without)
    throw new UsageError(`--tests package: ${without.path} has no input validators: expected one at least`);
}

function refuseLowScores(problems: readonly ReadProblem[]): void {
  const low = problems.find(({ problem: { scoring } }) => scoring.kind === "groups" && scoring.objective === "min");
  if (low)
    throw new UsageError(`${low.path}: objective: min: expected max, for a run takes the highest score for the best`);
}

async function dryRun(undertaking: Undertaking, options: RunOptions, io: Io): Promise<ExitCode> {
  const { contest, problems } = undertaking;
  const label = labelFor(undertaking, options.model);
  const isAsked = /^(openai|gguf):/.test(label);
  const model = isAsked
    ? { label, isRecorded: false, answerCount: undefined, baseUrl: undefined }
    : inAll(await openModels(undertaking, options.model, options, io));
  const starting = problems.map(({ problem, inContest }): StartingProblem => {
    return { problem, inContest, timeLimitMs: Number.NaN };
  });
  const started = startEvent({ contest, standings: [], problems: starting, model, imageId: "" }, options);
  const packages = problems.map(({ problem }) => problem);
  const { maxOutputTokens, repeat = 1 } = options;
  io.out(
    await dryRunText({
      ...{ problems: packages, settings: settingsOf(started, options), maxOutputTokens, price: started.price },
      runs: repeat,
    }),
  );
  return 0;
}

async function goOn(undertaking: Undertaking, options: RunOptions, io: Io): Promise<RunFile> {
  const { problems, contest, id } = undertaking;
  const { file, started } = await resumeRunFile(
    options.run,
    id,
    problems.map(({ problem }) => problem),
  );
  return await closedOnFailure(file, async (log) => {
    const decided = modelSettingsSchema.parse(started.model);
    const models = await openModels(undertaking, started.model.label, { ...options, ...decided }, io);
    const asked = { ...facts(inAll(models)), label: labelFor(undertaking, options.model) };
    // A limit that was measured is not measured anew: the run has it.
    const timeLimits = new Map(started.problems.map((problem) => [problem.id, problem.timeLimitMs]));
    const { language, image = "default", timeFactor = {}, imageId } = started;
    const starting = problems.map(({ problem, inContest }): StartingProblem => {
      return { problem, inContest, timeLimitMs: timeLimits.get(problem.id) ?? Number.NaN };
    });
    const strategy = options.given.has("strategy") ? options.strategy : strategyName(started);
    const asWanted = { contest, standings: [], problems: starting, model: asked, imageId };
    const wanted = startEvent(asWanted, { ...options, strategy });
    refuseContradictions(log.path, started, wanted, options.given);
    const promptsHash = started.settings["promptsHash"];
    if (promptsHash !== undefined && promptsHash !== wanted.settings["promptsHash"])
      io.note(
        "the files of prompts have changed since the run was started: what is still to be asked is asked in new words",
      );
    await using judge = await openJudge({ ...options, image, timeFactor }, [language], io);
    const prepared = await prepare(problems, timeLimits, judge, { io, options });
    const logged = [...log.events()];
    log.append({ type: "run-resumed" });
    const parts = { judge, log, logged, problems: dated(prepared, models) };
    await work(undertaking, settingsOf(started, options), parts, { io, options });
  });
}

/** Who else took part goes into the run file, so that a replay needs nothing else. */
async function keepStandings(contest: Contest | undefined, log: RunFile) {
  const kept: { name: string; text: string; sha256: string }[] = [];
  for (const path of contest?.standings ?? []) {
    const text = await readFile(path, "utf8").catch((error: unknown) => {
      throw new UsageError(`the standings ${path} cannot be read: ${messageOf(error)}`, { cause: error });
    });
    kept.push({ name: basename(path), text, sha256: log.keep(text) });
  }
  if (kept.length > 0) parseStandings(kept); // what cannot be read is told before anything is spent
  return kept.map(({ name, sha256 }) => ({ name, sha256 }));
}

type Shown = { readonly io: Io; readonly options: RunOptions };

async function prepare(
  problems: readonly ReadProblem[],
  timeLimits: ReadonlyMap<string, number>,
  judge: OpenJudge,
  { io, options }: Shown,
) {
  using progress = startProgress(io, options.quiet ?? false);
  const prepared = [];
  for (const { problem, inContest } of problems) {
    const ms = timeLimits.get(problem.id);
    const known = ms === undefined ? problem : { ...problem, timeLimit: { kind: "known", ms } as const };
    prepared.push({ problem: await prepareProblem(known, judge, (what) => progress.show(what)), inContest });
  }
  return prepared;
}

interface Parts {
  readonly judge: OpenJudge;
  readonly log: RunFile;
  readonly logged: readonly LoggedEvent[];
  readonly problems: readonly DatedProblem[];
}

/** The run with its progress; an interruption or failure is an event before it goes up. */
async function work(
  { resumeLine, repetition }: Undertaking,
  settings: RunSettings,
  { log, logged, judge, problems }: Parts,
  { io, options }: Shown,
): Promise<void> {
  const which = repetition === undefined ? "" : `run ${repetition.number} of ${repetition.of} · `;
  if (!options.quiet) io.note(`run file ${log.path}`);
  using progress = startProgress(io, options.quiet ?? false);
  const started = startOf(logged);
  const text = solveProgressText(started, logged);
  log.onAppend((event) => progress.show(which + text(event)));
  try {
    await runContest(problems, settings, {
      ...{ judge, log, logged, clock: systemClock, signal: io.signal },
      budget: new Budget(budgetLimits(started), logged, systemClock),
      readText: (sha256) => log.text(sha256),
    });
  } catch (error) {
    progress[Symbol.dispose]();
    log.append({ type: "run-interrupted", reason: messageOf(error) });
    io.note(`nothing is lost, go on with: ${resumeLine(log.path)}`);
    throw error;
  }
}

function startOf(logged: readonly LoggedEvent[]): EventOf<"run-started"> {
  for (const { event } of logged) if (event.type === "run-started") return event;
  throw new Error("a run without its first event");
}

type Models = ReadonlyMap<string, LanguageModel>;

/** For each problem by its id: recorded answers are its own, a model that is asked is the same for all. */
async function openModels(
  { problems, contest }: Undertaking,
  name: string | undefined,
  options: Omit<ModelOptions, "model">,
  io: Io,
): Promise<Models> {
  const models = new Map<string, LanguageModel>();
  const isShared = name !== undefined && !name.startsWith("recorded");
  for (const { path, problem } of problems) {
    const [first] = models.values();
    const place = { problemPath: path, problemId: problem.id, isContest: contest !== undefined };
    models.set(problem.id, isShared && first ? first : await openModel(place, { ...options, model: name }, io));
  }
  return models;
}

type ModelFacts = Pick<LanguageModel, "label" | "isRecorded" | "answerCount" | "baseUrl">;

/** What a run says of the models of all its problems. */
function inAll(models: Models): ModelFacts {
  const [first] = models.values();
  if (!first) throw new Error("a run without a problem");
  const counts = [...models.values()].flatMap(({ answerCount }) => answerCount ?? []);
  return { ...facts(first), answerCount: counts.length === 0 ? undefined : Math.max(...counts) };
}

function facts({ label, isRecorded, answerCount, baseUrl }: ModelFacts): ModelFacts {
  return { label, isRecorded, answerCount, baseUrl };
}

function labelFor({ contest, problems }: Undertaking, model: string | undefined): string {
  const [first] = problems;
  return modelLabel(contest === undefined ? first?.path : undefined, model);
}

function dated(
  prepared: readonly { readonly problem: DatedProblem["problem"]; readonly inContest: ContestProblem | undefined }[],
  models: Models,
): DatedProblem[] {
  return prepared.map(({ problem, inContest }) => {
    const model = models.get(problem.id);
    if (!model) throw new Error(`no model for ${problem.id}`);
    return { problem, day: inContest?.day ?? 1, model };
  });
}
