import { type StoredPool, storedPools, unjudged } from "../contest/stored-pool.ts";
import { UsageError } from "../domain/errors.ts";
import { RunFile } from "../run-log/run-file.ts";

/** Pools of finished runs whose truth is known; sources are read from the files when they are asked for. */
export class StoredRuns {
  readonly #files: RunFile[] = [];
  readonly pools: readonly StoredPool[];

  constructor(paths: readonly string[]) {
    try {
      this.pools = paths.flatMap((path) => this.#read(path));
    } catch (error) {
      this[Symbol.dispose]();
      throw error;
    }
  }

  [Symbol.dispose](): void {
    for (const file of this.#files) file[Symbol.dispose]();
  }

  #read(path: string): StoredPool[] {
    const run = RunFile.openToRead(path);
    this.#files.push(run);
    const pools = storedPools([...run.events()], (sha256) => run.text(sha256));
    for (const pool of pools) refuseUnjudged(path, pool);
    return pools;
  }
}

function refuseUnjudged(path: string, pool: StoredPool): void {
  const { problem, truth } = pool;
  if (unjudged(pool) === 0 && truth.size > 0) return;
  throw new UsageError(
    `${path}: ${problem.id}: ${truth.size} candidates were judged, ${unjudged(pool)} were not: expected all of them, as solve does it without --no-baselines`,
  );
}
