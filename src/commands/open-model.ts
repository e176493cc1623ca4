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

/** A model's name in full, as a run keeps it. */
export function modelLabel(problemPath: string, model: string | undefined): string {
  return model === undefined || model === "recorded" ? `recorded:${join(problemPath, "recorded")}` : model;
}

/** The model that `--model` names; without it, the answers recorded beside the problem. */
export async function openModel(problemPath: string, options: ModelOptions, env: Io["env"]): Promise<LanguageModel> {
  const name = modelLabel(problemPath, options.model);
  if (options.model === undefined && !existsSync(join(problemPath, "recorded"))) {
    throw new UsageError(`${problemPath} has no recorded answers: name a model with --model openai:NAME`);
  }
  if (name.startsWith("recorded:")) return new RecordedModel(name, await readRecorded(name.slice("recorded:".length)));
  if (name.startsWith("openai:") && name.length > "openai:".length)
    return openAi(name.slice("openai:".length), options, env);
  throw new UsageError(`--model ${name}: expected recorded, recorded:POOL or openai:NAME`);
}

async function readRecorded(pool: string): Promise<Answer[]> {
  const stats = await stat(pool).catch(() => undefined);
  if (!stats?.isFile()) return readPool(pool);
  using run = RunFile.openToRead(pool);
  return answersOf(run);
}

/** Another run's answers, in the order of their samples. */
function answersOf(run: RunFile): Answer[] {
  const answers = new Map<number, Answer>();
  for (const { event } of run.events()) {
    if (event.type !== "model-answered") continue;
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
  if (answers.size === 0) throw new UsageError(`${run.path} holds no answers of a model`);
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
