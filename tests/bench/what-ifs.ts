import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { WorkFolder } from "../e2e/support/command.ts";
import { writeMadeRun } from "../support/made-run.ts";

const CLI = join(import.meta.dirname, "../../dist/cli.js");
const STRATEGIES = ["random", "alphacode", "o1-ioi", "gencorrect", "majority"];
/** Up to what an IOI allows: a simulation goes through all of them at once. */
const LIMITS = ["1", "5", "10", "50"];
const SEEDS = 50;

/** Strategies × limits × seeds over six problems with a thousand candidates each, from the command line. */
export function measureWhatIfs(): { readonly whatIfs: number; readonly seconds: number } {
  using work = new WorkFolder();
  const run = work.at("made.sqlite");
  const sizes = { candidates: 1000, testcases: 20, submissions: 50, inputs: 64 };
  const problems = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta"];
  writeMadeRun(run, { problems, ...sizes, sourceOf: (candidate) => `int main() { return ${candidate}; }\n` });
  const asked = ["--strategy", STRATEGIES.join(","), "--submissions", LIMITS.join(","), "--seeds", String(SEEDS)];
  const startMs = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [CLI, "replay", run, ...asked, "--quiet", "--json"], {
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(String(stderr));
  return { whatIfs: STRATEGIES.length * LIMITS.length * SEEDS, seconds: (performance.now() - startMs) / 1000 };
}
