import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WorkFolder } from "./support/command.ts";
import { answer, RIGHT, SMALL_ONLY, writeDoubling, writePool } from "./support/doubling.ts";

let work: WorkFolder;
beforeEach(() => {
  work = new WorkFolder();
});
afterEach(() => work[Symbol.dispose]());

test("lists runs with score, cost and state; one that cannot be read does not hide the others", async () => {
  writeDoubling(work.at("doubling"));
  writePool(work.at("pool"), [SMALL_ONLY, RIGHT].map(answer));
  await work.run(["solve", "doubling", "--model", "recorded:pool"]);
  await work.run(["solve", "doubling", "--model", "recorded:pool", "--run", "submissions/zz.sqlite", "--samples", "1"]);
  writeFileSync(work.at("submissions", "torn.sqlite"), "SQLite format 3\0 and then nothing of use");
  cpSync(work.at("submissions", "zz.sqlite"), work.at("submissions", "copy.sqlite"));
  const { exitCode, stdout } = await work.run(["runs"]);
  expect(exitCode).toBe(0);
  const lines = stdout.trimEnd().split("\n");
  expect(lines.length).toBe(5);
  expect(stdout).toMatch(/ doubling +100\/100 +0\.00 USD +finished +recorded +submissions\/doubling-/);
  expect(stdout).toMatch(/ doubling +0\/100 .* submissions\/zz\.sqlite/);
  expect(stdout).toMatch(/unreadable .*torn\.sqlite/);
  const documents = JSON.parse((await work.run(["runs", "--json"])).stdout);
  expect(documents.map(({ score, error }: { score?: number; error?: string }) => error ?? score)).toEqual([
    0,
    100,
    expect.stringContaining("torn.sqlite"),
    0,
  ]);
});

test("an empty folder, and none at all, hold no runs", async () => {
  mkdirSync(work.at("empty"));
  expect(await work.run(["runs", "empty"])).toEqual({ exitCode: 0, stdout: "no runs in empty\n", stderr: "" });
  expect((await work.run(["runs"])).stdout).toBe("no runs in submissions\n");
  expect((await work.run(["runs", "--json"])).stdout.trim()).toBe("[]");
});
