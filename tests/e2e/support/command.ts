import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Docker from "dockerode";
import { expect } from "vitest";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
export const LAMPLIGHTER = join(ROOT, "problems", "lamplighter");
const CLI = join(ROOT, "dist", "cli.js");

export type Env = Readonly<Record<string, string>>;

export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A temporary folder in which commands run, with a home and a cache of its own. */
export class WorkFolder implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), "medalist-e2e-"));

  constructor() {
    mkdirSync(join(this.path, "home"));
  }

  at(...parts: string[]): string {
    return join(this.path, ...parts);
  }

  /** A run that prints its report is replayed at once: its file alone, without an engine, has to say the same. */
  async run(args: readonly string[], env: Env = {}): Promise<Ended> {
    const ended = await this.start(args, env).ended;
    const file = RUNS.has(args[0] ?? "") ? fileOfReport(ended.stdout) : undefined;
    if (file !== undefined) {
      const replay = ["replay", file, ...reportOptionsIn(args)];
      const replayed = await this.start(replay, { ...env, DOCKER_HOST: "unix:///nowhere.sock" }).ended;
      expect(replayed, "the run, replayed").toEqual({ ...ended, stderr: "" });
    }
    return ended;
  }

  start(args: readonly string[], env: Env = {}): Running {
    return new Running(
      spawn(process.execPath, [CLI, ...args], {
        cwd: this.path,
        env: {
          PATH: process.env["PATH"] ?? "",
          // Where the machine that tests has its engine elsewhere.
          ...(process.env["DOCKER_HOST"] ? { DOCKER_HOST: process.env["DOCKER_HOST"] } : {}),
          NO_COLOR: "1",
          HOME: this.at("home"),
          XDG_CACHE_HOME: this.at("cache"),
          ...env,
        },
        stdio: ["ignore", "pipe", "pipe"],
      }),
    );
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

const RUNS: ReadonlySet<string> = new Set(["solve", "contest"]);

/** The run file that a report names, where it is the report of one run. */
function fileOfReport(stdout: string): string | undefined {
  if (!stdout.startsWith("{")) return /\nRun file: (.+)\n$/.exec(stdout)?.[1];
  const { run } = JSON.parse(stdout);
  return typeof run === "string" ? run : undefined;
}

/** What a report is made with besides its run. */
function reportOptionsIn(args: readonly string[]): readonly string[] {
  const withValue = ["--clock", "--rating-distribution"].flatMap((name) => {
    const at = args.indexOf(name);
    return at < 0 ? [] : args.slice(at, at + 2);
  });
  return [...(args.includes("--json") ? ["--json"] : []), ...withValue];
}

export class Running {
  readonly ended: Promise<Ended>;
  readonly pid: number;
  readonly #child: ChildProcess;

  constructor(child: ChildProcess) {
    this.#child = child;
    this.pid = child.pid ?? -1;
    this.ended = this.#collect();
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Calls back with what it prints from now on. */
  onOutput(act: (text: string) => void): void {
    this.#child.stdout?.on("data", act);
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  async #collect(): Promise<Ended> {
    let [stdout, stderr] = ["", ""];
    this.#child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    this.#child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    await once(this.#child, "close");
    return { exitCode: this.#child.exitCode, stdout, stderr };
  }
}

/** Containers of a process, running or not. */
export async function containersOf(pid: number): Promise<number> {
  const filters = { label: [`medalist.owner-pid=${pid}`] };
  return (await new Docker().listContainers({ all: true, filters })).length;
}

/** The engine takes a moment to forget a container that was told to end. */
export async function expectNoContainers(pid: number): Promise<void> {
  const deadlineMs = performance.now() + 5_000;
  while ((await containersOf(pid)) > 0 && performance.now() < deadlineMs)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await containersOf(pid), `containers left of process ${pid}`).toBe(0);
}

export async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadlineMs = performance.now() + 60_000;
  while (!(await condition())) {
    if (performance.now() > deadlineMs) throw new Error(`waited a minute in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** One clear message: no stack, no word of a bug, nothing on standard output. */
export function expectMessage(ended: Ended, exitCode: number, ...says: (string | RegExp)[]): void {
  expect(ended.exitCode, ended.stderr).toBe(exitCode);
  expect(ended.stdout).toBe("");
  expect(ended.stderr).not.toMatch(/^\s+at /m);
  expect(ended.stderr).not.toContain("this is a bug");
  expect(ended.stderr.trim().split("\n").length).toBeLessThan(12);
  for (const words of says) expect(ended.stderr).toMatch(words);
}
