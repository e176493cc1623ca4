import type { Question } from "../language-model.ts";
import { PROTOCOLS } from "./protocols.ts";
import type { FieldName, OpenAiSettings } from "./settings.ts";

type Body = Record<string, unknown>;

/** One request for so many answers to a question: what the settings have no name for is not said. */
export function requestBody(question: Question, samples: number, settings: OpenAiSettings): Body {
  const { name, api, fields, temperature, topP, maxOutputTokens, reasoningEffort, options } = settings;
  const body: Body = { model: name, ...PROTOCOLS[api].messages(question, settings) };
  const values: Partial<Record<FieldName, unknown>> = {
    seed: question.seed,
    temperature,
    topP,
    maxOutputTokens,
    reasoningEffort,
    samples: samples === 1 ? undefined : samples,
  };
  for (const [field, value] of Object.entries(values) as [FieldName, unknown][]) setAt(body, fields[field], value);
  for (const [path, value] of Object.entries(options)) setAt(body, path, value);
  return body;
}

/** The same, to be answered as a stream. */
export function streamed(body: Body, { fields }: OpenAiSettings): Body {
  const whole = { ...body, stream: true };
  setAt(whole, fields.streamUsage, true);
  return whole;
}

/** `reasoning.effort`: the field `effort` of the object `reasoning`. No path or no value: nothing is set. */
function setAt(body: Body, path: string, value: unknown): void {
  if (path === "" || value === undefined) return;
  const [head = "", ...rest] = path.split(".");
  if (rest.length === 0) {
    body[head] = value;
    return;
  }
  const inner = body[head];
  const object: Body = typeof inner === "object" && inner !== null && !Array.isArray(inner) ? { ...inner } : {};
  setAt(object, rest.join("."), value);
  body[head] = object;
}
