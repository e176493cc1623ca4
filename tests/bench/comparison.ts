import { fork } from "node:child_process";
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { compareByDefault } from "../../src/judge/checker/default-comparison.ts";
import { largeFile, MIB, median, timedMs } from "./bench-judge.ts";

const BYTES = 64 * MIB;
const COMPARISON = {
  caseSensitive: false,
  spaceSensitive: false,
  absoluteTolerance: undefined,
  relativeTolerance: undefined,
};

/** As the judge does it: an output in the chunks that it came in, an answer that is read on the way; or both in one piece. */
export type Way = "chunks" | "joined";

export interface ComparisonTimes {
  readonly seconds: number;
  /** By how much the peak of a process grew that had the output in memory before. */
  readonly grewMib: number;
}

export async function measureComparison(rounds: number, way: Way): Promise<ComparisonTimes> {
  const { path } = largeFile(integers());
  const measured: ComparisonTimes[] = [];
  for (let round = 0; round < rounds; round++) {
    const child = fork(fileURLToPath(import.meta.url), [path, way], {
      execArgv: ["--import", "tsx"],
      stdio: "inherit",
    });
    const [[message]] = await Promise.all([once(child, "message"), once(child, "exit")]);
    measured.push(message as ComparisonTimes);
  }
  return {
    seconds: median(measured.map(({ seconds }) => seconds)),
    grewMib: median(measured.map(({ grewMib }) => grewMib)),
  };
}

/** Of all lengths, in lines of several. */
function integers(): Buffer {
  const bytes = Buffer.alloc(BYTES, "\n");
  let number = 12_345;
  for (let at = 0; at < BYTES - 12; at++) {
    number = (Math.imul(number, 1_103_515_245) + 12_345) >>> 0;
    at += bytes.write(String(number >>> (number & 15)), at, "latin1");
    if ((number & 7) > 0) bytes[at] = 32;
  }
  return bytes;
}

async function compareOnce(path: string, way: string | undefined): Promise<ComparisonTimes> {
  const output: Buffer[] = [];
  for await (const chunk of createReadStream(path)) output.push(chunk);
  const before = process.resourceUsage().maxRSS;
  const ms = await timedMs(async () => {
    const isJoined = way === "joined";
    const got = isJoined ? Buffer.concat(output) : output;
    const want = isJoined ? await readFile(path) : createReadStream(path, { highWaterMark: MIB });
    const { verdict, message } = await compareByDefault(got, want, COMPARISON);
    if (verdict !== "AC") throw new Error(message);
  });
  return { seconds: ms / 1000, grewMib: (process.resourceUsage().maxRSS - before) / 1024 };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , path = "", way] = process.argv;
  process.send?.(await compareOnce(path, way));
  process.disconnect();
}
