import type Docker from "dockerode";
import type { DataFile } from "../domain/problem.ts";
import { reportOf } from "./outcome.ts";
import type { Frame, HeadLine } from "./protocol.ts";
import type { RunnerConnection } from "./runner-connection.ts";
import type { Box, FileMode, RunReport, RunRequest } from "./sandbox.ts";
import { SandboxFailure } from "./sandbox-failure.ts";

const STDERR_KEEP_BYTES = 16 * 1024;

/** What may be stored of testcases' inputs in one container before the oldest go. */
export const INPUT_STORE_BYTES = 256 * 1024 * 1024;

/** One warm container, spoken to through its runner. */
export class DockerBox implements Box {
  readonly #container: Docker.Container;
  readonly #connection: RunnerConnection;
  readonly #uid: number;
  readonly #storedInputs = new Map<string, DataFile>();
  #storedBytes = 0;
  #nextRun = 1;
  memoryLimitBytes: number;

  constructor(container: Docker.Container, connection: RunnerConnection, uid: number, memoryLimitBytes: number) {
    this.#container = container;
    this.#connection = connection;
    this.#uid = uid;
    this.memoryLimitBytes = memoryLimitBytes;
  }

  /** Nothing of earlier work stays but the stored inputs, which no program can name. */
  async clean(): Promise<void> {
    await Promise.all([
      this.#ask([
        ["op", "empty"],
        ["area", "box"],
        ["owner", 0],
        ["mode", "755"],
      ]),
      this.#ask([
        ["op", "empty"],
        ["area", "build"],
        ["owner", this.#uid],
        ["mode", "700"],
      ]),
    ]);
  }

  async makeInputStore(): Promise<void> {
    await this.#ask([
      ["op", "empty"],
      ["area", "input"],
      ["owner", 0],
      ["mode", "700"],
    ]);
  }

  async setContainerMemory(memoryLimitBytes: number, containerBytes: number): Promise<void> {
    await this.#container.update({ Memory: containerBytes, MemorySwap: containerBytes });
    this.memoryLimitBytes = memoryLimitBytes;
  }

  async put(name: string, content: Uint8Array, mode: FileMode): Promise<void> {
    await this.#put(name, content, mode === "execute" ? "755" : "644");
  }

  async run(request: RunRequest): Promise<RunReport> {
    const stdin = request.stdin.kind === "empty" ? "empty" : await this.#store(request.stdin.file);
    const stderr: Buffer[] = [];
    let report: Frame | undefined;
    await this.#connection.request(this.#runLines(request, stdin), (frame) => {
      const op = frame.keys.get("op");
      if (op === "stdout") request.onStdout(frame.body);
      else if (op === "stderr") stderr.push(Buffer.from(frame.body));
      else if (op === "report") report = frame;
      else throw new SandboxFailure(`the runner answered a run with ${op}`);
      return report !== undefined;
    });
    if (!report) throw new SandboxFailure("a run without a report");
    return reportOf(report.keys, request.limits, Buffer.concat(stderr).toString("utf8"));
  }

  async get(name: string, limitBytes: number): Promise<Uint8Array | undefined> {
    const chunks: Buffer[] = [];
    let error: string | undefined;
    await this.#connection.request(
      [
        ["op", "get"],
        ["name", name],
        ["limit_bytes", limitBytes],
      ],
      (frame) => {
        if (frame.keys.get("op") === "chunk") {
          chunks.push(Buffer.from(frame.body));
          return false;
        }
        error = frame.keys.get("error");
        return true;
      },
    );
    return error === "" ? Buffer.concat(chunks) : undefined;
  }

  async cancelRuns(): Promise<void> {
    await this.#connection.requestOne([["op", "cancel"]]);
  }

  /** Ends the container and everything in it. */
  async remove(): Promise<void> {
    this.#connection.fail(new SandboxFailure("the box was removed"));
    await removeContainer(this.#container);
  }

  #runLines(request: RunRequest, stdin: string): HeadLine[] {
    const { limits } = request;
    const lines: HeadLine[] = [
      ["op", "run"],
      ["id", this.#nextRun++],
      ["cwd", `/w/${request.workingFolder}`],
      ["wall_limit_ms", Math.ceil(limits.wallMs)],
      ["stdout_limit_bytes", limits.outputBytes],
      ["stderr_limit_bytes", limits.outputBytes],
      ["stderr_keep_bytes", STDERR_KEEP_BYTES],
      ["stack_limit_bytes", limits.stackBytes],
      ["file_limit_bytes", limits.fileBytes],
      ["allows_processes", request.allowsProcesses ? 1 : 0],
      ["process", 0],
      ["uid", this.#uid],
      ["cpu_limit_ms", Math.ceil(limits.cpuMs)],
      ["stdin", stdin],
      ["stdout", "capture"],
    ];
    for (const arg of request.argv) lines.push(["arg", arg]);
    for (const [key, value] of Object.entries(request.env)) lines.push(["env", `${key}=${value}`]);
    return lines;
  }

  /** The name of the input in this container, sent there first if it is not there yet. */
  async #store(file: DataFile): Promise<string> {
    const name = `input/${file.sha256}`;
    if (this.#storedInputs.has(file.sha256)) return name;
    this.#storedInputs.set(file.sha256, file);
    this.#storedBytes += file.bytes;
    for (const [sha256, oldest] of this.#storedInputs) {
      if (this.#storedBytes <= INPUT_STORE_BYTES || sha256 === file.sha256) break;
      this.#storedInputs.delete(sha256);
      this.#storedBytes -= oldest.bytes;
      await this.#ask([
        ["op", "remove"],
        ["name", `input/${sha256}`],
      ]);
    }
    await this.#put(name, file, "400");
    return name;
  }

  async #put(name: string, content: Uint8Array | DataFile, mode: string): Promise<void> {
    const reply = await this.#connection.requestOne(
      [
        ["op", "put"],
        ["name", name],
        ["mode", mode],
      ],
      content,
    );
    const error = reply.keys.get("error");
    if (error !== "") throw new SandboxFailure(`cannot write ${name} in the box: ${error}`);
  }

  async #ask(lines: readonly HeadLine[]): Promise<void> {
    await this.#connection.requestOne(lines);
  }
}

/** Removing what is gone already, or is being removed, is what was wanted. */
export async function removeContainer(container: Docker.Container): Promise<void> {
  try {
    await container.remove({ force: true });
  } catch (error) {
    const status = error instanceof Error && "statusCode" in error ? error.statusCode : undefined;
    if (status !== 404 && status !== 409) throw error;
  }
}
