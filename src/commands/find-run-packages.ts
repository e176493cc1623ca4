import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { UsageError } from "../domain/errors.ts";
import type { PackagedProblem } from "../domain/problem.ts";
import { readContest } from "../problem/contest/read-contest.ts";
import { findPackages } from "../problem/find-packages.ts";
import { readProblem } from "../problem/read-problem.ts";
import type { EventOf } from "../run-log/event.ts";

type WantedProblem = Pick<EventOf<"run-started">["problems"][number], "id" | "packageHash">;

/** The packages that a run was made with, as they were; what was unpacked for them goes away with it. */
export class RunPackages implements AsyncDisposable {
  readonly problems: PackagedProblem[] = [];
  readonly #readings: AsyncDisposable[] = [];

  /** Looks at one package, those of a contest, or all below a folder. */
  static async find(path: string, wanted: readonly WantedProblem[], signal: AbortSignal): Promise<RunPackages> {
    const found = new RunPackages();
    try {
      const changed: string[] = [];
      const missing = new Map(wanted.map((problem) => [problem.id, problem]));
      for (const candidate of await pathsIn(path, missing)) {
        if (missing.size === 0) break;
        const reading = await readProblem(candidate, { signal });
        found.#readings.push(reading);
        const { id, packageHash } = reading.problem;
        const own = missing.get(id);
        if (!own) continue;
        if (own.packageHash === packageHash) {
          found.problems.push(reading.problem);
          missing.delete(id);
        } else changed.push(`${candidate} is package ${packageHash.slice(0, 12)}`);
      }
      if (missing.size > 0) throw new UsageError(notFound(path, [...missing.values()], changed));
      return found;
    } catch (error) {
      await found[Symbol.asyncDispose]();
      throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const reading of this.#readings) await reading[Symbol.asyncDispose]();
  }
}

/** Those first that are called like a problem of the run: the others are read where that was not enough. */
async function pathsIn(path: string, wanted: ReadonlyMap<string, unknown>): Promise<string[]> {
  const isContest = await stat(join(path, "contest.yaml")).then(
    () => true,
    () => false,
  );
  const paths = isContest
    ? (await readContest(path)).problems.map((problem) => problem.path)
    : await findPackages(path);
  const isNamed = (candidate: string) => wanted.has(basename(candidate).replace(/\..*$/, ""));
  return [...paths.filter(isNamed), ...paths.filter((candidate) => !isNamed(candidate))];
}

function notFound(path: string, missing: readonly WantedProblem[], changed: readonly string[]): string {
  const wanted = missing.map(({ id, packageHash }) => `${id}, package ${packageHash.slice(0, 12)}`).join("; ");
  const here = changed.length === 0 ? "" : `: ${changed.join(", ")}`;
  return `the run is of ${wanted}, and there is none such in ${path}${here}: name the package or contest as it was`;
}
