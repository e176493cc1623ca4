import { compileProgram } from "../../src/judge/compile-program.ts";
import type { Box, RunLimits, RunReport, RunRequest, Slot } from "../../src/sandbox/sandbox.ts";
import type { TestSandbox } from "./open-test-sandbox.ts";
import { fixtureProgram, keptCompileCache, LIMITS, MIB } from "./tiny-problem.ts";

const GENEROUS: RunLimits = {
  cpuMs: 10_000,
  wallMs: 20_000,
  memoryBytes: 256 * MIB,
  outputBytes: 128 * MIB,
  stackBytes: 0,
  fileBytes: 0,
};

export interface BoxRun extends RunReport {
  readonly output: Buffer;
}

/** What is not said is generous, and the program is the one that `installed` put there. */
export interface BoxRunOptions extends Partial<Omit<RunRequest, "limits" | "argv" | "onStdout">> {
  readonly limits?: Partial<RunLimits>;
  readonly onStdout?: (chunk: Uint8Array) => void;
}

export async function runInBox(box: Box, args: readonly string[], options: BoxRunOptions = {}): Promise<BoxRun> {
  const output: Buffer[] = [];
  const report = await box.run({
    env: {},
    workingFolder: "box",
    stdin: { kind: "empty" },
    allowsProcesses: false,
    ...options,
    argv: ["/w/box/main", ...args],
    limits: { ...GENEROUS, ...options.limits },
    onStdout: (chunk) => {
      output.push(Buffer.from(chunk));
      options.onStdout?.(chunk);
    },
  });
  return { ...report, output: Buffer.concat(output) };
}

/** The compiled program of a C or C++ fixture. */
export async function compiledFixture(file: string, test: TestSandbox): Promise<Uint8Array> {
  const deps = { compileCache: keptCompileCache(), imageId: test.imageId };
  const program = await fixtureProgram(file);
  const compiled = await test.sandbox.withSlot((slot) => compileProgram(slot, program, { limits: LIMITS }, deps));
  if (compiled.kind === "error") throw new Error(`${file} does not compile: ${compiled.log}`);
  return compiled.artifact;
}

/** A clean box of the slot with the program in it. */
export async function boxWith(slot: Slot, artifact: Uint8Array, memoryLimitBytes = 256 * MIB): Promise<Box> {
  const box = await slot.box("run", memoryLimitBytes);
  await box.put("box/main", artifact, "execute");
  return box;
}
