import { UsageError } from "../domain/errors.ts";
import { FIELDS, type OpenAiSettings, SERVER_PRESETS, type ServerPreset } from "../model/openai/settings.ts";
import type { Io } from "./io.ts";
import type { ModelOptions } from "./open-model.ts";

const FIRST_WAIT_MS = 500;
const POLL_MS = 15_000;

/** What the options and the environment say of a server, on top of what is known of its kind. */
export function openAiSettings(
  name: string,
  options: ModelOptions,
  { env, note }: Pick<Io, "env" | "note">,
): OpenAiSettings {
  const baseUrl = env["OPENAI_BASE_URL"];
  const apiKey = env["OPENAI_API_KEY"];
  if (!apiKey && !baseUrl)
    throw new UsageError("OPENAI_API_KEY is not set: set it, or OPENAI_BASE_URL for a server that needs no key");
  const { api = "chat", server, temperature, topP, maxOutputTokens, reasoningEffort } = options;
  const preset: ServerPreset = server === undefined ? {} : SERVER_PRESETS[server];
  const fields = { ...FIELDS[api], ...(api === "chat" || api === "batch" ? preset.fields : {}), ...options.modelField };
  refuseUnsayable({ temperature, topP, maxOutputTokens, reasoningEffort }, fields);
  if (options.samplesPerRequest > 1 && fields.samples === "")
    throw new UsageError(
      `--samples-per-request ${options.samplesPerRequest}: this server gives one answer to a request`,
    );
  return {
    ...{ name, baseUrl, apiKey: apiKey || "none", api, temperature, topP, maxOutputTokens, reasoningEffort, fields },
    systemRole: options.systemRole ?? preset.systemRole ?? "system",
    options: options.modelOption ?? {},
    isStreamed: options.stream,
    samplesPerRequest: options.samplesPerRequest,
    concurrency: options.concurrency,
    requestsPerMinute: options.requestsPerMinute,
    tokensPerMinute: options.tokensPerMinute,
    timeoutMs: options.answerTimeout * 1000,
    silenceMs: options.silenceTimeout * 1000,
    retries: options.retries,
    firstWaitMs: FIRST_WAIT_MS,
    pollMs: POLL_MS,
    onNote: note,
  };
}

/** What was asked for and has no place in a request must not be lost without a word. */
function refuseUnsayable(
  wanted: Pick<OpenAiSettings, "temperature" | "topP" | "maxOutputTokens" | "reasoningEffort">,
  fields: OpenAiSettings["fields"],
): void {
  for (const [field, flag] of FLAGS)
    if (wanted[field] !== undefined && fields[field] === "")
      throw new UsageError(
        `${flag} cannot be said to this server: --model-field ${field}=PATH tells where a request says it`,
      );
}

const FLAGS = [
  ["temperature", "--temperature"],
  ["topP", "--top-p"],
  ["maxOutputTokens", "--max-output-tokens"],
  ["reasoningEffort", "--reasoning-effort"],
] as const;
