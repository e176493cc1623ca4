import { existsSync, statSync } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { messageOf, UsageError } from "../domain/errors.ts";
import type { Problem } from "../domain/problem.ts";
import type { EventOf } from "../run-log/event.ts";
import { RunFile } from "../run-log/run-file.ts";

export const RUNS_FOLDER = "submissions";

/** The file that the user names, or a new one named after the problem or contest and the time. */
export async function createRunFile(named: string | undefined, name: string): Promise<RunFile> {
  const path = named ?? newRunPath(name);
  if (existsSync(path) && statSync(path).isDirectory())
    throw new UsageError(`${path} is a folder: expected the name of a run file, such as ${join(path, "run.sqlite")}`);
  await mkdir(dirname(path), { recursive: true }).catch((error: unknown) => {
    throw new UsageError(
      `there is no writing in ${dirname(path)}: ${messageOf(error)}; name a run file elsewhere with --run`,
      { cause: error },
    );
  });
  return RunFile.create(path);
}

export function newRunPath(name: string): string {
  const time = new Date().toISOString().slice(0, 19).replaceAll(":", "").replace("T", "-");
  for (let number = 1; ; number++) {
    const path = join(RUNS_FOLDER, `${name}-${time}${number === 1 ? "" : `-${number}`}.sqlite`);
    if (!existsSync(path)) return path;
  }
}

export interface ResumedRun {
  readonly file: RunFile;
  readonly started: EventOf<"run-started">;
}

/** The run file to go on with; refused where it is of other problems, or a package has changed since. */
export async function resumeRunFile(
  named: string | undefined,
  name: string,
  problems: readonly Pick<Problem, "id" | "packageHash">[],
): Promise<ResumedRun> {
  const path = named ?? (await newestRunOf(name));
  const file = RunFile.openToResume(path);
  try {
    const started = startOf(file);
    const [was, is] = [describe(started.problems), describe(problems)];
    if (was !== is) {
      const packages = problems.length === 1 ? "package" : "packages";
      throw new UsageError(`${path} is a run of ${was}; here is ${is}: resume it with the ${packages} as it was`);
    }
    return { file, started };
  } catch (error) {
    file[Symbol.dispose]();
    throw error;
  }
}

function describe(problems: readonly Pick<Problem, "id" | "packageHash">[]): string {
  return problems.map(({ id, packageHash }) => `${id}, package ${packageHash.slice(0, 12)}`).join("; ");
}

/** The paths of all run files in a folder, oldest name first; none where there is no such folder. */
export async function listRunFiles(folder: string): Promise<string[]> {
  const names = existsSync(folder) ? await readdir(folder) : [];
  return names
    .filter((name) => name.endsWith(".sqlite"))
    .sort()
    .map((name) => join(folder, name));
}

async function newestRunOf(name: string): Promise<string> {
  const own = (await listRunFiles(RUNS_FOLDER)).filter((path) => path.startsWith(join(RUNS_FOLDER, `${name}-`)));
  const newest = own.at(-1);
  if (!newest) throw new UsageError(`there is no run of ${name} under ${RUNS_FOLDER}/ to resume: name one with --run`);
  return newest;
}

/** The name that the newest repeated runs were started with. */
export async function newestRepeatsOf(name: string): Promise<string> {
  const own = (await listRunFiles(RUNS_FOLDER)).filter((path) => path.startsWith(join(RUNS_FOLDER, `${name}-`)));
  const newest = own.flatMap((path) => /^(.*)-run\d+\.sqlite$/.exec(path)?.[1] ?? []).at(-1);
  if (newest === undefined)
    throw new UsageError(`there are no repeated runs of ${name} under ${RUNS_FOLDER}/: name them with --run`);
  return newest;
}

function startOf(file: RunFile): EventOf<"run-started"> {
  for (const { event } of file.events()) if (event.type === "run-started") return event;
  throw new UsageError(`${file.path} ends before its first event: start the run anew`);
}
