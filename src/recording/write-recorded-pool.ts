import { join } from "node:path";
import { writePool } from "../model/write-pool.ts";
import { readProblem } from "../problem/read-problem.ts";
import { readProse } from "./prose.ts";
import { recordPool } from "./record-pool.ts";

/** How many answers a recorded pool has. */
const COUNT = 200;

/** Writes the pool beside a problem, in `recorded/`, where `solve` looks for it. Runs nothing. */
export async function writeRecordedPool(problemFolder: string, prosePath: string): Promise<number> {
  const prose = await readProse(prosePath);
  await using reading = await readProblem(problemFolder);
  const answers = recordPool(reading.problem, prose, { count: COUNT });
  await writePool(join(problemFolder, "recorded"), answers);
  return answers.length;
}
