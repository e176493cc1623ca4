import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { randomFrom } from "../../src/domain/random.ts";
import { sha256Of } from "../../src/domain/sha256.ts";
import { simulate } from "../../src/selection/simulate.ts";
import type { CandidateView } from "../../src/selection/strategy.ts";
import { aCandidateView, aPoolView } from "../support/pool-views.ts";
import { someStrategies } from "../support/strategies.ts";

const SUBMISSIONS = 50;
const CLUSTERS = 700;
const WRONG = { verdict: "WA", score: 0, subtasks: [], firstFailure: undefined, testcases: undefined } as const;

interface Selection {
  readonly strategy: string;
  readonly cpuSeconds: number;
  readonly peakMib: number;
}

/** Every strategy, in a process of its own, chooses 50 of so many candidates with 256 outputs each. */
export async function measureSelection(count: number): Promise<Selection[]> {
  const measured: Selection[] = [];
  for (const [strategy] of someStrategies()) {
    const child = fork(fileURLToPath(import.meta.url), [String(count), strategy], {
      ...{ execArgv: ["--import", "tsx"], stdio: "inherit" },
    });
    const [[message]] = await Promise.all([once(child, "message"), once(child, "exit")]);
    const { cpuMs, peakKib } = message as { cpuMs: number; peakKib: number };
    measured.push({ strategy, cpuSeconds: cpuMs / 1000, peakMib: peakKib / 1024 });
  }
  return measured;
}

/** Milliseconds on a core, with clustering and all that follows from the pool. */
function select(count: number, name: string): number {
  const [, strategy] = someStrategies().find(([own]) => own === name) ?? [];
  if (!strategy) throw new Error(`no strategy ${name}`);
  const inputs = Array.from({ length: 256 }, (_, index) => {
    return { id: `i${1000 + index}`, subtask: undefined, agreedOutput: undefined };
  });
  const view = aPoolView({ candidates: Array.from({ length: count }, (_, index) => candidateOf(index)), inputs });
  const before = process.cpuUsage();
  const told = simulate(strategy, view, { submissionLimit: SUBMISSIONS, seed: 1, feedbackOf: () => WRONG });
  if (told.length !== SUBMISSIONS) throw new Error(`${name} chose ${told.length}`);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function candidateOf(index: number): CandidateView {
  const random = randomFrom(index);
  const cluster = Math.floor(CLUSTERS * random() ** 3);
  const hash = sha256Of(String(cluster));
  const signature = Array.from({ length: 256 }, (_, input) => {
    const start = (input * 7) % 48;
    return hash.slice(start, start + 16);
  });
  const source = `int main() { int a${index}; ${"for (int i = 0; i < n; i++) s += v[i] * i;\n".repeat(20)} return ${index}; }`;
  return aCandidateView({
    ...{ id: `c${String(index + 1).padStart(5, "0")}`, signature, source: () => source },
    ...{ samplesPassed: Math.floor(random() * 4), outputTokens: Math.floor(random() * 10_000) },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , count, name = ""] = process.argv;
  const cpuMs = select(Number(count), name);
  process.send?.({ cpuMs, peakKib: process.resourceUsage().maxRSS });
  process.disconnect();
}
