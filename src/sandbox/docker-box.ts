import { setTimeout } from "node:timers/promises";
import type Docker from "dockerode";
import { JudgeError } from "../domain/errors.ts";
import type { DataFile } from "../domain/problem.ts";
import { numberOf, reportOf } from "./outcome.ts";
import type { Frame, HeadLine } from "./protocol.ts";
import type { RunnerConnection } from "./runner-connection.ts";
import type {
  Box,
  BoxKind,
  FileMode,
  InteractionReport,
  InteractionRequest,
  RunReport,
  RunRequest,
  TranscriptPart,
} from "./sandbox.ts";
import { SandboxFailure } from "./sandbox-failure.ts";

/** A judge's program has the user after the candidate's. */
const JUDGE_UID_OFFSET = 1;

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
  #uses = 0;
  memoryLimitBytes: number;

  constructor(container: Docker.Container, connection: RunnerConnection, uid: number, memoryLimitBytes: number) {
    this.#container = container;
    this.#connection = connection;
    this.#uid = uid;
    this.memoryLimitBytes = memoryLimitBytes;
  }

  /** How often it was given to somebody. */
  get uses(): number {
    return this.#uses;
  }

  /** Nothing of earlier work stays but the stored inputs, which no program can name. Only a compiler may write. */
  async clean(kind: BoxKind): Promise<void> {
    this.#uses++;
    const judgeUid = this.#uid + JUDGE_UID_OFFSET;
    const areas = [
      { area: "box", owner: 0, mode: "755" },
      { area: "build", owner: kind === "compile" ? this.#uid : 0, mode: "700" },
      { area: "judge", owner: judgeUid, mode: "700" },
      { area: "feedback", owner: judgeUid, mode: "700" },
    ];
    await Promise.all(areas.map((area) => this.#ask([["op", "empty"], ...Object.entries(area)])));
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
    const { stdin, limits } = request;
    const stored = stdin.kind === "file" ? this.#store(stdin.file) : undefined;
    const lines = [
      ...this.#commonLines({
        ...limits,
        workingFolder: request.workingFolder,
        allowsProcesses: request.allowsProcesses,
      }),
      ...programLines({ ...request, uid: this.#uid, cpuMs: limits.cpuMs }),
      ["stdin", stdin.kind === "file" ? inputName(stdin.file) : "empty"] as const,
      ["stdout", "capture"] as const,
    ];
    const [said] = await Promise.all([this.#runPrograms(lines, request.onStdout), stored]);
    return { ...reportOf(said.report.keys, 0, limits), stderr: said.stderrOf(0) };
  }

  async interact(request: InteractionRequest): Promise<InteractionReport> {
    const lines: HeadLine[] = this.#commonLines({ ...request, workingFolder: "box", allowsProcesses: false });
    lines.push(["transcript_keep_bytes", request.transcriptBytes]);
    for (const participant of request.participants) {
      const uid = participant.user === "judge" ? this.#uid + JUDGE_UID_OFFSET : this.#uid;
      lines.push(...programLines({ ...participant, uid }));
      lines.push(["stdin", `pipe:${participant.stdinPipe}`], ["stdout", `pipe:${participant.stdoutPipe}`]);
    }
    const said = await this.#runPrograms(lines, () => undefined);
    const orders = request.participants.map((_, program) => numberOf(said.report.keys, `${program}.end_order`));
    const participants = request.participants.map(({ cpuMs }, program) => ({
      ...reportOf(said.report.keys, program, { cpuMs, memoryBytes: request.memoryBytes }),
      stderr: said.stderrOf(program),
      endOrder: orders.filter((order) => order < (orders[program] ?? 0)).length,
    }));
    return { participants, transcript: said.transcript };
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

  async #runPrograms(lines: readonly HeadLine[], onStdout: (chunk: Uint8Array) => void): Promise<Said> {
    const stderr: { program: string; bytes: Buffer }[] = [];
    const transcript: TranscriptPart[] = [];
    let report: Frame | undefined;
    await this.#connection.request(lines, (frame) => {
      const op = frame.keys.get("op");
      if (op === "stdout") onStdout(frame.body);
      else if (op === "stderr")
        stderr.push({ program: frame.keys.get("process") ?? "", bytes: Buffer.from(frame.body) });
      else if (op === "transcript")
        transcript.push({ participant: numberOf(frame.keys, "process"), text: Buffer.from(frame.body) });
      else if (op === "report") report = frame;
      else throw new SandboxFailure(`the runner answered a run with ${op}`);
      return report !== undefined;
    });
    if (!report) throw new SandboxFailure("a run without a report");
    const stderrOf = (program: number) => {
      const own = stderr.filter((part) => part.program === String(program));
      return Buffer.concat(own.map(({ bytes }) => bytes)).toString("utf8");
    };
    return { report, stderrOf, transcript };
  }

  #commonLines(request: CommonLimits): HeadLine[] {
    return [
      ["op", "run"],
      ["id", this.#nextRun++],
      ["cwd", `/w/${request.workingFolder}`],
      ["wall_limit_ms", Math.ceil(request.wallMs)],
      ["stdout_limit_bytes", request.outputBytes],
      ["stderr_limit_bytes", request.outputBytes],
      ["stderr_keep_bytes", STDERR_KEEP_BYTES],
      ["stack_limit_bytes", request.stackBytes],
      ["file_limit_bytes", request.fileBytes],
      ["allows_processes", request.allowsProcesses ? 1 : 0],
    ];
  }

  /**
   * Sends an input there if it is not there yet, after making room. Nothing is waited for in between: the runner does
   * what it is asked in order, so a run that is asked for next finds its input.
   */
  #store(file: DataFile): Promise<unknown> | undefined {
    if (this.#storedInputs.has(file.sha256)) return undefined;
    if (file.bytes > INPUT_STORE_BYTES) {
      throw new JudgeError(
        `${file.path} has ${file.bytes} bytes: inputs of at most ${INPUT_STORE_BYTES / 1024 / 1024} MiB fit in the sandbox`,
      );
    }
    this.#storedInputs.set(file.sha256, file);
    this.#storedBytes += file.bytes;
    const sent: Promise<void>[] = [];
    for (const oldest of this.#storedInputs.values()) {
      if (this.#storedBytes <= INPUT_STORE_BYTES || oldest.sha256 === file.sha256) break;
      this.#storedInputs.delete(oldest.sha256);
      this.#storedBytes -= oldest.bytes;
      sent.push(
        this.#ask([
          ["op", "remove"],
          ["name", inputName(oldest)],
        ]),
      );
    }
    // Its folder is closed to programs: this lets one open its own input again, as /dev/stdin, and no other.
    sent.push(this.#put(inputName(file), file, "444"));
    return Promise.all(sent);
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

/** All that the runner said of one run. */
interface Said {
  readonly report: Frame;
  readonly stderrOf: (program: number) => string;
  readonly transcript: readonly TranscriptPart[];
}

interface CommonLimits extends Pick<RunRequest, "workingFolder" | "allowsProcesses"> {
  readonly wallMs: number;
  readonly outputBytes: number;
  readonly stackBytes: number;
  readonly fileBytes: number;
}

interface ProgramStart extends Pick<RunRequest, "argv" | "env"> {
  readonly uid: number;
  readonly cpuMs: number;
}

function programLines({ argv, env, uid, cpuMs }: ProgramStart): HeadLine[] {
  return [
    ["process", ""],
    ["uid", uid],
    ["cpu_limit_ms", Math.ceil(cpuMs)],
    ...argv.map((arg) => ["arg", arg] as const),
    ...Object.entries(env).map(([key, value]) => ["env", `${key}=${value}`] as const),
  ];
}

function inputName(file: DataFile): string {
  return `input/${file.sha256}`;
}

const REMOVAL_TRIES = 100;

/** Resolves when the container is gone, whoever removes it: the engine does so too when its stream ends. */
export async function removeContainer(container: Docker.Container): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await container.remove({ force: true });
      return;
    } catch (error) {
      const status = error instanceof Error && "statusCode" in error ? error.statusCode : undefined;
      if (status === 404) return;
      // 409: somebody's removal is under way. Asked again until it has ended.
      if (status !== 409 || attempt === REMOVAL_TRIES) throw error;
    }
    await setTimeout(50);
  }
}
