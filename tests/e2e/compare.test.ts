import { afterEach, beforeEach, expect, test } from "vitest";
import { expectMessage, WorkFolder } from "./support/command.ts";
import { answer, RIGHT, SMALL_ONLY, WRONG, writeDoubling, writeFiles, writePool } from "./support/doubling.ts";

let work: WorkFolder;
beforeEach(() => {
  work = new WorkFolder();
  for (const name of ["one", "two"]) {
    writeDoubling(work.at("cup", name));
    writePool(work.at("good", name), [answer(RIGHT)]);
  }
  writePool(work.at("mixed", "one"), [answer(RIGHT)]);
  writePool(work.at("mixed", "two"), [WRONG, SMALL_ONLY].map(answer));
  const problems = "problems: [{ path: one, points: 500 }, { path: two, points: 1000 }]";
  writeFiles(work.at("cup"), {
    "contest.yaml": `name: The Cup\nrules: codeforces\nlength_minutes: 100\n${problems}\n`,
  });
});
afterEach(() => work[Symbol.dispose]());

const contest = (pool: string) =>
  work.run(["contest", "cup", "--model", `recorded:${pool}`, "--run", `${pool}.sqlite`, "--quiet", "--no-baselines"]);

test("runs over one contest stand side by side, with the interval of their difference; others are refused", async () => {
  for (const pool of ["good", "mixed"]) await contest(pool);
  const compare = ["compare", "mixed.sqlite", "good.sqlite", "--clock", "fixed:0"];

  const { stdout, exitCode } = await work.run(compare);
  expect(exitCode).toBe(0);
  for (const line of stdout.split("\n")) expect([...line].length).toBeLessThanOrEqual(100);
  expect(stdout).toContain("The Cup: 2 runs over 2 problems\n");
  expect(stdout).toContain("score: points under the rules codeforces");
  expect(stdout).toMatch(/^ {2}two +0 +1000$/m);
  // Either problem may be drawn twice: 0, 1000 or 2000.
  expect(stdout).toMatch(/^ {2}B - A +\+1000 +0 to \+2000 +may be chance$/m);

  const json = JSON.parse((await work.run([...compare, "--json"])).stdout);
  expect(json.runs).toMatchObject([
    { name: "A", run: "mixed.sqlite", recorded: true, score: 500, cost: { usd: 0 }, perUsd: null, state: "finished" },
    { name: "B", run: "good.sqlite", score: 1500, rules: "codeforces", strategy: "public-filter" },
  ]);
  expect(json.differences).toEqual([{ run: "B", minus: "A", difference: 1000, low: 0, high: 2000 }]);

  await work.run(["solve", "cup/one", "--model", "recorded:good/one", "--run", "one.sqlite", "--no-baselines"]);
  const refused = await work.run(["compare", "good.sqlite", "one.sqlite"]);
  expectMessage(refused, 2, /one\.sqlite cannot be compared with good\.sqlite/, /expected the same packages/);
  expectMessage(await work.run(["compare", "good.sqlite"]), 2, "expected two run files or more");
  expectMessage(await work.run(["compare", "good.sqlite", "none.sqlite"]), 2, "there is no run file none.sqlite");
});
