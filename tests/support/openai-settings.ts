import { type ApiName, FIELDS, type OpenAiSettings } from "../../src/model/openai/settings.ts";

/** Settings of a model at a server of this machine, patient for no longer than a test is. */
export function anOpenAi(baseUrl: string, settings: Partial<OpenAiSettings> = {}): OpenAiSettings {
  const api: ApiName = settings.api ?? "chat";
  return {
    name: "test-model",
    baseUrl,
    apiKey: "a-key",
    api,
    temperature: undefined,
    topP: undefined,
    maxOutputTokens: undefined,
    reasoningEffort: undefined,
    fields: FIELDS[api],
    systemRole: "system",
    options: {},
    isStreamed: true,
    samplesPerRequest: 1,
    concurrency: 8,
    requestsPerMinute: undefined,
    tokensPerMinute: undefined,
    timeoutMs: 5_000,
    silenceMs: 5_000,
    retries: 0,
    firstWaitMs: 1,
    pollMs: 1,
    onNote: () => {},
    ...settings,
  };
}
