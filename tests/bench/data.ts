import type { DataFile } from "../../src/domain/problem.ts";
import type { RunReport } from "../../src/sandbox/sandbox.ts";
import { artifactOf, type Bench, largeFile, MIB, median, openBench, PROBLEM, timedMs } from "./bench-judge.ts";
import { PRINT_ALL, READ_ALL } from "./programs.ts";

const BYTES = 64 * MIB;

export interface DataTimes {
  /** The first run with an input, which is sent; later runs find it there. */
  readonly firstInputMibPerSecond: number;
  readonly storedInputMibPerSecond: number;
  readonly outputMibPerSecond: number;
  /** By how much Node's peak grew over all of it. */
  readonly nodeGrewMib: number;
}

export async function measureData(rounds: number): Promise<DataTimes> {
  await using bench = await openBench(1);
  const small = largeFile(Buffer.from(`${BYTES}\n`));
  const inputs = Array.from({ length: rounds }, (_, round) => largeFile(Buffer.alloc(BYTES, 97 + (round % 26))));
  const beforeKib = process.resourceUsage().maxRSS;
  const rows: { first: number; stored: number; output: number }[] = [];
  for (const input of inputs) {
    const first = await runMs(bench, READ_ALL, input);
    const stored = await runMs(bench, READ_ALL, input);
    rows.push({ first, stored, output: await runMs(bench, PRINT_ALL, small) });
  }
  const perSecond = (ms: readonly number[]) => (BYTES / MIB / median(ms)) * 1000;
  return {
    firstInputMibPerSecond: perSecond(rows.map(({ first }) => first)),
    storedInputMibPerSecond: perSecond(rows.map(({ stored }) => stored)),
    outputMibPerSecond: perSecond(rows.map(({ output }) => output)),
    nodeGrewMib: (process.resourceUsage().maxRSS - beforeKib) / 1024,
  };
}

async function runMs({ sandbox, deps }: Bench, source: string, file: DataFile): Promise<number> {
  return sandbox.withSlot(async (slot) => {
    const artifact = await artifactOf(slot, source, deps);
    const box = await slot.box("run", PROBLEM.limits.memoryLimitBytes);
    await box.put("box/main", artifact, "execute");
    let printedBytes = 0;
    let report: RunReport | undefined;
    const ms = await timedMs(async () => {
      report = await box.run({
        argv: ["/w/box/main"],
        env: {},
        workingFolder: "box",
        stdin: { kind: "file", file },
        onStdout: (chunk) => {
          printedBytes += chunk.length;
        },
        limits: {
          cpuMs: 20_000,
          wallMs: 60_000,
          memoryBytes: 256 * MIB,
          outputBytes: 80 * MIB,
          stackBytes: 64 * MIB,
          fileBytes: 0,
        },
        allowsProcesses: false,
      });
    });
    if (report?.outcome.kind !== "exited" || report.outcome.exitCode !== 0) throw new Error(JSON.stringify(report));
    if (source === PRINT_ALL && printedBytes !== BYTES) throw new Error(`${printedBytes} bytes came`);
    return ms;
  });
}
