import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PURPOSES } from "../domain/purpose.ts";
import { randomFrom } from "../domain/random.ts";
import { poolFolder } from "../model/read-pool.ts";
import { writePool } from "../model/write-pool.ts";
import { readProblem } from "../problem/read-problem.ts";
import { readProse } from "./prose.ts";
import { dressingOf, recordPool } from "./record-pool.ts";
import { recordTests } from "./record-tests.ts";

/** How many candidates a recorded pool has. */
const COUNT = 200;

/** Writes the pool beside a problem, in `recorded/`, where `solve` looks for it. Runs nothing. */
export async function writeRecordedPool(problemFolder: string, prosePath: string): Promise<number> {
  const prose = await readProse(prosePath);
  await using reading = await readProblem(problemFolder);
  const { problem } = reading;
  const sources = {
    generator: await textIfThere(join(problemFolder, "generators", "random_input.py")),
    bruteForce: await textIfThere(join(problemFolder, "generators", "brute.py")),
  };
  const pool = {
    ...recordPool(problem, prose, { count: COUNT }),
    ...recordTests(problem, sources, dressingOf(problem, prose, randomFrom(0))),
  };
  for (const purpose of PURPOSES) {
    const answers = purpose === "judge" || purpose === "rating" ? [] : pool[purpose];
    if (answers.length > 0) await writePool(poolFolder(join(problemFolder, "recorded"), purpose), answers);
  }
  return pool.candidate.length;
}

async function textIfThere(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}
