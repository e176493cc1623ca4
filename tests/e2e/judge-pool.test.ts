import { appendFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { RunFile } from "../../src/run-log/run-file.ts";
import { expectMessage, until, WorkFolder } from "./support/command.ts";
import { answer, RIGHT, RIGHT_TOO, SLOW, SMALL_ONLY, WRONG, writeDoubling, writePool } from "./support/doubling.ts";
import { countEvents } from "./support/run-events.ts";

const NOWHERE = { DOCKER_HOST: "unix:///nowhere.sock" };

let work: WorkFolder;
beforeEach(() => {
  work = new WorkFolder();
  writeDoubling(work.at("problems", "doubling"));
});
afterEach(() => work[Symbol.dispose]());

async function solve(programs: readonly string[]): Promise<void> {
  writePool(work.at("pool"), programs.map(answer));
  const args = ["--model", "recorded:pool", "--run", "a.sqlite", "--submissions", "1", "--no-baselines"];
  await work.run(["solve", "problems/doubling", ...args]);
}

test("what was never submitted is judged once; then any what-if is answered from the file alone", async () => {
  await solve([SMALL_ONLY, RIGHT, RIGHT_TOO, WRONG]);
  const before = await work.run(["replay", "a.sqlite", "--submissions", "2"], NOWHERE);
  expect(before.exitCode).toBe(1);
  expect(before.stdout).toMatch(/public-filter +2 +all +unknown/);
  expect(before.stdout).toContain("3 verdicts are missing");

  const judged = await work.run(["judge-pool", "a.sqlite"]);
  expect(judged).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("3 judged") });
  const after = await work.run(
    ["replay", "a.sqlite", "--strategy", "random,oracle", "--submissions", "1,4", "--json"],
    NOWHERE,
  );
  expect(after.exitCode).toBe(0);
  const { whatIf, strategy, score, submissions } = JSON.parse(after.stdout);
  expect({ strategy, of: submissions.length }).toEqual({ strategy: "public-filter", of: 1 });
  expect([0, 100]).toContain(score);
  expect(whatIf.missingVerdicts).toBe(0);
  const rows = whatIf.rows.map(
    (row: { strategy: string; submissions: number; score: { mean: number }; random: number }) => [
      ...[row.strategy, row.submissions, row.random],
      row.score.mean,
    ],
  );
  expect(rows.map(([name, limit, random]: unknown[]) => [name, limit, random])).toEqual([
    ["random", 1, 50],
    ["random", 4, 100],
    ["oracle", 1, 50],
    ["oracle", 4, 100],
  ]);
  expect(rows[1][3]).toBe(100);
  expect(rows[2][3]).toBe(100);

  expect((await work.run(["judge-pool", "a.sqlite"], NOWHERE)).stdout).toContain("nothing was left to judge");
});

test("the time between the run and the judging of its pool is no time of the run", async () => {
  await solve([SMALL_ONLY, RIGHT]);
  await work.run(["judge-pool", "a.sqlite"]);
  using file = RunFile.openToRead(work.at("a.sqlite"));
  const truth = [...file.events()].filter(({ part }) => part === "truth");
  expect(truth.map(({ event }) => event.type)).toEqual(["run-resumed", "candidate-judged"]);
});

test("a package that is not the run's is refused", async () => {
  await solve([SMALL_ONLY, RIGHT]);
  appendFileSync(work.at("problems", "doubling", "data", "secret", "1-small.in"), "\n");
  expectMessage(
    await work.run(["judge-pool", "a.sqlite"], NOWHERE),
    2,
    "the run is of doubling, package",
    "is package",
  );
  expectMessage(await work.run(["judge-pool", "a.sqlite", "nowhere"], NOWHERE), 2, "nowhere");
});

test("interrupted, it goes on where it was", async () => {
  await solve([SMALL_ONLY, ...Array.from({ length: 6 }, (_, index) => `${SLOW}# ${index}\n`)]);
  const running = work.start(["judge-pool", "a.sqlite", "--slots", "1"]);
  const known = () => countEvents(work.at("a.sqlite")).get("candidate-judged") ?? 0;
  await until(() => known() >= 2, "two verdicts");
  running.kill("SIGINT");
  expect((await running.ended).exitCode).toBe(130);
  const first = known();
  expect(first).toBeLessThan(6);
  const again = await work.run(["judge-pool", "a.sqlite", "--json"]);
  expect(JSON.parse(again.stdout)).toEqual({ run: "a.sqlite", judged: 6 - first, missingVerdicts: 0 });
  expect(known()).toBe(6);
});
