import { type Command, InvalidArgumentError, Option } from "commander";
import { API_NAMES, FIELD_NAMES, type Fields, SERVER_NAMES, SYSTEM_ROLES } from "../model/openai/settings.ts";
import { numberFrom0, positiveNumber, wholeFrom } from "./options.ts";

/** How fast and how patiently it is asked: may differ each time. */
export interface AskingOptions {
  readonly stream: boolean;
  readonly samplesPerRequest: number;
  readonly concurrency: number;
  readonly requestsPerMinute?: number;
  readonly tokensPerMinute?: number;
  readonly answerTimeout: number;
  readonly silenceTimeout: number;
  readonly retries: number;
  readonly cache?: string;
}

const wholeFrom1 = wholeFrom(1);

/** The options of every command that asks a model. */
export function addModelOptions(command: Command): Command {
  return command
    .addOption(new Option("--api <api>", "how the server is asked (default: chat)").choices(API_NAMES))
    .addOption(
      new Option("--server <server>", "what the server takes otherwise than OpenAI's own").choices(SERVER_NAMES),
    )
    .addOption(new Option("--temperature <t>", "as the model's server takes it").argParser(numberFrom0))
    .addOption(new Option("--top-p <p>", "as the model's server takes it").argParser(positiveNumber))
    .addOption(new Option("--max-output-tokens <n>", "at most, for each answer").argParser(wholeFrom1))
    .option("--reasoning-effort <effort>", "as the model's server takes it, such as low, medium or high")
    .addOption(new Option("--system-role <role>", "who says what comes before the prompt").choices(SYSTEM_ROLES))
    .addOption(
      new Option(
        "--model-field <name=path>",
        `where a request says one of ${FIELD_NAMES.join(", ")}; nothing after the = leaves it out`,
      ).argParser(addField),
    )
    .addOption(
      new Option("--model-option <path=value>", "more of the request, as JSON or text, such as top_k=20").argParser(
        addOption,
      ),
    )
    .option("--no-stream", "take each answer as a whole, rather than as it is made")
    .addOption(
      new Option("--samples-per-request <n>", "answers asked for in one request, where the server can do that")
        .argParser(wholeFrom1)
        .default(1),
    )
    .addOption(new Option("--concurrency <n>", "model requests under way at a time").argParser(wholeFrom1).default(8))
    .addOption(new Option("--requests-per-minute <n>", "at most").argParser(wholeFrom1))
    .addOption(new Option("--tokens-per-minute <n>", "at most, of input and output").argParser(wholeFrom1))
    .addOption(
      new Option("--answer-timeout <s>", "how long one answer may take").argParser(positiveNumber).default(3600),
    )
    .addOption(
      new Option("--silence-timeout <s>", "how long nothing may come of an answer")
        .argParser(positiveNumber)
        .default(1200),
    )
    .addOption(
      new Option("--retries <n>", "how often a request that failed is sent again").argParser(wholeFrom(0)).default(5),
    )
    .option("--cache <file>", "answers kept across runs: the same question is never paid for twice");
}

function addField(text: string, before: Partial<Fields> = {}): Partial<Fields> {
  const [, name, path = ""] = /^(\w+)=([\w.]*)$/.exec(text) ?? [];
  const field = FIELD_NAMES.find((known) => known === name);
  if (!field) throw new InvalidArgumentError(`expected NAME=PATH, with one of the names ${FIELD_NAMES.join(", ")}.`);
  return { ...before, [field]: path };
}

function addOption(text: string, before: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  const [, path, value = ""] = /^([\w.-]+)=(.*)$/s.exec(text) ?? [];
  if (path === undefined)
    throw new InvalidArgumentError("expected PATH=VALUE, such as top_k=20 or reasoning.summary=auto.");
  return { ...before, [path]: jsonOrText(value) };
}

function jsonOrText(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch (error) {
    if (error instanceof SyntaxError) return value;
    throw error;
  }
}
