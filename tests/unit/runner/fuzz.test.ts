import { execFile } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { randomFrom } from "../../../src/domain/random.ts";
import { type Frame, FrameDecoder } from "../../../src/sandbox/protocol.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { FUZZ_PROGRAM, type FuzzCase, fuzzCase } from "./fuzz-cases.ts";
import { build, buildProgram, NEEDS_ROOT, RUNNER_SOURCES, SANITIZERS, sourcePath } from "./host-binaries.ts";

const CASES = Number(process.env["MEDALIST_FUZZ_CASES"] ?? 3000);
const SEED = Number(process.env["MEDALIST_FUZZ_SEED"] ?? 20_240_607);
const AREAS = ["box", "build", "feedback", "input", "judge"];
/** Made by the runner for a run; what lies there is left when it ends in the middle of one. */
const PIPES = ["pipe", "new-pipe"];

interface FuzzResult {
  /** As wait() gives it: a signal in the low bits, the exit code above. */
  readonly status: number;
  readonly said: Buffer;
  readonly stderr: string;
}

describe.skipIf(NEEDS_ROOT)(`the runner's protocol, fuzzed${NEEDS_ROOT}`, () => {
  test(`${CASES} streams of requests end it in order, and touch nothing outside its folder`, {
    timeout: 600_000,
  }, async () => {
    const root = rootFolder(await buildProgram(sourcePath("./programs/ends-soon.c")));
    const before = outsideOf(root);
    const random = randomFrom(SEED);
    const cases = Array.from({ length: CASES }, () => fuzzCase(random));
    const results = await fuzz(root, cases);

    const findings = results.flatMap((result, index) => {
      const finding = findingOf(result);
      return finding
        ? [{ finding, index, stderr: result.stderr, requests: cases[index]?.bytes.toString("latin1") }]
        : [];
    });
    expect(findings.slice(0, 3)).toEqual([]);
    expect(results).toHaveLength(CASES);

    expect(outsideOf(root)).toEqual(before);
    for (const area of readdirSync(join(root, "w")).filter((name) => !PIPES.includes(name))) {
      expect(AREAS).toContain(area);
      expect(readdirSync(join(root, "w", area), { withFileTypes: true }).every((entry) => entry.isFile())).toBe(true);
    }
    expectItWentDeep(results);
  });
});

/** What becomes the runner's root directory: its areas, one program, an empty /dev/null, and a file nobody may touch. */
function rootFolder(program: string): string {
  const root = temporaryFolder();
  chmodSync(root, 0o755);
  for (const area of AREAS) mkdirSync(join(root, "w", area), { recursive: true });
  for (const folder of ["dev", dirname(FUZZ_PROGRAM), "etc"]) mkdirSync(join(root, folder));
  writeFileSync(join(root, "dev/null"), "");
  writeFileSync(join(root, "etc/passwd"), "untouched");
  copyFileSync(program, join(root, FUZZ_PROGRAM));
  return root;
}

function outsideOf(root: string): string[] {
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) => !/^w\/./.test(path));
  return paths.sort().map((path) => {
    const { mode, uid, size, ctimeMs } = statSync(join(root, path));
    return [path, mode, uid, ...(path === "w" ? [] : [size, ctimeMs])].join(" ");
  });
}

async function fuzz(root: string, cases: readonly FuzzCase[]): Promise<FuzzResult[]> {
  const flags = [...SANITIZERS, "-Dmain=runner_main"];
  const fuzzer = await build([sourcePath("./fuzz-runner.c"), ...RUNNER_SOURCES], flags);
  const folder = temporaryFolder();
  const parts = cases.flatMap(({ bytes, firstBytes, nobodyListens }) => [
    Buffer.from(new Uint32Array([nobodyListens ? 1 : 0, firstBytes, bytes.length]).buffer),
    bytes,
  ]);
  writeFileSync(join(folder, "cases"), Buffer.concat(parts));
  await promisify(execFile)(fuzzer, [root, join(folder, "cases"), join(folder, "results")]);
  return resultsOf(readFileSync(join(folder, "results")));
}

function resultsOf(bytes: Buffer): FuzzResult[] {
  const results: FuzzResult[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [status = 0, saidBytes = 0, stderrBytes = 0] = [0, 4, 8].map((offset) => bytes.readUInt32LE(at + offset));
    const stderrAt = at + 12 + saidBytes;
    const stderr = bytes.toString("latin1", stderrAt, stderrAt + stderrBytes);
    results.push({ status, said: bytes.subarray(at + 12, stderrAt), stderr });
    at = stderrAt + stderrBytes;
  }
  return results;
}

/** What is wrong with how it ended; undefined where nothing is. */
function findingOf({ status, said, stderr }: FuzzResult): string | undefined {
  const exitCode = status >> 8;
  if ((status & 0x7f) !== 0) return `ended by signal ${status & 0x7f}`;
  if (![0, 1, 2].includes(exitCode)) return `exit code ${exitCode}`;
  if (stderr !== "") return "wrote to standard error";
  const frames = framesOf(said);
  const hasFailed = frames.at(-1)?.keys.get("op") === "failed";
  if (exitCode !== 1 && frames[0]?.keys.get("op") !== "hello") return "said no hello";
  if (exitCode === 2 && !hasFailed) return "gave up without saying why";
  if (exitCode !== 2 && frames.some(({ keys }) => keys.get("op") === "failed")) return "failed and went on";
  return undefined;
}

function framesOf(said: Buffer): Frame[] {
  return [...new FrameDecoder().push(said)];
}

/** Streams that were refused at once would prove little: each op has to be answered often, each kind of end seen. */
function expectItWentDeep(results: readonly FuzzResult[]): void {
  const ops = new Map<string, number>();
  for (const { keys } of results.flatMap(({ said }) => framesOf(said))) {
    const op = keys.get("op") ?? "";
    ops.set(op, (ops.get(op) ?? 0) + 1);
  }
  for (const op of [
    "put",
    "link",
    "file",
    "chunk",
    "remove",
    "empty",
    "cancel",
    "report",
    "stdout",
    "stderr",
    "transcript",
  ])
    expect(ops.get(op) ?? 0, op).toBeGreaterThan(CASES / 100);
  const exitCodes = new Set(results.map(({ status }) => status >> 8));
  expect([...exitCodes].sort()).toEqual([0, 1, 2]);
}
