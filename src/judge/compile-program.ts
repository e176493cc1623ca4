import { stripVTControlCharacters } from "node:util";
import type { ImageVariant } from "../domain/image-variant.ts";
import type { Language } from "../domain/language.ts";
import type { ProblemLimits } from "../domain/problem.ts";
import { sha256Of } from "../domain/sha256.ts";
import type { RunReport, Slot } from "../sandbox/sandbox.ts";
import { SandboxFailure } from "../sandbox/sandbox-failure.ts";
import type { CompileCache, Compiled } from "./compile-cache.ts";
import { LANGUAGE_SPECS } from "./language/index.ts";
import { isOffered, notOffered } from "./language/offered.ts";

export interface Program {
  readonly language: Language;
  readonly source: string;
}

export interface CompileDeps {
  readonly compileCache: CompileCache;
  /** The sandbox image: another compiler makes another program. */
  readonly imageId: string;
  /** Which image that is: the default one where nothing is said. */
  readonly image?: ImageVariant;
}

const ARTIFACT_LIMIT_BYTES = 64 * 1024 * 1024;
const LOG_LIMIT_CHARACTERS = 8_000;

/** Compiles as an unprivileged user where nothing but the source and the image's own files can be read. */
export async function compileProgram(
  slot: Slot,
  program: Program,
  limits: ProblemLimits,
  deps: CompileDeps,
): Promise<Compiled> {
  if (!isOffered(program.language, deps.image ?? "default"))
    return { kind: "error", log: notOffered(program.language), cached: false, wallMs: 0 };
  const key = compileKey(program, deps.imageId);
  const known = await deps.compileCache.get(key);
  if (known) return { ...known, cached: true, wallMs: 0 };
  const compiled = await compile(slot, program, limits);
  await deps.compileCache.set(key, compiled);
  return compiled;
}

/** Two programs with one key compile to the same thing. */
export function compileKey(program: Program, imageId: string): string {
  const spec = LANGUAGE_SPECS[program.language];
  return sha256Of(program.language, spec.compileArgv.join("\0"), imageId, normalised(program.source));
}

/** What is compiled, and the only thing that two sources may differ in and be one: how lines end. */
function normalised(source: string): string {
  const text = source.replaceAll("\r\n", "\n");
  return text.endsWith("\n") ? text : `${text}\n`;
}

async function compile(slot: Slot, program: Program, limits: ProblemLimits): Promise<Compiled> {
  const spec = LANGUAGE_SPECS[program.language];
  const box = await slot.box("compile", limits.compileMemoryLimitBytes);
  await box.put(`build/${spec.sourceFile}`, Buffer.from(normalised(program.source), "utf8"), "read");
  const messages: Buffer[] = [];
  const report = await box.run({
    argv: spec.compileArgv,
    env: { PATH: "/usr/bin:/bin", LANG: "C.UTF-8", HOME: "/w/build", TMPDIR: "/w/build" },
    workingFolder: "build",
    stdin: { kind: "empty" },
    onStdout: (chunk) => messages.push(Buffer.from(chunk)),
    limits: {
      cpuMs: limits.compileTimeLimitMs,
      wallMs: limits.compileTimeLimitMs * 3,
      memoryBytes: limits.compileMemoryLimitBytes,
      outputBytes: 1024 * 1024,
      stackBytes: 0,
      fileBytes: ARTIFACT_LIMIT_BYTES,
    },
    allowsProcesses: true,
  });
  const wallMs = report.wallMs;
  const log = trimLog(Buffer.concat(messages).toString("utf8") + report.stderr);
  const failure = failureOf(report, limits);
  if (failure !== undefined)
    return { kind: "error", log: [failure, log].filter((part) => part !== "").join("\n"), cached: false, wallMs };
  const artifact = await box.get(`build/${spec.artifact}`, ARTIFACT_LIMIT_BYTES);
  if (!artifact) return { kind: "error", log: "the compiler left no program", cached: false, wallMs };
  return { kind: "program", artifact, log, cached: false, wallMs };
}

/** Undefined when the compiler ended well; "" when its own messages say all. */
function failureOf({ outcome }: RunReport, limits: ProblemLimits): string | undefined {
  switch (outcome.kind) {
    case "exited":
      return outcome.exitCode === 0 ? undefined : "";
    case "signalled":
      return `the compiler was ended by ${outcome.signal}`;
    case "limit":
      return {
        cpu: `compiling took more than ${limits.compileTimeLimitMs / 1000} s`,
        wall: `compiling took more than ${(limits.compileTimeLimitMs * 3) / 1000} s of wall time`,
        memory: `compiling needed more than ${limits.compileMemoryLimitBytes / 1024 / 1024} MiB`,
        output: "the compiler printed more than 1 MiB",
      }[outcome.limit];
    case "cancelled":
      throw new SandboxFailure("compiling was cancelled");
  }
}

/** Compilers quote the source: control characters and paths of the box mean nothing to whoever reads it. */
function trimLog(log: string): string {
  const printable = stripVTControlCharacters(log).replace(/[^\P{C}\n\t]/gu, "?");
  if (printable.length <= LOG_LIMIT_CHARACTERS) return printable.trim();
  return `${printable.slice(0, LOG_LIMIT_CHARACTERS).trim()}\n… (${printable.length - LOG_LIMIT_CHARACTERS} characters more)`;
}
