import type { Duplex } from "node:stream";
import { setTimeout } from "node:timers/promises";
import type Docker from "dockerode";
import { JudgeError, messageOf } from "../domain/errors.ts";
import { containerMemoryBytes, containerSettings } from "./container-settings.ts";
import { DockerBox, removeContainer } from "./docker-box.ts";
import { USERS_PER_SLOT } from "./run-lines.ts";
import { RunnerConnection } from "./runner-connection.ts";
import type { Box, BoxKind, Sandbox, Slot, SlotOptions } from "./sandbox.ts";
import { SandboxFailure } from "./sandbox-failure.ts";

const PROTOCOL_VERSION = "2";
const FIRST_UID = 60_000;

/** How long is waited before work is done again: first a lost container, then an engine that starts anew. */
const WAIT_BEFORE_RETRY_MS = [100, 10_000];

/** A container is replaced after so many uses, so that nothing can add up in it unseen. */
const USES_OF_A_BOX = 1000;

export interface DockerSandboxOptions {
  readonly image: string;
  /** How many programs may run at a time, each on a core of its own. */
  readonly slots: number;
  readonly engineCores: number;
  readonly runtime?: string | undefined;
  readonly usesOfABox?: number;
}

/** Slots on a Docker engine. Boxes are made when first asked for and stay warm until the sandbox is closed. */
export class DockerSandbox implements Sandbox {
  readonly slotCount: number;
  readonly #docker: Docker;
  readonly #options: SlotSettings;
  readonly #free: DockerSlot[] = [];
  readonly #waiting: ((slot: DockerSlot) => void)[] = [];
  readonly #all: DockerSlot[] = [];
  readonly #closed = new AbortController();
  #allTurn: Promise<void> = Promise.resolve();

  constructor(docker: Docker, options: DockerSandboxOptions) {
    this.#docker = docker;
    this.#options = { usesOfABox: USES_OF_A_BOX, ...options };
    this.slotCount = options.slots;
    for (let index = 0; index < options.slots; index++) this.#free.push(this.#newSlot(index));
  }

  async withSlot<T>(work: (slot: Slot) => Promise<T>, { signal, alone = false }: SlotOptions = {}): Promise<T> {
    const [slot, ...idle] = alone ? await this.#acquireAll() : [await this.#acquire()];
    try {
      return await this.#tryWork(slot, work, signal);
    } finally {
      for (const acquired of [slot, ...idle]) this.#release(acquired);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed.abort(new JudgeError("the sandbox was closed"));
    await Promise.all(this.#all.map((slot) => slot.removeBoxes()));
  }

  async #tryWork<T>(slot: DockerSlot, work: (slot: Slot) => Promise<T>, signal?: AbortSignal): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      signal?.throwIfAborted();
      this.#closed.signal.throwIfAborted();
      const stop = () => void slot.removeBoxes();
      signal?.addEventListener("abort", stop, { once: true });
      try {
        return await work(slot);
      } catch (error) {
        signal?.throwIfAborted();
        this.#closed.signal.throwIfAborted();
        if (!(error instanceof SandboxFailure)) throw error;
        await slot.removeBoxes();
        const waitMs = WAIT_BEFORE_RETRY_MS[attempt - 1];
        if (waitMs === undefined) {
          throw new JudgeError(`the sandbox failed ${attempt} times: ${error.message}`, { cause: error });
        }
        await setTimeout(waitMs, undefined, signal ? { signal } : {});
      } finally {
        signal?.removeEventListener("abort", stop);
      }
    }
  }

  #newSlot(index: number): DockerSlot {
    // From the last core down, so that core 0 is left to Node and the engine as long as there are others.
    const core = this.#options.engineCores - 1 - (index % this.#options.engineCores);
    const slot = new DockerSlot(this.#docker, this.#options, core, FIRST_UID + USERS_PER_SLOT * index);
    this.#all.push(slot);
    return slot;
  }

  #acquire(): Promise<DockerSlot> {
    const slot = this.#free.pop();
    if (slot) return Promise.resolve(slot);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** One after another: two that each had some of the slots would wait for each other for ever. */
  #acquireAll(): Promise<[DockerSlot, ...DockerSlot[]]> {
    const turn = this.#allTurn.then(async (): Promise<[DockerSlot, ...DockerSlot[]]> => {
      const first = await this.#acquire();
      const others = await Promise.all(Array.from({ length: this.slotCount - 1 }, () => this.#acquire()));
      return [first, ...others];
    });
    this.#allTurn = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  }

  #release(slot: DockerSlot): void {
    const next = this.#waiting.shift();
    if (next) next(slot);
    else this.#free.push(slot);
  }
}

type SlotSettings = DockerSandboxOptions & { readonly usesOfABox: number };

class DockerSlot implements Slot {
  readonly #docker: Docker;
  readonly #options: SlotSettings;
  readonly #core: number;
  readonly #uid: number;
  readonly #boxes = new Map<BoxKind, Promise<DockerBox>>();
  #removal: Promise<unknown> = Promise.resolve();

  constructor(docker: Docker, options: SlotSettings, core: number, uid: number) {
    this.#docker = docker;
    this.#options = options;
    this.#core = core;
    this.#uid = uid;
  }

  async box(kind: BoxKind, memoryLimitBytes: number): Promise<Box> {
    const box = await this.#warmBox(kind, memoryLimitBytes);
    if (box.memoryLimitBytes !== memoryLimitBytes) {
      await failing(box.setContainerMemory(memoryLimitBytes, containerMemoryBytes(memoryLimitBytes)));
    }
    await box.clean(kind);
    return box;
  }

  async #warmBox(kind: BoxKind, memoryLimitBytes: number): Promise<DockerBox> {
    const warm = await this.#boxes.get(kind);
    if (warm && warm.uses < this.#options.usesOfABox) return warm;
    if (warm) await warm.end();
    const opening = this.#open(kind, memoryLimitBytes);
    this.#boxes.set(kind, opening);
    return opening;
  }

  /** Resolves when no container of this slot is left, those that an earlier call removes included. */
  async removeBoxes(): Promise<void> {
    const boxes = [...this.#boxes.values()];
    this.#boxes.clear();
    const removal = Promise.allSettled(boxes.map(async (box) => (await box).end()));
    this.#removal = Promise.all([this.#removal, removal]);
    await this.#removal;
  }

  async #open(kind: BoxKind, memoryLimitBytes: number): Promise<DockerBox> {
    const settings = { ...this.#options, kind, core: this.#core, memoryLimitBytes };
    const container = await failing(this.#docker.createContainer(containerSettings(settings)).catch(refuseForGood));
    try {
      const stream = await container.attach({ stream: true, stdin: true, stdout: true, stderr: true, hijack: true });
      const connection = new RunnerConnection(stream as Duplex);
      const hello = connection.expectHello();
      hello.catch(() => undefined); // a container that does not start is told by start()
      await container.start();
      const version = (await hello).keys.get("version");
      if (version !== PROTOCOL_VERSION) {
        throw new JudgeError(
          `the sandbox image speaks protocol ${version}, expected ${PROTOCOL_VERSION}: run \`npm run set-up\``,
        );
      }
      const box = new DockerBox(container, connection, this.#uid, memoryLimitBytes);
      await box.makeInputStore();
      return box;
    } catch (error) {
      await removeContainer(container);
      if (error instanceof JudgeError) throw error;
      throw new SandboxFailure(`cannot start a container from ${this.#options.image}: ${messageOf(error)}`, {
        cause: error,
      });
    }
  }
}

/** The engine does not know the image or the runtime, or not the settings: it will not later either. */
function refuseForGood(error: unknown): never {
  const status = error instanceof Error && "statusCode" in error ? error.statusCode : undefined;
  if (status === 400 || status === 404) {
    throw new JudgeError(`the engine makes no container: ${messageOf(error).trim()}`, { cause: error });
  }
  throw error;
}

async function failing<T>(request: Promise<T>): Promise<T> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof JudgeError) throw error;
    throw new SandboxFailure(`the engine refused: ${messageOf(error)}`, { cause: error });
  }
}
