import type { PackagedProblem, Problem, Testcase } from "../domain/problem.ts";
import { generateTestcases } from "./generate-testcases.ts";
import { measureTimeLimitMs } from "./measure-time-limit.ts";
import type { PreparationStore } from "./preparation-store.ts";
import type { JudgeDeps } from "./test-program.ts";

export interface PrepareDeps extends JudgeDeps {
  /** What was made for a package before is not made again. */
  readonly prepared: PreparationStore;
}

/** Makes what the package leaves to be made: testcases by its generators, the time limit by its accepted submissions. */
export async function prepareProblem(
  packaged: PackagedProblem,
  deps: PrepareDeps,
  onProgress: (what: string) => void,
): Promise<Problem> {
  const { recipes, timeLimit, ...rest } = packaged;
  const made = recipes.length === 0 ? [] : await generateTestcases(packaged, deps, onProgress);
  const testcases = made.length === 0 ? packaged.testcases : inOrder(packaged, [...packaged.testcases, ...made]);
  const complete = { ...packaged, testcases };
  const timeLimitMs = timeLimit.kind === "known" ? timeLimit.ms : await timeLimitOf(complete, deps, onProgress);
  return { ...rest, testcases, limits: { ...packaged.limits, timeLimitMs } };
}

async function timeLimitOf(
  packaged: PackagedProblem,
  deps: PrepareDeps,
  onProgress: (what: string) => void,
): Promise<number> {
  if (packaged.timeLimit.kind === "known") return packaged.timeLimit.ms;
  const known = await deps.prepared.timeLimitMs(packaged.packageHash);
  if (known !== undefined) return known;
  const measuredMs = await measureTimeLimitMs(packaged, packaged.timeLimit, deps, onProgress);
  await deps.prepared.keepTimeLimitMs(packaged.packageHash, measuredMs);
  return measuredMs;
}

/** As the package would have them: the subtasks name them in their order. */
function inOrder({ subtasks }: PackagedProblem, testcases: readonly Testcase[]): Testcase[] {
  const place = new Map<string, number>();
  for (const id of subtasks.flatMap(({ testcaseIds }) => testcaseIds)) if (!place.has(id)) place.set(id, place.size);
  const placeOf = ({ id, kind }: Testcase) => (kind === "sample" ? -1 : (place.get(id) ?? place.size));
  return [...testcases].sort((a, b) => placeOf(a) - placeOf(b));
}
