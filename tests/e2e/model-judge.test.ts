import { afterEach, beforeEach, expect, test } from "vitest";
import { ModelServer } from "../support/model-server.ts";
import { expectMessage, WorkFolder } from "./support/command.ts";
import { answer, RIGHT, WRONG, writeDoubling, writePool } from "./support/doubling.ts";
import { countEvents } from "./support/run-events.ts";

let work: WorkFolder;
beforeEach(() => {
  work = new WorkFolder();
  writeDoubling(work.at("doubling"));
});
afterEach(() => work[Symbol.dispose]());

/** Right on the samples alone; which of them is wrong how is seen on other inputs. */
const LOOKS_RIGHT = [1, 5].map((other) => `n = int(input())\nprint(2 * n if n in (2, 3) else ${other})\n`);
const PROGRAMS = [...LOOKS_RIGHT, RIGHT, WRONG];
/** The requests of a run with seed 1 have seeds from here on, one a sample. */
const SEEDS_PER_RUN = 100_801;
const RUN = ["solve", "doubling", "--model", "openai:tiny", "--samples", "4", "--submissions", "1", "--json"];
const INPUTS = ["--tests", "package", "--inputs", "8", "--run", "r.sqlite"];

test("a model's ratings decide which cluster goes first, are asked for once, and are in the log", async () => {
  // The second time that a seed is asked for it is for a rating of the program that it gave.
  const given = new Set<number>();
  await using server = await ModelServer.start((seed) => {
    const isRating = given.has(seed);
    given.add(seed);
    const sample = seed % SEEDS_PER_RUN;
    return { text: isRating ? `As I see it.\n${sample === 2 ? 90 : 10}` : answer(PROGRAMS[sample] ?? "") };
  });
  const args = [...RUN, ...INPUTS, "--strategy", "gencluster-rated"];
  const solved = await work.run(args, server.env);
  expect(solved.exitCode, solved.stderr).toBe(0);
  const { submissions, score } = JSON.parse(solved.stdout);
  expect(score).toBe(100);
  expect(submissions).toMatchObject([{ candidate: "c0003", why: expect.stringContaining("rated 90 of 100") }]);
  const rated = countEvents(work.at("r.sqlite")).get("candidate-rated") ?? 0;
  expect(rated).toBeGreaterThanOrEqual(2);
  const paid = server.answered;
  expect(paid).toBe(4 + rated);
  const again = await work.run([...args, "--resume"], server.env);
  expect(again.stdout).toBe(solved.stdout);
  expect(server.answered).toBe(paid);
});

test("a pool without ratings cannot be used by a strategy that needs them, unless it is told to do without", async () => {
  writePool(work.at("pool"), PROGRAMS.map(answer));
  const args = ["solve", "doubling", "--model", "recorded:pool", "--strategy", "gencluster-rated", ...INPUTS];
  expectMessage(await work.run(args), 2, "a model is to rate programs", "choose --ratings 0");
  const without = await work.run([...args, "--ratings", "0", "--submissions", "1", "--json"]);
  expect(JSON.parse(without.stdout).submissions[0].why).toContain("never rated");
});
