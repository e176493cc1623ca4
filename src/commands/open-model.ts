import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../domain/errors.ts";
import type { Answer, LanguageModel } from "../model/language-model.ts";
import { OpenAiModel } from "../model/openai-model.ts";
import { readPool } from "../model/read-pool.ts";
import { RecordedModel } from "../model/recorded-model.ts";
import { RunFile } from "../run-log/run-file.ts";
import type { Io } from "./io.ts";

export interface ModelOptions {
  readonly model: string | undefined;
  readonly temperature: number | undefined;
  readonly maxOutputTokens: number | undefined;
}

/** A model's name in full, as a run keeps it; in a contest the answers recorded beside each problem are `recorded`. */
export function modelLabel(problemPath: string | undefined, model: string | undefined): string {
  if (model !== undefined && model !== "recorded") return model;
  return problemPath === undefined ? "recorded" : `recorded:${join(problemPath, "recorded")}`;
}

/** Which problem a model is asked about. */
export interface ModelPlace {
  readonly problemPath: string;
  readonly problemId: string;
  /** Its pool is one of several. */
  readonly isContest: boolean;
}

/** The model that `--model` names; without it, the answers recorded beside the problem. */
export async function openModel(place: ModelPlace, options: ModelOptions, env: Io["env"]): Promise<LanguageModel> {
  const { problemPath, isContest } = place;
  if ((options.model ?? "recorded") === "recorded" && !existsSync(join(problemPath, "recorded"))) {
    throw new UsageError(
      `${problemPath} has no recorded answers: name a model with --model openai:NAME, or make the shipped ones with npm run set-up`,
    );
  }
  const name = modelLabel(problemPath, options.model);
  const label = modelLabel(isContest ? undefined : problemPath, options.model);
  if (name.startsWith("recorded:"))
    return new RecordedModel(label, await readRecorded(name.slice("recorded:".length), place));
  if (name.startsWith("openai:") && name.length > "openai:".length)
    return openAi(name.slice("openai:".length), options, env);
  throw new UsageError(`--model ${name}: expected recorded, recorded:POOL or openai:NAME`);
}

async function readRecorded(pool: string, { problemPath, problemId, isContest }: ModelPlace): Promise<Answer[]> {
  const stats = await stat(pool).catch(() => undefined);
  if (stats?.isFile()) {
    using run = RunFile.openToRead(pool);
    return answersOf(run, problemId);
  }
  // A pool for a contest has a folder for each problem; one beside a problem is that problem's.
  const isOwn = !isContest || pool === join(problemPath, "recorded");
  return await readPool(isOwn ? pool : join(pool, problemId));
}

/** Another run's answers, in the order of their samples. */
function answersOf(run: RunFile, problemId: string): Answer[] {
  const answers = new Map<number, Answer>();
  for (const { event } of run.events()) {
    if (event.type !== "model-answered" || event.problem !== problemId || event.purpose !== "candidate") continue;
    const { inputTokens, outputTokens, reasoningTokens, finishReason, wallMs } = event;
    const reasoning = event.reasoning === undefined ? undefined : run.text(event.reasoning);
    answers.set(event.sample, {
      text: run.text(event.answer),
      reasoning,
      finishReason,
      usage: { inputTokens, outputTokens, reasoningTokens },
      wallMs,
    });
  }
  if (answers.size === 0) throw new UsageError(`${run.path} holds no answers of a model for ${problemId}`);
  return [...answers].sort(([a], [b]) => a - b).map(([, answer]) => answer);
}

function openAi(name: string, options: ModelOptions, env: Io["env"]): LanguageModel {
  const baseUrl = env["OPENAI_BASE_URL"];
  const apiKey = env["OPENAI_API_KEY"];
  if (!apiKey && !baseUrl)
    throw new UsageError("OPENAI_API_KEY is not set: set it, or OPENAI_BASE_URL for a server that needs no key");
  const { temperature, maxOutputTokens } = options;
  return new OpenAiModel({
    name,
    baseUrl,
    apiKey: apiKey || "none",
    temperature,
    maxOutputTokens,
    timeoutMs: 30 * 60_000,
    retries: 5,
  });
}
