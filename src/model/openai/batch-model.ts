import { z } from "zod";
import { ModelError, messageOf } from "../../domain/errors.ts";
import { sha256Of } from "../../domain/sha256.ts";
import { replyTo } from "../ask-all.ts";
import {
  type Answer,
  type AskOptions,
  type LanguageModel,
  purposeOf,
  type Question,
  type Reply,
} from "../language-model.ts";
import { answersOf } from "./answers-of.ts";
import { type Batch, BatchClient } from "./batch-client.ts";
import { Unreadable } from "./failures.ts";
import { PROTOCOLS } from "./protocols.ts";
import { requestBody } from "./request-body.ts";
import type { OpenAiSettings } from "./settings.ts";

/** What one batch takes, with some room left. */
const MOST_QUESTIONS = 50_000;
const MOST_BYTES = 100_000_000;

const lineSchema = z.object({
  custom_id: z.string(),
  response: z.object({ status_code: z.number(), body: z.unknown().optional() }).nullish(),
  error: z.object({ message: z.string() }).nullish(),
});

type Line = z.infer<typeof lineSchema>;

/** Questions under the names that they have in a batch. */
type Open = Map<string, Question>;

/**
 * A server that is handed all questions at once and looked at until it is done: cheaper, within a day.
 *
 * Nothing is paid for twice, since each step is told before the next one: the file of questions (`file:ID`), then the
 * batch that was made of it (`batch:ID`). Who was killed between the two finds the batch by its file. What a batch of
 * before has not answered goes into a new one.
 */
export class BatchModel implements LanguageModel {
  readonly label: string;
  readonly isRecorded = false;
  readonly baseUrl: string;
  readonly answerCount = undefined;
  readonly #settings: OpenAiSettings;

  constructor(settings: OpenAiSettings) {
    this.label = `openai:${settings.name}`;
    this.#settings = settings;
    this.baseUrl = new BatchClient(settings).baseUrl;
  }

  async ask(question: Question, signal?: AbortSignal): Promise<Answer> {
    for await (const reply of this.askMany([question], { concurrency: 1, signal })) {
      if (reply.kind === "answer") return reply.answer;
      if (reply.kind === "failure") throw reply.error;
    }
    throw new Error("a question without a reply");
  }

  async *askMany(questions: Iterable<Question>, { signal, tickets = [] }: AskOptions): AsyncGenerator<Reply> {
    const client = new BatchClient(this.#settings, signal);
    const open: Open = new Map([...questions].map((question) => [nameOf(question), question]));
    for (const id of await batchesOf(tickets, client)) {
      if (open.size === 0) return;
      for await (const reply of this.#outcome(await client.ended(id), open, client)) {
        if (reply.kind !== "failure") yield reply;
        // Failed before: asked once more.
        else open.set(nameOf(reply.question), reply.question);
      }
    }
    while (open.size > 0) {
      const { part, lines } = this.#nextPart(open);
      const file = await client.upload(lines);
      yield { kind: "ticket", ticket: `file:${file}` };
      const id = await client.create(file);
      yield { kind: "ticket", ticket: `batch:${id}` };
      const batch = await client.ended(id);
      yield* this.#outcome(batch, part, client);
      for (const question of part.values())
        yield { kind: "failure", question, error: new ModelError(`${client.where} gave no answer: ${endOf(batch)}`) };
    }
  }

  /** As many questions as one batch takes, out of those that are open. */
  #nextPart(open: Open): { readonly part: Open; readonly lines: readonly string[] } {
    const part: Open = new Map();
    const lines: string[] = [];
    let bytes = 0;
    for (const [name, question] of open) {
      const body = requestBody(question, 1, this.#settings);
      const url = `/v1${PROTOCOLS[this.#settings.api].path}`;
      const line = `${JSON.stringify({ custom_id: name, method: "POST", url, body })}\n`;
      bytes += Buffer.byteLength(line);
      if (part.size > 0 && (part.size === MOST_QUESTIONS || bytes > MOST_BYTES)) break;
      part.set(name, question);
      lines.push(line);
    }
    for (const name of part.keys()) open.delete(name);
    return { part, lines };
  }

  /** The replies in a batch's two files to questions that are open; these are open no longer. */
  async *#outcome(batch: Batch, open: Open, client: BatchClient): AsyncGenerator<Reply> {
    for (const file of [batch.output_file_id, batch.error_file_id]) {
      if (!file) continue;
      for await (const line of client.lines(file)) {
        const parsed = lineOf(line, client);
        const question = open.get(parsed.custom_id);
        if (!question) continue;
        open.delete(parsed.custom_id);
        yield await replyTo(question, this.#answerIn(parsed, client));
      }
    }
  }

  async #answerIn({ response, error }: Line, { where }: BatchClient): Promise<Answer> {
    try {
      if (error || response?.status_code !== 200)
        throw new Unreadable(error?.message ?? `status ${response?.status_code}: ${JSON.stringify(response?.body)}`);
      const [answer] = answersOf(PROTOCOLS[this.#settings.api].read(response.body), 0, 1);
      if (!answer) throw new Unreadable("no choice");
      return answer;
    } catch (error) {
      throw new ModelError(`${where} gave no answer: ${messageOf(error)}`, { cause: error });
    }
  }
}

/** A name that tells a question from the others, whatever comes before or after it. */
function nameOf(question: Question): string {
  const { prompt, system = "", sample, seed } = question;
  return `${purposeOf(question)}-${sample}-${sha256Of(prompt, system, String(seed)).slice(0, 24)}`;
}

/** The batches that tickets stand for, each once. */
async function batchesOf(tickets: readonly string[], client: BatchClient): Promise<Set<string>> {
  const ids = new Set<string>();
  for (const ticket of tickets) {
    const [, kind, id = ""] = /^(file|batch):(.+)$/.exec(ticket) ?? [];
    if (kind === undefined) throw new ModelError(`${ticket} is no ticket of ${client.where}`);
    const batch = kind === "batch" ? id : await client.find(id);
    if (batch !== undefined) ids.add(batch);
  }
  return ids;
}

function lineOf(line: string, { where }: BatchClient): Line {
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch (error) {
    throw new ModelError(`${where} gave a batch's line that cannot be read: ${line.slice(0, 200)}`, { cause: error });
  }
}

function endOf({ id, status, errors }: Batch): string {
  const why = (errors?.data ?? []).flatMap(({ message }) => message ?? []);
  return [`batch ${id} ended as ${status} without one`, ...why].join(": ");
}
