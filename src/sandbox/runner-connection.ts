import { createReadStream } from "node:fs";
import type { Duplex } from "node:stream";
import { messageOf } from "../domain/errors.ts";
import type { DataFile } from "../domain/problem.ts";
import { DockerStreamDecoder, encodeHead, type Frame, FrameDecoder, type HeadLine } from "./protocol.ts";
import { SandboxFailure } from "./sandbox-failure.ts";

/** Takes the frames that answer one request; true with the last of them. */
type ReplyReader = (frame: Frame) => boolean;

interface Pending {
  readonly read: ReplyReader;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** Speaks with one runner over Docker's attached stream. The runner answers requests in their order. */
export class RunnerConnection {
  readonly #stream: Duplex;
  readonly #pending: Pending[] = [];
  readonly #dockerStream = new DockerStreamDecoder();
  readonly #frames = new FrameDecoder();
  #sent: Promise<void> = Promise.resolve();
  #failure: SandboxFailure | undefined;

  constructor(stream: Duplex) {
    this.#stream = stream;
    stream.on("data", (chunk: Buffer) => this.#receive(chunk));
    stream.on("error", (error) => this.fail(new SandboxFailure(`the container's stream broke: ${error.message}`)));
    stream.on("close", () => this.fail(new SandboxFailure("the container has gone")));
    stream.on("end", () => this.fail(new SandboxFailure("the container has gone")));
  }

  /** The runner's first words, sent without being asked. */
  expectHello(): Promise<Frame> {
    return this.#expectOne();
  }

  async requestOne(lines: readonly HeadLine[], body: Uint8Array | DataFile = new Uint8Array()): Promise<Frame> {
    const reply = this.#expectOne();
    this.#send(lines, body);
    return reply;
  }

  async request(lines: readonly HeadLine[], read: ReplyReader): Promise<void> {
    const done = this.#expect(read);
    this.#send(lines, new Uint8Array());
    return done;
  }

  /** Ends the connection; whatever waits for an answer gets the failure. */
  fail(failure: SandboxFailure): void {
    if (this.#failure) return;
    this.#failure = failure;
    for (const pending of this.#pending.splice(0)) pending.reject(failure);
    this.#stream.destroy();
  }

  async #expectOne(): Promise<Frame> {
    let reply: Frame | undefined;
    await this.#expect((frame) => {
      reply = frame;
      return true;
    });
    if (!reply) throw new SandboxFailure("the runner gave no answer");
    return reply;
  }

  #expect(read: ReplyReader): Promise<void> {
    if (this.#failure) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => this.#pending.push({ read, resolve, reject }));
  }

  #send(lines: readonly HeadLine[], body: Uint8Array | DataFile): void {
    this.#sent = this.#sent
      .then(() => this.#write(lines, body))
      .catch((error: unknown) => this.fail(new SandboxFailure(`cannot send to the container: ${messageOf(error)}`)));
  }

  async #write(lines: readonly HeadLine[], body: Uint8Array | DataFile): Promise<void> {
    if (this.#failure) return;
    const isFile = !(body instanceof Uint8Array);
    await this.#writeBytes(encodeHead(lines, isFile ? body.bytes : body.length));
    if (!isFile) {
      if (body.length > 0) await this.#writeBytes(body);
      return;
    }
    let sentBytes = 0;
    for await (const chunk of createReadStream(body.path)) {
      sentBytes += chunk.length;
      if (sentBytes > body.bytes) break;
      await this.#writeBytes(chunk);
    }
    if (sentBytes !== body.bytes) throw new Error(`${body.path} has changed while it was read`);
  }

  /** Requests made in one go leave in one go: the runner wakes once for them. */
  #writeBytes(bytes: Uint8Array): Promise<void> | undefined {
    if (this.#stream.writableCorked === 0) {
      this.#stream.cork();
      setImmediate(() => this.#stream.uncork());
    }
    if (this.#stream.write(bytes)) return undefined;
    return new Promise((resolve) => {
      const go = () => {
        this.#stream.off("drain", go);
        this.#stream.off("close", go);
        resolve();
      };
      this.#stream.on("drain", go);
      this.#stream.on("close", go);
    });
  }

  #receive(chunk: Buffer): void {
    try {
      for (const bytes of this.#dockerStream.push(chunk)) {
        for (const frame of this.#frames.push(bytes)) this.#dispatch(frame);
      }
    } catch (error) {
      this.fail(error instanceof SandboxFailure ? error : new SandboxFailure(messageOf(error), { cause: error }));
    }
  }

  #dispatch(frame: Frame): void {
    if (frame.keys.get("op") === "failed") {
      throw new SandboxFailure(`the runner gave up: ${frame.keys.get("message") ?? "without a message"}`);
    }
    const first = this.#pending[0];
    if (!first) throw new SandboxFailure("the runner sent what nobody asked for");
    if (!first.read(frame)) return;
    this.#pending.shift();
    first.resolve();
  }
}
