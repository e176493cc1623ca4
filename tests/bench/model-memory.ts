import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { askAll } from "../../src/model/ask-all.ts";
import { BatchModel } from "../../src/model/openai/batch-model.ts";
import { OpenAiModel } from "../../src/model/openai/openai-model.ts";
import { ModelServer } from "../support/model-server.ts";
import { anOpenAi } from "../support/openai-settings.ts";

const ANSWER = "A line of an answer, about as long as lines of answers are.\n".repeat(8_000 / 60);
const PROMPT = "A line of a statement, about as long as these lines are.\n".repeat(4_000 / 57);
const CONCURRENCY = 64;

type Way = "chat" | "batch";

interface ModelMemory {
  readonly peakMib: number;
  readonly cpuMsPerAnswer: number;
}

/** The peak of a Node process of its own that gets so many answers of 8 kB, from a server in this one. */
export async function measureModelMemory(answers: number, way: Way): Promise<ModelMemory> {
  await using server = await ModelServer.start(() => ({ text: ANSWER }));
  const child = fork(fileURLToPath(import.meta.url), [String(answers), way, server.baseUrl], {
    execArgv: ["--import", "tsx"],
    stdio: "inherit",
  });
  const [[message]] = await Promise.all([once(child, "message"), once(child, "exit")]);
  if (server.answered !== answers) throw new Error(`${server.answered} answers were paid for, ${answers} were wanted`);
  const { peakKib, cpuMs } = message as { peakKib: number; cpuMs: number };
  return { peakMib: peakKib / 1024, cpuMsPerAnswer: cpuMs / answers };
}

async function askMany(answers: number, way: string, baseUrl: string): Promise<void> {
  const api = way === "batch" ? "batch" : "chat";
  const settings = anOpenAi(baseUrl, { api, concurrency: CONCURRENCY, timeoutMs: 600_000, silenceMs: 600_000 });
  const model = api === "batch" ? new BatchModel(settings) : new OpenAiModel(settings);
  const questions = Array.from({ length: answers }, (_, sample) => ({ prompt: PROMPT, sample, seed: sample }));
  let whole = 0;
  for await (const reply of askAll(model, questions, { concurrency: CONCURRENCY }))
    if (reply.kind === "answer" && reply.answer.text === ANSWER) whole++;
  if (whole !== answers) throw new Error(`${whole} whole answers of ${answers}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , answers, way = "", baseUrl = ""] = process.argv;
  const before = process.cpuUsage();
  await askMany(Number(answers), way, baseUrl);
  const { user, system } = process.cpuUsage(before);
  process.send?.({ peakKib: process.resourceUsage().maxRSS, cpuMs: (user + system) / 1000 });
  process.disconnect();
}
