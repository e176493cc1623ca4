import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodeHead, type Frame, FrameDecoder, type HeadLine } from "../../../src/sandbox/protocol.ts";

const AREAS = ["box", "build", "input", "judge", "feedback"] as const;
export const PROGRAM_UID = 61_234;

export interface EndOfRunner {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Where sanitizers report to; the runner itself never writes there. */
  readonly stderr: string;
}

/** What a run gets where a test says nothing else. */
export interface RunOptions {
  readonly id?: string;
  readonly common?: Readonly<Record<string, string | number>>;
  readonly process?: Readonly<Record<string, string | number>>;
  readonly env?: readonly string[];
}

export interface RunReply {
  readonly report: ReadonlyMap<string, string>;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
  readonly frames: readonly Frame[];
}

/** The runner as a program of the host, in a folder of its own, spoken to in frames. */
export class RunnerProcess implements AsyncDisposable {
  readonly folder: string;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #decoder = new FrameDecoder();
  readonly #frames: Frame[] = [];
  readonly #ended: Promise<EndOfRunner>;
  #end: EndOfRunner | undefined;
  #wake: () => void = () => undefined;

  constructor(binary: string) {
    this.folder = mkdtempSync(join(tmpdir(), "medalist-runner-"));
    chmodSync(this.folder, 0o755);
    for (const area of AREAS) mkdirSync(join(this.folder, area), { mode: 0o755 });
    this.#child = spawn(binary, ["--not-init", this.folder]);
    this.#child.stdout.on("data", (chunk: Buffer) => {
      for (const { keys, body } of this.#decoder.push(chunk)) this.#frames.push({ keys, body: Buffer.from(body) });
      this.#wake();
    });
    this.#child.stdin.on("error", () => undefined); // a runner that has gone is told by its end
    const stderr: Buffer[] = [];
    this.#child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    this.#ended = new Promise((resolve, reject) => {
      this.#child.on("error", reject);
      this.#child.on("close", (code, signal) => {
        this.#end = { code, signal, stderr: Buffer.concat(stderr).toString() };
        this.#wake();
        resolve(this.#end);
      });
    });
  }

  get pid(): number {
    return this.#child.pid ?? -1;
  }

  /** Started, greeted, with the programs in its box. */
  static async start(binary: string, programs: Readonly<Record<string, string>> = {}): Promise<RunnerProcess> {
    const runner = new RunnerProcess(binary);
    for (const [name, path] of Object.entries(programs)) {
      copyFileSync(path, runner.path("box", name));
      chmodSync(runner.path("box", name), 0o755);
    }
    await runner.next();
    return runner;
  }

  path(...parts: readonly string[]): string {
    return join(this.folder, ...parts);
  }

  sendBytes(bytes: Uint8Array): void {
    this.#child.stdin.write(bytes);
  }

  send(lines: readonly HeadLine[], body: Uint8Array = Buffer.alloc(0)): void {
    this.sendBytes(Buffer.concat([encodeHead(lines, body.length), body]));
  }

  /** What lies in a folder of its own. */
  entries(area: string): string[] {
    return readdirSync(this.path(area));
  }

  /** How many files it has open. */
  openDescriptors(): number {
    return readdirSync(`/proc/${this.#child.pid}/fd`).length;
  }

  /** The next frame; fails with what the runner left when it has ended before. */
  async next(): Promise<Frame> {
    for (;;) {
      const frame = this.#frames.shift();
      if (frame) return frame;
      if (this.#end) throw new Error(`the runner has ended: ${JSON.stringify(this.#end)}`);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  async ask(lines: readonly HeadLine[], body?: Uint8Array): Promise<Frame> {
    this.send(lines, body);
    return this.next();
  }

  async put(name: string, content: string | Uint8Array, mode = "644"): Promise<string | undefined> {
    const head = [["op", "put"] as const, ["name", name] as const, ["mode", mode] as const];
    return (await this.ask(head, Buffer.from(content))).keys.get("error");
  }

  async get(name: string, limitBytes = 1_000_000): Promise<{ readonly content: Buffer; readonly error: string }> {
    this.send([
      ["op", "get"],
      ["name", name],
      ["limit_bytes", limitBytes],
    ]);
    const chunks: Buffer[] = [];
    for (;;) {
      const { keys, body } = await this.next();
      if (keys.get("op") === "file") return { content: Buffer.concat(chunks), error: keys.get("error") ?? "(no key)" };
      chunks.push(body);
    }
  }

  run(argv: readonly string[], options: RunOptions = {}): Promise<RunReply> {
    this.send(this.runLines(argv, options));
    return this.reply();
  }

  /** The head of a run of a program of the box. */
  runLines([program = "", ...args]: readonly string[], options: RunOptions = {}): HeadLine[] {
    return [
      ...this.commonLines(options),
      ...this.programLines([program, ...args], { stdin: "empty", stdout: "capture", ...options.process }),
      ...(options.env ?? []).map((line) => ["env", line] as const),
    ];
  }

  commonLines({ id = "1", common = {} }: RunOptions = {}): HeadLine[] {
    const limits = {
      cwd: this.path("box"),
      wall_limit_ms: 60_000,
      stdout_limit_bytes: 100_000_000,
      stderr_limit_bytes: 100_000_000,
      stderr_keep_bytes: 1000,
      stack_limit_bytes: 0,
      file_limit_bytes: 0,
      allows_processes: 0,
      ...common,
    };
    return [["op", "run"], ["id", id], ...Object.entries(limits)];
  }

  programLines(
    [program = "", ...args]: readonly string[],
    keys: Readonly<Record<string, string | number>>,
  ): HeadLine[] {
    const path = program.startsWith("/") ? program : this.path("box", program);
    return [
      ["process", ""],
      ...Object.entries({ uid: PROGRAM_UID, cpu_limit_ms: 30_000, ...keys }),
      ...[path, ...args].map((arg) => ["arg", arg] as const),
    ];
  }

  /** Everything up to the next report. */
  async reply(): Promise<RunReply> {
    const frames: Frame[] = [];
    const said = (op: string) => Buffer.concat(frames.filter(({ keys }) => keys.get("op") === op).map((f) => f.body));
    for (;;) {
      const frame = await this.next();
      if (frame.keys.get("op") === "report")
        return { report: frame.keys, stdout: said("stdout"), stderr: said("stderr"), frames };
      frames.push(frame);
    }
  }

  /** What it says before it gives up. */
  async failure(): Promise<string> {
    for (;;) {
      const { keys } = await this.next();
      if (keys.get("op") === "failed") return keys.get("message") ?? "(no message)";
    }
  }

  /** Closes its requests and waits for its end. */
  async end(): Promise<EndOfRunner> {
    this.#child.stdin.end();
    return this.#ended;
  }

  /** When nobody takes what it says. */
  closeOutput(): void {
    this.#child.stdout.destroy();
  }

  ended(): Promise<EndOfRunner> {
    return this.#ended;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.stdin.destroy();
    this.#child.kill("SIGKILL");
    await this.#ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Numbers of a report. */
export function numbersOf(report: ReadonlyMap<string, string>, ...keys: readonly string[]): number[] {
  return keys.map((key) => Number(report.get(key)));
}
