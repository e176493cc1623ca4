import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../domain/errors.ts";
import type { Purpose } from "../domain/purpose.ts";
import { AnswerCache } from "../model/answer-cache.ts";
import { CachedModel } from "../model/cached-model.ts";
import { GgufModel, type GgufSettings, ggufIdentity } from "../model/gguf/gguf-model.ts";
import type { Answer, LanguageModel } from "../model/language-model.ts";
import type { ModelSettings } from "../model/model-settings.ts";
import { BatchModel } from "../model/openai/batch-model.ts";
import { OpenAiModel } from "../model/openai/openai-model.ts";
import { identityOf } from "../model/openai/settings.ts";
import { readPool } from "../model/read-pool.ts";
import { RecordedModel, type Recording } from "../model/recorded-model.ts";
import { RunFile } from "../run-log/run-file.ts";
import type { Io } from "./io.ts";
import type { AskingOptions } from "./model-options.ts";
import { openAiSettings } from "./openai-settings.ts";

export interface ModelOptions extends ModelSettings, AskingOptions {
  readonly model: string | undefined;
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
export async function openModel(
  place: ModelPlace,
  options: ModelOptions,
  io: Pick<Io, "env" | "note">,
): Promise<LanguageModel> {
  const { problemPath, isContest } = place;
  if ((options.model ?? "recorded") === "recorded" && !existsSync(join(problemPath, "recorded"))) {
    throw new UsageError(
      `${problemPath} has no recorded answers: name a model with --model openai:NAME, or make the shipped ones with npm run set-up`,
    );
  }
  const full = modelLabel(problemPath, options.model);
  const [, kind, name = ""] = /^(recorded|openai|gguf):(.+)$/s.exec(full) ?? [];
  switch (kind) {
    case "recorded": {
      const label = modelLabel(isContest ? undefined : problemPath, options.model);
      return new RecordedModel(label, await readRecorded(name, place));
    }
    case "openai": {
      const settings = openAiSettings(name, options, io);
      const isBatch = settings.api === "batch" || settings.api === "batch-responses";
      const model = isBatch ? new BatchModel(settings) : new OpenAiModel(settings);
      return withCache(model, options.cache, () => identityOf({ ...settings, baseUrl: model.baseUrl }));
    }
    case "gguf": {
      const settings = ggufSettings(name, options);
      return withCache(await GgufModel.open(settings), options.cache, () => ggufIdentity(settings));
    }
    default:
      throw new UsageError(`--model ${full}: expected recorded, recorded:POOL, openai:NAME or gguf:FILE`);
  }
}

function withCache(model: LanguageModel, path: string | undefined, identity: () => string): LanguageModel {
  return path === undefined ? model : new CachedModel(model, new AnswerCache(path), identity());
}

const GGUF_OPTIONS = ["contextTokens", "threads"];

function ggufSettings(
  path: string,
  { temperature, topP, maxOutputTokens, modelOption = {} }: ModelOptions,
): GgufSettings {
  const unknown = Object.keys(modelOption).find((option) => !GGUF_OPTIONS.includes(option));
  if (unknown !== undefined)
    throw new UsageError(`--model-option ${unknown}: for gguf:FILE there are ${GGUF_OPTIONS.join(" and ")}`);
  const whole = (option: string) => {
    const value = modelOption[option];
    if (value === undefined || (typeof value === "number" && Number.isInteger(value) && value > 0)) return value;
    throw new UsageError(`--model-option ${option}: expected a whole number from 1`);
  };
  return { path, temperature, topP, maxOutputTokens, contextTokens: whole("contextTokens"), threads: whole("threads") };
}

async function readRecorded(pool: string, { problemPath, problemId, isContest }: ModelPlace): Promise<Recording> {
  const stats = await stat(pool).catch(() => undefined);
  if (stats?.isFile()) {
    using run = RunFile.openToRead(pool);
    return recordingOf(run, problemId);
  }
  // A pool for a contest has a folder for each problem; one beside a problem is that problem's.
  const isOwn = !isContest || pool === join(problemPath, "recorded");
  return await readPool(isOwn ? pool : join(pool, problemId));
}

/** Another run's answers, by purpose, in the order of their samples. */
function recordingOf(run: RunFile, problemId: string): Recording {
  const answers = new Map<Purpose, Map<number, Answer>>();
  for (const { event } of run.events()) {
    if (event.type !== "model-answered" || event.problem !== problemId) continue;
    const { purpose, inputTokens, cachedInputTokens, outputTokens, reasoningTokens, finishReason, wallMs } = event;
    const reasoning = event.reasoning === undefined ? undefined : run.text(event.reasoning);
    const usage = { inputTokens, cachedInputTokens, outputTokens, reasoningTokens };
    const ofPurpose = answers.get(purpose) ?? new Map<number, Answer>();
    answers.set(purpose, ofPurpose);
    ofPurpose.set(event.sample, { text: run.text(event.answer), reasoning, finishReason, usage, wallMs });
  }
  if (!answers.has("candidate")) throw new UsageError(`${run.path} holds no answers of a model for ${problemId}`);
  const inOrder = [...answers].map(([purpose, ofPurpose]) => {
    const sorted = [...ofPurpose].sort(([a], [b]) => a - b);
    return [purpose, sorted.map(([, answer]) => answer)] as const;
  });
  return Object.fromEntries(inOrder);
}
