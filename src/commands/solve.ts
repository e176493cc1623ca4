import { Command, Option } from "commander";
import { type AttemptSettings, attemptProblem } from "../contest/attempt-problem.ts";
import { RULES, RULES_NAMES, type RulesName } from "../contest/rules/index.ts";
import { systemClock } from "../domain/clock.ts";
import { messageOf, UsageError } from "../domain/errors.ts";
import type { Language } from "../domain/language.ts";
import type { PackagedProblem, Problem } from "../domain/problem.ts";
import { prepareProblem } from "../judge/prepare-problem.ts";
import type { LanguageModel, Price } from "../model/language-model.ts";
import type { FormatName } from "../problem/format/index.ts";
import { readProblem } from "../problem/read-problem.ts";
import type { EventOf, LoggedEvent } from "../run-log/event.ts";
import type { RunFile } from "../run-log/run-file.ts";
import { STRATEGIES, STRATEGY_NAMES, type StrategyName } from "../selection/index.ts";
import type { ExitCode, Io } from "./io.ts";
import { type JudgeSettings, type OpenJudge, openJudge } from "./open-judge.ts";
import { modelLabel, openModel } from "./open-model.ts";
import {
  formatOption,
  imageOption,
  jsonOption,
  languageOption,
  numberFrom0,
  parsePrice,
  positiveNumber,
  quietOption,
  slotsOption,
  timeFactorOption,
  wholeFrom,
} from "./options.ts";
import { startProgress } from "./progress.ts";
import { refuseContradictions } from "./resume-options.ts";
import { createRunFile, resumeRunFile } from "./run-files.ts";
import { printRun } from "./show-run.ts";
import { solveProgressText } from "./solve-progress.ts";
import { medalistVersion } from "./version.ts";

export interface SolveOptions extends JudgeSettings {
  readonly format?: FormatName;
  readonly model?: string;
  readonly samples?: number;
  readonly submissions?: number;
  readonly strategy: StrategyName;
  readonly rules: RulesName;
  readonly seed: number;
  readonly concurrency: number;
  readonly language: Language;
  readonly temperature?: number;
  readonly maxOutputTokens?: number;
  readonly budgetUsd?: number;
  readonly budgetTokens?: number;
  readonly price?: Price;
  readonly baselines: boolean;
  readonly run?: string;
  readonly resume?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
  /** The options that stand on the command line, rather than by default. */
  readonly given: ReadonlySet<string>;
}

const DEFAULT_SAMPLES = 20;

export function solveCommand(act: (problem: string, options: SolveOptions) => Promise<void>): Command {
  return new Command("solve")
    .description("sample candidate programs, judge them, select, submit; prints a report and writes a run file")
    .argument("<problem>", "a problem package: folder, archive, or row as FILE.jsonl#ID")
    .addOption(formatOption())
    .option("--model <model>", "recorded[:POOL] or openai:NAME (default: the answers recorded beside the problem)")
    .addOption(
      new Option("--samples <k>", `answers to ask for (default: all recorded ones, or ${DEFAULT_SAMPLES})`).argParser(
        wholeFrom(1),
      ),
    )
    .addOption(
      new Option("--submissions <n>", "submissions allowed (default: what the rules allow)").argParser(wholeFrom(1)),
    )
    .addOption(
      new Option("--strategy <strategy>", "how submissions are chosen")
        .choices(STRATEGY_NAMES)
        .default("public-filter"),
    )
    .addOption(new Option("--rules <rules>", "the contest's rules").choices(RULES_NAMES).default("ioi"))
    .addOption(
      new Option("--seed <n>", "everything drawn by chance follows from it").argParser(wholeFrom(0)).default(1),
    )
    .addOption(slotsOption())
    .addOption(imageOption())
    .addOption(timeFactorOption())
    .addOption(new Option("--concurrency <n>", "model requests under way at a time").argParser(wholeFrom(1)).default(8))
    .addOption(languageOption("what programs are asked for in").default("cpp20"))
    .addOption(new Option("--temperature <t>", "as the model's server takes it").argParser(numberFrom0))
    .addOption(new Option("--max-output-tokens <n>", "at most, for each answer").argParser(wholeFrom(1)))
    .addOption(
      new Option("--budget-usd <x>", "ask no more once so much is spent (needs --price)").argParser(positiveNumber),
    )
    .addOption(new Option("--budget-tokens <x>", "ask no more once so many tokens are spent").argParser(wholeFrom(1)))
    .addOption(new Option("--price <in,out>", "USD per million input and output tokens").argParser(parsePrice))
    .option("--no-baselines", "do not judge what was not submitted: random and oracle stay unknown")
    .option("--run <file>", "the run file (default: a new one under submissions/)")
    .option("--resume", "go on with an interrupted run (default: the newest of this problem under submissions/)")
    .addOption(jsonOption())
    .addOption(quietOption())
    .action((problem: string, options: Omit<SolveOptions, "given">, command: Command) => {
      const given = Object.keys(options).filter((name) => command.getOptionValueSource(name) === "cli");
      return act(problem, { ...options, given: new Set(given) });
    });
}

export async function solve(problemPath: string, options: SolveOptions, io: Io): Promise<ExitCode> {
  if (options.budgetUsd !== undefined && !options.price)
    throw new UsageError("--budget-usd needs --price: without it no cost is known");
  await using reading = await readProblem(problemPath, { ...options, signal: io.signal });
  const { problem } = reading;
  return options.resume
    ? await goOn(problemPath, problem, options, io)
    : await startAnew(problemPath, problem, options, io);
}

async function startAnew(path: string, packaged: PackagedProblem, options: SolveOptions, io: Io): Promise<ExitCode> {
  const { model: name, temperature, maxOutputTokens } = options;
  const model = await openModel(path, { model: name, temperature, maxOutputTokens }, io.env);
  await using judge = await openJudge(options, [options.language], io);
  const problem = await prepare(packaged, judge, io, options);
  using log = await createRunFile(options.run, problem.id);
  const started = startedEvent({ ...problem, timeLimitMs: problem.limits.timeLimitMs }, model, options, judge.imageId);
  log.append(started);
  const parts = { model, judge, log, logged: [...log.events()] };
  const attempt = { problemPath: path, problem, settings: settingsOfRun(started, options) };
  return await runAttempt(attempt, parts, { io, options });
}

async function goOn(path: string, packaged: PackagedProblem, options: SolveOptions, io: Io): Promise<ExitCode> {
  const { file, started } = await resumeRunFile(options.run, packaged);
  using log = file;
  const settings = settingsOfRun(started, options);
  const { label, temperature, maxOutputTokens } = started.model;
  const model = await openModel(path, { model: label, temperature, maxOutputTokens }, io.env);
  const asked = { ...model, baseUrl: model.baseUrl, label: modelLabel(path, options.model) };
  // A limit that was measured is not measured anew: the run has it.
  const timeLimit = { kind: "known", ms: started.problem.timeLimitMs } as const;
  const { language, image = "default", timeFactor = {} } = started;
  const wanted = startedEvent({ ...packaged, timeLimitMs: timeLimit.ms }, asked, options, started.imageId);
  refuseContradictions(log.path, started, wanted, options.given);
  await using judge = await openJudge({ ...options, image, timeFactor }, [language], io);
  const problem = await prepare({ ...packaged, timeLimit }, judge, io, options);
  const logged = [...log.events()];
  log.append({ type: "run-resumed" });
  return await runAttempt({ problemPath: path, problem, settings }, { model, judge, log, logged }, { io, options });
}

async function prepare(packaged: PackagedProblem, judge: OpenJudge, io: Io, options: SolveOptions): Promise<Problem> {
  using progress = startProgress(io, options.quiet ?? false);
  return await prepareProblem(packaged, judge, (what) => progress.show(what));
}

interface Parts {
  readonly model: LanguageModel;
  readonly judge: OpenJudge;
  readonly log: RunFile;
  readonly logged: readonly LoggedEvent[];
}

interface Attempt {
  readonly problemPath: string;
  readonly problem: Problem;
  readonly settings: AttemptSettings;
}

/** The attempt with its progress and its report; an interruption or failure is an event before it goes up. */
async function runAttempt(
  { problemPath, problem, settings }: Attempt,
  { log, logged, model, judge }: Parts,
  { io, options }: { io: Io; options: SolveOptions },
): Promise<ExitCode> {
  if (!options.quiet) io.note(`run file ${log.path}`);
  using progress = startProgress(io, options.quiet ?? false);
  const text = solveProgressText(settings.samples, settings.submissionLimit, logged);
  log.onAppend((event) => progress.show(text(event)));
  try {
    await attemptProblem(problem, settings, {
      ...{ model, judge, log, logged, clock: systemClock, signal: io.signal },
      readText: (sha256) => log.text(sha256),
    });
  } catch (error) {
    progress[Symbol.dispose]();
    log.append({ type: "run-interrupted", reason: messageOf(error) });
    io.note(`nothing is lost, go on with: medalist solve ${problemPath} --resume --run ${log.path}`);
    throw error;
  }
  progress[Symbol.dispose]();
  return printRun(log, { json: options.json ?? false }, io);
}

type StartedProblem = Omit<PackagedProblem, "timeLimit" | "recipes"> & { readonly timeLimitMs: number };

function startedEvent(
  problem: StartedProblem,
  model: Pick<LanguageModel, "label" | "isRecorded" | "answerCount" | "baseUrl">,
  options: SolveOptions,
  imageId: string,
): EventOf<"run-started"> {
  const { id, name, packageHash, maxScore, limits, timeLimitMs, testcases, subtasks } = problem;
  const wanted = options.samples ?? model.answerCount ?? DEFAULT_SAMPLES;
  return {
    type: "run-started",
    medalistVersion: medalistVersion(),
    problem: {
      ...{
        id,
        name,
        packageHash,
        maxScore,
        timeLimitMs,
        memoryLimitBytes: limits.memoryLimitBytes,
      },
      sampleCount: testcases.filter((testcase) => testcase.kind === "sample").length,
      testcaseCount: testcases.length,
      subtasks: subtasks.map((subtask) => ({ id: subtask.id, maxScore: subtask.maxScore })),
    },
    model: {
      ...{ label: model.label, isRecorded: model.isRecorded },
      ...(model.baseUrl === undefined ? {} : { baseUrl: model.baseUrl }),
      ...(options.temperature === undefined ? {} : { temperature: options.temperature }),
      ...(options.maxOutputTokens === undefined ? {} : { maxOutputTokens: options.maxOutputTokens }),
    },
    strategy: options.strategy,
    rules: options.rules,
    samples: Math.min(wanted, model.answerCount ?? wanted),
    submissionLimit: options.submissions ?? RULES[options.rules].submissionLimit,
    seed: options.seed,
    language: options.language,
    image: options.image,
    ...(options.timeFactor === undefined ? {} : { timeFactor: options.timeFactor }),
    ...(options.budgetTokens === undefined ? {} : { budgetTokens: options.budgetTokens }),
    ...(options.budgetUsd === undefined ? {} : { budgetUsd: options.budgetUsd }),
    ...(options.price === undefined ? {} : { price: options.price }),
    imageId,
  };
}

/** A run is decided by what its first event says; only how fast it goes may differ from session to session. */
function settingsOfRun(started: EventOf<"run-started">, options: SolveOptions): AttemptSettings {
  const { samples, language, seed, submissionLimit, budgetTokens, budgetUsd, price } = started;
  const strategy = STRATEGY_NAMES.find((name) => name === started.strategy);
  if (!strategy)
    throw new UsageError(`the run was started with strategy ${started.strategy}, which this version does not have`);
  return {
    ...{ samples, language, seed, submissionLimit, budgetTokens, budgetUsd, price },
    strategy: STRATEGIES[strategy],
    concurrency: options.concurrency,
    baselines: options.baselines,
  };
}
