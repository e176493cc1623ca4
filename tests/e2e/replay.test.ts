import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ModelServer } from "../support/model-server.ts";
import { expectMessage, WorkFolder } from "./support/command.ts";
import { answer, NOT_COMPILING, RIGHT, SMALL_ONLY, writeDoubling, writePool } from "./support/doubling.ts";

let work: WorkFolder;
beforeEach(() => {
  work = new WorkFolder();
  writeDoubling(work.at("doubling"));
});
afterEach(() => work[Symbol.dispose]());

const ANSWERS = [...[SMALL_ONLY, RIGHT, NOT_COMPILING, RIGHT].map(answer), "I cannot solve this."];

test.each([{ json: [] }, { json: ["--json"] }])("prints what solve printed, byte for byte $json", async ({ json }) => {
  writePool(work.at("pool"), ANSWERS);
  const solved = await work.run(["solve", "doubling", "--model", "recorded:pool", "--run", "runs/a.sqlite", ...json]);
  const replayed = await work.run(["replay", "runs/a.sqlite", ...json]);
  expect(solved.stdout).not.toBe("");
  expect(replayed).toEqual({ ...solved, stderr: "" });
});

test("prints what a run with a live model printed, with neither package, model nor engine", async () => {
  await using server = await ModelServer.start(ANSWERS);
  const args = [
    "--model",
    "openai:tiny",
    "--samples",
    "5",
    "--run",
    "a.sqlite",
    "--price",
    "1,2",
    "--submissions",
    "2",
  ];
  const solved = await work.run(["solve", "doubling", ...args], server.env);
  const asked = server.asked;
  const replayed = await work.run(["replay", "a.sqlite"], { DOCKER_HOST: "unix:///nowhere.sock" });
  expect(replayed).toEqual({ ...solved, stderr: "" });
  expect(server.asked).toBe(asked);
});

test("a file that is not there, or is no run, is a mistake", async () => {
  expectMessage(await work.run(["replay", "none.sqlite"]), 2, "there is no run file none.sqlite");
  expectMessage(await work.run(["replay", "doubling/problem.yaml"]), 2, "cannot be opened as a run file");
});

test("the shipped example is shown as the README says, by a clone that has no engine", async () => {
  const example = fileURLToPath(new URL("../../submissions/example.sqlite", import.meta.url));
  const replayed = await work.run(["replay", example], { DOCKER_HOST: "unix:///nowhere.sock" });
  expect(replayed).toMatchObject({ exitCode: 0, stderr: "" });
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  expect(readme).toContain(replayed.stdout.slice(0, replayed.stdout.indexOf("\nRun file:")).trim());
});
