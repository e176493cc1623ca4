import { randomFrom } from "../../src/domain/random.ts";
import { sha256Of } from "../../src/domain/sha256.ts";
import { simulate } from "../../src/selection/simulate.ts";
import type { CandidateView } from "../../src/selection/strategy.ts";
import { aCandidateView, aPoolView } from "../support/pool-views.ts";
import { someStrategies } from "../support/strategies.ts";

const SUBMISSIONS = 50;
const CLUSTERS = 700;
const WRONG = { verdict: "WA", score: 0, subtasks: [], firstFailure: undefined, testcases: undefined } as const;

interface SelectionTime {
  readonly strategy: string;
  readonly seconds: number;
}

/** Every strategy chooses 50 of so many candidates with 256 outputs each; with Node's peak over all of it. */
export function measureSelection(count: number): {
  readonly times: readonly SelectionTime[];
  readonly peakMib: number;
} {
  const inputs = Array.from({ length: 256 }, (_, index) => {
    return { id: `i${1000 + index}`, subtask: undefined, agreedOutput: undefined };
  });
  const made = Array.from({ length: count }, (_, index) => candidateOf(index));
  const times = someStrategies().map(([strategy, { choose }]): SelectionTime => {
    // Copied for each strategy: none finds what another has worked out.
    const candidates = made.map((candidate) => ({ ...candidate, signature: [...(candidate.signature ?? [])] }));
    const view = aPoolView({ candidates, inputs });
    const before = process.cpuUsage();
    const told = simulate({ describe: strategy, wants: { inputs: 256, rounds: 1 }, choose }, view, {
      ...{ submissionLimit: SUBMISSIONS, seed: 1, feedbackOf: () => WRONG },
    });
    if (told.length !== SUBMISSIONS) throw new Error(`${strategy} chose ${told.length}`);
    const { user, system } = process.cpuUsage(before);
    return { strategy, seconds: (user + system) / 1e6 };
  });
  return { times, peakMib: process.resourceUsage().maxRSS / 1024 };
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
