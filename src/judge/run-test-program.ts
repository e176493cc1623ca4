import type { DataFile, ProblemLimits } from "../domain/problem.ts";
import type { Program } from "../domain/program.ts";
import type { Box } from "../sandbox/sandbox.ts";
import { compileProgram } from "./compile-program.ts";
import { describeOutcome } from "./exit-codes.ts";
import { openRunBox, runSubmission } from "./run-submission.ts";
import type { JudgeDeps } from "./test-program.ts";

const MIB = 1024 * 1024;

/** A generator that needs longer makes no input that is worth waiting for. */
const TIME_LIMIT_MS = 5_000;
const MEMORY_LIMIT_BYTES = 512 * MIB;
const INPUT_LIMIT_BYTES = 4 * MIB;

export interface TestRun {
  readonly args: readonly string[];
  /** On standard input; nothing where it is undefined. */
  readonly input: DataFile | undefined;
}

export type TestRunResult =
  | { readonly kind: "printed"; readonly text: string }
  | { readonly kind: "failed"; readonly exitCode: number | undefined; readonly reason: string };

export type TestProgramResult =
  | { readonly kind: "ran"; readonly results: readonly TestRunResult[] }
  | { readonly kind: "broken"; readonly log: string };

/**
 * Runs a generator or validator that a model wrote, once for each request, as the stranger's program that it is.
 * `stopAtFailure` leaves out what would follow a failure.
 */
export async function runTestProgram(
  program: Program,
  runs: readonly TestRun[],
  limits: ProblemLimits,
  { stopAtFailure, ...deps }: JudgeDeps & { readonly stopAtFailure: boolean },
): Promise<TestProgramResult> {
  const own = limitsOf(limits);
  return deps.sandbox.withSlot(async (slot) => {
    const compiled = await compileProgram(slot, program, { limits }, deps);
    if (compiled.kind === "error") return { kind: "broken", log: compiled.log };
    const problem = { id: "", limits: own, ...ALONE };
    const box = await openRunBox(slot, { program, artifact: compiled.artifact }, problem);
    const results: TestRunResult[] = [];
    for (const run of runs) {
      const result = await runOnce(box, program, own, run);
      results.push(result);
      if (result.kind === "failed" && stopAtFailure) break;
    }
    return { kind: "ran", results };
  }, deps);
}

async function runOnce(
  box: Box,
  program: Program,
  limits: ProblemLimits,
  { args, input }: TestRun,
): Promise<TestRunResult> {
  const chunks: Buffer[] = [];
  const onStdout = (chunk: Uint8Array) => chunks.push(Buffer.from(chunk));
  const stdin = input ? ({ kind: "file", file: input } as const) : ({ kind: "empty" } as const);
  const facts = await runSubmission(box, program, limits, { stdin, args, onStdout });
  if (!facts) throw new Error("a run was cancelled that nobody cancelled");
  const { outcome } = facts;
  const exitCode = outcome.kind === "exited" ? outcome.exitCode : undefined;
  if (exitCode === 0) return { kind: "printed", text: Buffer.concat(chunks).toString("utf8") };
  return { kind: "failed", exitCode, reason: describeOutcome(outcome) };
}

/** It is linked with nothing of the problem. */
const ALONE = {
  task: {
    kind: "batch",
    passes: 1,
    checker: {
      kind: "default",
      comparison: {
        ...{ caseSensitive: true, spaceSensitive: false, absoluteTolerance: undefined, relativeTolerance: undefined },
      },
    },
  },
  support: { isRequired: false, byLanguage: new Map() },
} as const;

function limitsOf(limits: ProblemLimits): ProblemLimits {
  const timeLimitMs = TIME_LIMIT_MS;
  return { ...limits, timeLimitMs, memoryLimitBytes: MEMORY_LIMIT_BYTES, outputLimitBytes: INPUT_LIMIT_BYTES };
}
