import { stripVTControlCharacters } from "node:util";
import type { ImageVariant } from "../domain/image-variant.ts";
import { LANGUAGE_NAME } from "../domain/language.ts";
import type { ProblemLimits } from "../domain/problem.ts";
import type { Program, SupportCode } from "../domain/program.ts";
import { sha256Of } from "../domain/sha256.ts";
import type { RunReport, Slot } from "../sandbox/sandbox.ts";
import { SandboxFailure } from "../sandbox/sandbox-failure.ts";
import type { CompileCache, Compiled } from "./compile-cache.ts";
import { LANGUAGE_SPECS } from "./language/index.ts";
import { isOffered, notOffered } from "./language/offered.ts";
import { type Sources, sourcesOf } from "./program-sources.ts";

export interface CompileDeps {
  readonly compileCache: CompileCache;
  /** The sandbox image: another compiler makes another program. */
  readonly imageId: string;
  /** Which image that is: the default one where nothing is said. */
  readonly image?: ImageVariant;
}

const ARTIFACT_LIMIT_BYTES = 64 * 1024 * 1024;
const LOG_LIMIT_CHARACTERS = 8_000;

/** Compiles as an unprivileged user where nothing but the sources and the image's own files can be read. */
export async function compileProgram(
  slot: Slot,
  program: Program,
  { limits, support = NO_SUPPORT }: CompileSettings,
  deps: CompileDeps,
): Promise<Compiled> {
  const failed = (log: string) => ({ kind: "error", log, cached: false, wallMs: 0 }) as const;
  if (!isOffered(program.language, deps.image ?? "default")) return failed(notOffered(program.language));
  if (support.isRequired && !support.byLanguage.has(program.language))
    return failed(`the task has no grader for ${LANGUAGE_NAME[program.language]}`);
  const key = compileKey(program, deps.imageId, support);
  const known = await deps.compileCache.get(key);
  if (known) return { ...known, cached: true, wallMs: 0 };
  const compiled = await compile(slot, sourcesOf(program, support), limits);
  await deps.compileCache.set(key, compiled);
  return compiled;
}

export interface CompileSettings {
  readonly limits: Pick<ProblemLimits, "compileTimeLimitMs" | "compileMemoryLimitBytes">;
  readonly support?: SupportCode;
}

const NO_SUPPORT: SupportCode = { isRequired: false, byLanguage: new Map() };

/** Two programs with one key compile to the same thing. */
export function compileKey(program: Program, imageId: string, support: SupportCode = NO_SUPPORT): string {
  const spec = LANGUAGE_SPECS[program.language];
  const { names, files } = sourcesOf(program, support);
  const parts = files.flatMap(({ name, content }) => [name, content]);
  return sha256Of(program.language, spec.compileArgv(names).join("\0"), imageId, ...parts);
}

async function compile(slot: Slot, sources: Sources, limits: CompileSettings["limits"]): Promise<Compiled> {
  const spec = LANGUAGE_SPECS[sources.language];
  const box = await slot.box("compile", limits.compileMemoryLimitBytes);
  for (const { name, content } of sources.files) await box.put(`build/${name}`, content, "read");
  const messages: Buffer[] = [];
  const report = await box.run({
    argv: spec.compileArgv(sources.names),
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
function failureOf({ outcome }: RunReport, limits: CompileSettings["limits"]): string | undefined {
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
