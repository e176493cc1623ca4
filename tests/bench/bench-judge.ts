import { createHash } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DataFile, Testcase } from "../../src/domain/problem.ts";
import type { Program } from "../../src/domain/program.ts";
import { AnswerStore } from "../../src/judge/answer-store.ts";
import type { CompileCache, Compiled } from "../../src/judge/compile-cache.ts";
import { compileProgram } from "../../src/judge/compile-program.ts";
import type { JudgedProblem } from "../../src/judge/run-submission.ts";
import type { JudgeDeps } from "../../src/judge/test-program.ts";
import { type OpenSandbox, openSandbox } from "../../src/sandbox/open-sandbox.ts";
import type { Slot } from "../../src/sandbox/sandbox.ts";
import { batchTask, NO_SUPPORT, VALIDATION_LIMITS } from "../support/tasks.ts";

export const MIB = 1024 * 1024;

export const PROBLEM: JudgedProblem = {
  id: "bench",
  limits: {
    timeLimitMs: 10_000,
    memoryLimitBytes: 256 * MIB,
    outputLimitBytes: 80 * MIB,
    codeLimitBytes: 128 * 1024,
    compileTimeLimitMs: 60_000,
    compileMemoryLimitBytes: 2048 * MIB,
    ...VALIDATION_LIMITS,
  },
  task: batchTask(),
  support: NO_SUPPORT,
};

export interface Bench extends AsyncDisposable {
  readonly sandbox: OpenSandbox["sandbox"];
  readonly deps: JudgeDeps;
}

export async function openBench(slots: number): Promise<Bench> {
  const { sandbox, imageId } = await openSandbox({ slots, image: "default" });
  const deps = { sandbox, imageId, answers: new AnswerStore(), compileCache: memoryCache() };
  return { sandbox, deps, [Symbol.asyncDispose]: () => sandbox[Symbol.asyncDispose]() };
}

/** Keeps what it is given for good: a benchmark has few programs. */
export function memoryCache(): CompileCache {
  const entries = new Map<string, Compiled>();
  return {
    get: async (key) => entries.get(key),
    set: async (key, compiled) => {
      entries.set(key, compiled);
    },
  };
}

export function noCache(): CompileCache {
  return { get: async () => undefined, set: async () => undefined };
}

export function cpp(source: string): Program {
  return { language: "cpp20", source };
}

export async function artifactOf(slot: Slot, source: string, deps: JudgeDeps): Promise<Uint8Array> {
  const compiled = await compileProgram(slot, cpp(source), PROBLEM, deps);
  if (compiled.kind === "error") throw new Error(compiled.log);
  return compiled.artifact;
}

const folder = () => mkdtempSync(join(tmpdir(), "medalist-bench-"));

/** Testcases of the sum problem, each another one. */
export function sumTestcases(count: number): Testcase[] {
  const root = folder();
  return Array.from({ length: count }, (_, i) => ({
    id: String(i),
    kind: "secret" as const,
    input: dataFile(join(root, `${i}.in`), Buffer.from(`${i} ${2 * i + 1}\n`)),
    answer: dataFile(join(root, `${i}.ans`), Buffer.from(`${3 * i + 1}\n`)),
  }));
}

export function largeFile(bytes: Buffer): DataFile {
  return dataFile(join(folder(), "large"), bytes);
}

function dataFile(path: string, bytes: Buffer): DataFile {
  writeFileSync(path, bytes);
  return { path, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

export async function timedMs(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}
