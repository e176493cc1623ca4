import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { AnswerStore } from "../../src/judge/answer-store.ts";
import { OpenAiModel } from "../../src/model/openai/openai-model.ts";
import { RunFile } from "../../src/run-log/run-file.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { Budget } from "../../src/solver/budget.ts";
import { fillCandidatePool } from "../../src/solver/fill-candidate-pool.ts";
import { PoolState } from "../../src/solver/pool-state.ts";
import { ModelServer } from "../support/model-server.ts";
import { anOpenAi } from "../support/openai-settings.ts";
import { memoryCache, PROBLEM } from "./bench-judge.ts";

const LINE = "  total += weights[index] * (index + 1); // as in an ordinary line\n";
const CONCURRENCY = 64;

interface SolverMemory {
  readonly peakMib: number;
  readonly cpuMsPerCandidate: number;
}

/**
 * The peak of a Node process of its own that fills a pool with so many different programs of 8 kB, from a server in this
 * process into a run file. Nothing is judged: every program is longer than the problem allows.
 */
export async function measureSolverMemory(candidates: number): Promise<SolverMemory> {
  await using server = await ModelServer.start((seed) => ({ text: answerOf(seed) }));
  const child = fork(fileURLToPath(import.meta.url), [String(candidates), server.baseUrl], {
    execArgv: ["--import", "tsx"],
    stdio: "inherit",
  });
  const [[message]] = await Promise.all([once(child, "message"), once(child, "exit")]);
  if (server.answered !== candidates)
    throw new Error(`${server.answered} answers were paid for, ${candidates} were wanted`);
  const { peakKib, cpuMs } = message as { peakKib: number; cpuMs: number };
  return { peakMib: peakKib / 1024, cpuMsPerCandidate: cpuMs / candidates };
}

function answerOf(seed: number): string {
  return `Some words.\n\n\`\`\`cpp\n// ${seed}\n${LINE.repeat(8_000 / LINE.length)}\`\`\`\n`;
}

async function fillPool(candidates: number, baseUrl: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "medalist-bench-"));
  try {
    using log = RunFile.create(join(folder, "run.sqlite"));
    const state = new PoolState();
    const problem = {
      ...{ ...PROBLEM, limits: { ...PROBLEM.limits, codeLimitBytes: 1 } },
      ...{ name: "Bench", statement: LINE.repeat(60), sampleInteractions: [], maxScore: 100, samples: [] },
      subtasks: [
        { id: "1", maxScore: 40 },
        { id: "2", maxScore: 60 },
      ],
    };
    const sampling = {
      samples: candidates,
      repairs: 0,
      perSubtask: 0.5,
      spend: "fixed",
      combining: "subtasks",
      hints: 0.5,
      language: "cpp20",
      seed: 0,
    } as const;
    const settings = { ...sampling, concurrency: CONCURRENCY };
    await fillCandidatePool(
      problem,
      settings,
      { state, round: { number: 0, samples: candidates, told: [] } },
      {
        ...{ log, readText: (sha256: string) => log.text(sha256) },
        model: new OpenAiModel(anOpenAi(baseUrl, { concurrency: CONCURRENCY, timeoutMs: 600_000, silenceMs: 600_000 })),
        budget: new Budget({ budgetTokens: undefined, budgetUsd: undefined, price: undefined }, []),
        judge: { sandbox: NO_SANDBOX, imageId: "none", answers: new AnswerStore(), compileCache: memoryCache() },
      },
    );
    if (state.tested.size !== candidates) throw new Error(`${state.tested.size} candidates of ${candidates}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const NO_SANDBOX: Sandbox = {
  slotCount: 1,
  withSlot: () => Promise.reject(new Error("nothing is to be judged here")),
  [Symbol.asyncDispose]: async () => {},
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , candidates, baseUrl = ""] = process.argv;
  const before = process.cpuUsage();
  await fillPool(Number(candidates), baseUrl);
  const { user, system } = process.cpuUsage(before);
  process.send?.({ peakKib: process.resourceUsage().maxRSS, cpuMs: (user + system) / 1000 });
  process.disconnect();
}
