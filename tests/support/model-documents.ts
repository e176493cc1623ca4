export type Api = "chat" | "responses";

/** One answer of a model, before it is put as an API puts it. */
export interface Said {
  readonly text: string;
  readonly reasoning?: string;
  readonly refusal?: string;
  /** As chat completions call it; `null` or anything else that a server may say. */
  readonly finishReason?: string | null;
  /** As the API calls it; null: the server does not count. */
  readonly usage?: Readonly<Record<string, unknown>> | null;
  /** More of the message, or instead of what is in it. */
  readonly message?: Readonly<Record<string, unknown>>;
}

type Body = Readonly<Record<string, unknown>>;

const PROMPT_TOKENS = 100;
const TOKENS_FOR_ONE = 50;

export function answerDocument(api: Api, said: readonly Said[], { model = "test-model" }: Body): unknown {
  return api === "chat" ? completion(said, model) : response(said, model);
}

/** Its events, the last one `[DONE]` where the API has that. */
export function answerStream(api: Api, said: readonly Said[], body: Body): readonly unknown[] {
  return api === "chat" ? completionChunks(said, body) : responseEvents(said, body);
}

function completion(said: readonly Said[], model: unknown): unknown {
  return {
    ...{ id: "chatcmpl-1", object: "chat.completion", created: 1_725_192_000, model },
    choices: said.map(({ text, reasoning, refusal = null, finishReason = "stop", message }, index) => ({
      index,
      message: {
        role: "assistant",
        content: refusal === null ? text : null,
        refusal,
        ...(reasoning === undefined ? {} : { reasoning_content: reasoning }),
        ...message,
      },
      finish_reason: finishReason,
    })),
    ...usageOf("chat", said),
  };
}

function completionChunks(said: readonly Said[], body: Body): unknown[] {
  const { model = "test-model", stream_options } = body;
  const chunk = (choices: unknown, more: object = {}) => ({
    ...{ id: "chatcmpl-1", object: "chat.completion.chunk", created: 1_725_192_000, model, choices, ...more },
  });
  const deltas = said.flatMap(({ text, reasoning, refusal, finishReason = "stop", message }, index) => [
    chunk([{ index, delta: { role: "assistant", content: "" }, finish_reason: null }]),
    ...(reasoning === undefined
      ? []
      : [chunk([{ index, delta: { reasoning_content: reasoning }, finish_reason: null }])]),
    ...(refusal === undefined
      ? pieces(text).map((content) => chunk([{ index, delta: { content }, finish_reason: null }]))
      : [chunk([{ index, delta: { refusal }, finish_reason: null }])]),
    ...(message === undefined ? [] : [chunk([{ index, delta: message, finish_reason: null }])]),
    chunk([{ index, delta: {}, finish_reason: finishReason }]),
  ]);
  const counted = typeof stream_options === "object" ? [chunk([], usageOf("chat", said))] : [];
  return [...deltas, ...counted, "[DONE]"];
}

function response([said]: readonly Said[], model: unknown): Readonly<Record<string, unknown>> {
  const { text = "", reasoning, refusal, finishReason = "stop" } = said ?? {};
  const isWhole = finishReason === "stop";
  return {
    ...{ id: "resp_1", object: "response", created_at: 1_725_192_000, model, error: null },
    status: isWhole ? "completed" : "incomplete",
    incomplete_details: isWhole ? null : { reason: finishReason === "length" ? "max_output_tokens" : finishReason },
    output: [
      ...(reasoning === undefined
        ? []
        : [{ type: "reasoning", id: "rs_1", summary: [{ type: "summary_text", text: reasoning }] }]),
      {
        ...{ type: "message", id: "msg_1", role: "assistant", status: "completed" },
        content:
          refusal === undefined ? [{ type: "output_text", text, annotations: [] }] : [{ type: "refusal", refusal }],
      },
    ],
    ...usageOf("responses", said ? [said] : []),
  };
}

function responseEvents(said: readonly Said[], { model = "test-model" }: Body): unknown[] {
  const whole = response(said, model);
  const begun = { ...whole, status: "in_progress", output: [] };
  const [first] = said;
  return [
    { type: "response.created", response: begun },
    ...pieces(first?.text ?? "").map((delta) => ({ type: "response.output_text.delta", delta })),
    { type: whole["status"] === "completed" ? "response.completed" : "response.incomplete", response: whole },
  ];
}

function usageOf(api: Api, said: readonly Said[]): { readonly usage?: unknown } {
  const given = said.find(({ usage }) => usage !== undefined)?.usage;
  if (given === null) return {};
  if (given !== undefined) return { usage: given };
  const output = TOKENS_FOR_ONE * said.length;
  const usage =
    api === "chat"
      ? { prompt_tokens: PROMPT_TOKENS, completion_tokens: output }
      : { input_tokens: PROMPT_TOKENS, output_tokens: output };
  return { usage: { ...usage, total_tokens: PROMPT_TOKENS + output } };
}

/** A text in the parts that a stream brings, cut where no care is taken of words. */
function pieces(text: string): string[] {
  const size = Math.max(7, Math.ceil(text.length / 8));
  return Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
    text.slice(index * size, (index + 1) * size),
  );
}
