import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { access, rename } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { sha256Of } from "../../../src/domain/sha256.ts";

/** Programs get users of their own, which takes the right to change users. */
export const NEEDS_ROOT = process.getuid?.() === 0 ? "" : " (left out: needs root, to start programs as other users)";

const RUNNER_FOLDER = sourcePath("../../../sandbox/runner");
const RUNNER_HEADER = join(RUNNER_FOLDER, "runner.h");

/** The runner's C files, its header not among them. */
export const RUNNER_SOURCES = readdirSync(RUNNER_FOLDER)
  .filter((name) => name.endsWith(".c"))
  .map((name) => join(RUNNER_FOLDER, name));
const WARNINGS = ["-std=gnu17", "-Wall", "-Wextra", "-Werror"];

/** As GCC knows them; what they find ends the program. */
export const SANITIZERS = ["-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-g", "-O1"];

/** A path beside this file. */
export function sourcePath(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}

/** `noPeaks`: why a run's peak of memory cannot be told. */
export const RUNNERS = [
  { kind: "as it ships", flags: ["-O2", "-static"], noPeaks: "" },
  { kind: "with sanitizers", flags: SANITIZERS, noPeaks: " (left out: needs a runner without sanitizers)" },
] as const;

export function buildRunner(flags: readonly string[]): Promise<string> {
  return build(RUNNER_SOURCES, [...WARNINGS, ...flags]);
}

export function buildProgram(path: string): Promise<string> {
  return build([path], ["-std=gnu17", "-O1", "-static"]);
}

/** Compiled once for each content and set of flags; test files that run beside each other share it. */
export async function build(sources: readonly string[], flags: readonly string[]): Promise<string> {
  const content = [...sources, RUNNER_HEADER].map((path) => readFileSync(path, "latin1"));
  const folder = join(tmpdir(), `medalist-runner-tests-${process.getuid?.()}`);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const target = join(folder, sha256Of(Buffer.from(JSON.stringify([content, flags]))));
  if (await isThere(target)) return target;
  const made = `${target}.${process.pid}-${Math.random()}`;
  await promisify(execFile)("gcc", [...flags, "-o", made, ...sources]);
  await rename(made, target);
  return target;
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
