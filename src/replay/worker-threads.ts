import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Job, JobResult, JobSettings } from "./play-jobs.ts";

/** Threads that take jobs from the same queue as the one that made them. Each holds the pools once, however many jobs there are. */
export class WorkerThreads implements AsyncDisposable {
  readonly #queue: [number, Job][];
  readonly #take: (index: number, result: JobResult) => void;
  readonly #shared: WorkerData;
  readonly #workers: Worker[] = [];
  readonly #ends: Promise<void>[] = [];

  constructor(queue: [number, Job][], take: (index: number, result: JobResult) => void, shared: WorkerData) {
    this.#queue = queue;
    this.#take = take;
    this.#shared = shared;
  }

  /** Does nothing once they are started. */
  start(count: number): void {
    if (this.#workers.length > 0) return;
    for (let number = 0; number < count; number++) this.#ends.push(this.#startOne());
  }

  /** Until the queue is empty and every job that was taken from it is done. */
  async finish(signal: AbortSignal | undefined): Promise<void> {
    const stop = () => void this[Symbol.asyncDispose]();
    signal?.addEventListener("abort", stop);
    try {
      await Promise.all(this.#ends);
    } finally {
      signal?.removeEventListener("abort", stop);
    }
    signal?.throwIfAborted();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #startOne(): Promise<void> {
    const worker = new Worker(new URL(`./worker${extname(fileURLToPath(import.meta.url))}`, import.meta.url), {
      workerData: this.#shared,
    });
    this.#workers.push(worker);
    return new Promise((resolve, reject) => {
      let under: number | undefined;
      const next = () => {
        const [index, job] = this.#queue.shift() ?? [];
        under = index;
        worker.postMessage(job);
      };
      worker.on("message", (result: JobResult | "ready") => {
        if (result !== "ready" && under !== undefined) this.#take(under, result);
        next();
      });
      worker.on("error", reject);
      worker.on("exit", () => resolve());
    });
  }
}

export interface WorkerData {
  readonly path: string;
  readonly settings: JobSettings;
}
