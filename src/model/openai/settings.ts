/** How an OpenAI-compatible server is asked. What servers do differently stands here and in the presets, as data. */
export interface OpenAiSettings {
  readonly name: string;
  readonly baseUrl: string | undefined;
  readonly apiKey: string;
  readonly api: ApiName;
  readonly temperature: number | undefined;
  readonly topP: number | undefined;
  readonly maxOutputTokens: number | undefined;
  readonly reasoningEffort: string | undefined;
  /** Where the request says what; an empty name: nowhere. */
  readonly fields: Fields;
  /** How the model is told what `Question.system` says; `prompt`: before the prompt. */
  readonly systemRole: SystemRole;
  /** More of the request, by dotted path, as it is. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly isStreamed: boolean;
  /** Choices asked for in one request. */
  readonly samplesPerRequest: number;
  /** Questions under way at a time, whoever asks. */
  readonly concurrency: number;
  readonly requestsPerMinute: number | undefined;
  readonly tokensPerMinute: number | undefined;
  /** How long one answer may take, and how long the server may be silent while it gives it. */
  readonly timeoutMs: number;
  readonly silenceMs: number;
  /** How often a request that failed for a passing reason is sent again. */
  readonly retries: number;
  /** Before the second try, where the server does not say; twice as long before each further one. */
  readonly firstWaitMs: number;
  /** How often a batch is looked at. */
  readonly pollMs: number;
  /** What somebody who watches may want to know: a server that lets us wait, or that does not do as asked. */
  readonly onNote: (note: string) => void;
}

export const API_NAMES = ["chat", "responses", "batch", "batch-responses"] as const;
/** Chat completions or responses, asked at once or handed in as a batch. */
export type ApiName = (typeof API_NAMES)[number];

export const SYSTEM_ROLES = ["system", "developer", "prompt"] as const;
export type SystemRole = (typeof SYSTEM_ROLES)[number];

/** What a request says beside model and messages, each at a path of the body. */
export const FIELD_NAMES = [
  "seed",
  "temperature",
  "topP",
  "maxOutputTokens",
  "reasoningEffort",
  "samples",
  "streamUsage",
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];
export type Fields = Readonly<Record<FieldName, string>>;

const CHAT_FIELDS: Fields = {
  seed: "seed",
  temperature: "temperature",
  topP: "top_p",
  maxOutputTokens: "max_completion_tokens",
  reasoningEffort: "reasoning_effort",
  samples: "n",
  streamUsage: "stream_options.include_usage",
};

const RESPONSES_FIELDS: Fields = {
  seed: "",
  temperature: "temperature",
  topP: "top_p",
  maxOutputTokens: "max_output_tokens",
  reasoningEffort: "reasoning.effort",
  samples: "",
  streamUsage: "",
};

export const FIELDS = {
  chat: CHAT_FIELDS,
  responses: RESPONSES_FIELDS,
  batch: CHAT_FIELDS,
  "batch-responses": RESPONSES_FIELDS,
} satisfies Record<ApiName, Fields>;

export interface ServerPreset {
  readonly fields?: Partial<Fields>;
  readonly systemRole?: SystemRole;
}

/** Servers that take chat completions otherwise than OpenAI's own. */
export const SERVER_PRESETS = {
  openai: { systemRole: "developer" },
  deepseek: { fields: { maxOutputTokens: "max_tokens", samples: "", seed: "" } },
  mistral: { fields: { maxOutputTokens: "max_tokens", seed: "random_seed", streamUsage: "" } },
  ollama: { fields: { maxOutputTokens: "max_tokens", samples: "" } },
  openrouter: { fields: { maxOutputTokens: "max_tokens", reasoningEffort: "reasoning.effort", samples: "" } },
  "max-tokens": { fields: { maxOutputTokens: "max_tokens" } },
} satisfies Record<string, ServerPreset>;

export type ServerName = keyof typeof SERVER_PRESETS;
export const SERVER_NAMES = Object.keys(SERVER_PRESETS).filter((name): name is ServerName => name in SERVER_PRESETS);

/** What an answer depends on, in one text: answers to the same question under the same of these are alike. */
export function identityOf(settings: OpenAiSettings): string {
  const { name, baseUrl, api, temperature, topP, maxOutputTokens, reasoningEffort, fields, systemRole, options } =
    settings;
  const kind = api === "responses" || api === "batch-responses" ? "responses" : "chat";
  const asked = [temperature, topP, maxOutputTokens, reasoningEffort].map((value) => value ?? null);
  return JSON.stringify([name, baseUrl ?? null, kind, asked, fields, systemRole, Object.entries(options).sort()]);
}
