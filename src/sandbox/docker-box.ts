import { setTimeout } from "node:timers/promises";
import type Docker from "dockerode";
import type { DataFile } from "../domain/problem.ts";
import { InputStore, inputName } from "./input-store.ts";
import { factsOf, numberOf } from "./outcome.ts";
import type { Frame, HeadLine } from "./protocol.ts";
import { interactionLines, judgeUid, runLines } from "./run-lines.ts";
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

/** One warm container, spoken to through its runner. */
export class DockerBox implements Box {
  readonly #container: Docker.Container;
  readonly #connection: RunnerConnection;
  readonly #uid: number;
  readonly #inputs = new InputStore();
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
    await Promise.all([
      this.#make("box", 0, "755"),
      this.#make("build", kind === "compile" ? this.#uid : 0, "700"),
      this.empty("judge"),
      this.empty("feedback"),
    ]);
  }

  async makeInputStore(): Promise<void> {
    await this.#make("input", 0, "700");
  }

  async empty(area: "feedback" | "judge"): Promise<void> {
    await this.#make(area, judgeUid(this.#uid), "700");
  }

  async setContainerMemory(memoryLimitBytes: number, containerBytes: number): Promise<void> {
    await this.#container.update({ Memory: containerBytes, MemorySwap: containerBytes });
    this.memoryLimitBytes = memoryLimitBytes;
  }

  async put(name: string, content: Uint8Array, mode: FileMode): Promise<void> {
    this.#inputs.forget(name);
    await this.#put(name, content, mode === "execute" ? "755" : "644");
  }

  async place(name: string, file: DataFile): Promise<void> {
    const stored = this.#store(file);
    this.#inputs.place(name, file);
    const linked = this.#askToWrite(name, [
      ["op", "link"],
      ["from", inputName(file)],
      ["to", name],
    ]);
    await Promise.all([stored, linked]);
  }

  async remove(name: string): Promise<void> {
    this.#inputs.forget(name);
    await this.#ask([
      ["op", "remove"],
      ["name", name],
    ]);
  }

  async run(request: RunRequest): Promise<RunReport> {
    const { stdin, limits, user, onStdout } = request;
    const stored = stdin.kind === "file" ? this.#store(stdin.file) : undefined;
    const lines = runLines(this.#nextRun++, this.#uid, request);
    const [said] = await Promise.all([this.#runPrograms(lines, (_, chunk) => onStdout(chunk)), stored]);
    const [facts] = factsOf(said.report.keys, [{ ...limits, user: user ?? "candidate" }]);
    if (!facts) throw new SandboxFailure("a report without a program");
    return { ...facts, stderr: said.stderrOf(0) };
  }

  async interact(request: InteractionRequest): Promise<InteractionReport> {
    const stored = request.participants.map(({ stdin }) =>
      stdin.kind === "file" ? this.#store(stdin.file) : undefined,
    );
    const lines = interactionLines(this.#nextRun++, this.#uid, request);
    const onStdout = (program: number, chunk: Uint8Array) => {
      const stdout = request.participants[program]?.stdout;
      if (stdout?.kind === "capture") stdout.onChunk(chunk);
    };
    const [said] = await Promise.all([this.#runPrograms(lines, onStdout), ...stored]);
    const orders = request.participants.map((_, program) => numberOf(said.report.keys, `${program}.end_order`));
    const participants = factsOf(said.report.keys, request.participants).map((facts, program) => ({
      ...facts,
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
  async end(): Promise<void> {
    this.#connection.fail(new SandboxFailure("the box was removed"));
    await removeContainer(this.#container);
  }

  async #runPrograms(
    lines: readonly HeadLine[],
    onStdout: (program: number, chunk: Uint8Array) => void,
  ): Promise<Said> {
    const stderr: { program: string; bytes: Buffer }[] = [];
    const transcript: TranscriptPart[] = [];
    let report: Frame | undefined;
    await this.#connection.request(lines, (frame) => {
      const op = frame.keys.get("op");
      if (op === "stdout") onStdout(numberOf(frame.keys, "process"), frame.body);
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

  /**
   * Sends an input there if it is not there yet, after making room. Nothing is waited for in between: the runner does
   * what it is asked in order, so a run that is asked for next finds its input.
   */
  #store(file: DataFile): Promise<unknown> | undefined {
    const { isNew, dropped } = this.#inputs.add(file);
    if (!isNew) return undefined;
    const removed = dropped.map((old) =>
      this.#ask([
        ["op", "remove"],
        ["name", inputName(old)],
      ]),
    );
    // Its folder is closed to programs: this lets one open its own input again, as /dev/stdin, and no other.
    return Promise.all([...removed, this.#put(inputName(file), file, "444")]);
  }

  #put(name: string, content: Uint8Array | DataFile, mode: string): Promise<void> {
    const lines: HeadLine[] = [
      ["op", "put"],
      ["name", name],
      ["mode", mode],
    ];
    return this.#askToWrite(name, lines, content);
  }

  async #askToWrite(name: string, lines: readonly HeadLine[], content?: Uint8Array | DataFile): Promise<void> {
    const reply = await this.#connection.requestOne(lines, content);
    const error = reply.keys.get("error");
    if (error !== "") throw new SandboxFailure(`cannot write ${name} in the box: ${error}`);
  }

  async #make(area: string, owner: number, mode: string): Promise<void> {
    this.#inputs.forgetArea(area);
    await this.#ask([
      ["op", "empty"],
      ["area", area],
      ["owner", owner],
      ["mode", mode],
    ]);
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
