import { existsSync, readdirSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ModelServer } from "../support/model-server.ts";
import { expectMessage, WorkFolder } from "./support/command.ts";
import { answer, NOT_COMPILING, RIGHT, SMALL_ONLY, WRONG, writeDoubling } from "./support/doubling.ts";
import { countEvents } from "./support/run-events.ts";

let work: WorkFolder;
beforeEach(() => {
  work = new WorkFolder();
  writeDoubling(work.at("doubling"));
});
afterEach(() => work[Symbol.dispose]());

test("--dry-run says what would be asked, asks nothing and writes no file", async () => {
  await using server = await ModelServer.start([answer(RIGHT)]);
  const args = ["--samples", "30", "--generators", "2", "--validators", "3", "--price", "1,10", "--dry-run"];
  const { exitCode, stdout } = await work.run(["solve", "doubling", "--model", "openai:tiny", ...args], server.env);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^ +30 +1 +[\d,]+ +30,000 +doubling, candidate$/m);
  expect(stdout).toMatch(/^ +2 +1 .* doubling, generator$/m);
  expect(stdout).toMatch(/^ +3 +1 .* doubling, validator$/m);
  expect(stdout).toMatch(/^cost: about 0\.3\d USD$/m);
  expect([server.asked, existsSync(work.at("submissions"))]).toEqual([0, false]);
  expect(readdirSync(work.path).sort()).toEqual(["doubling", "home"]);
});

test("inputs of the package tell candidates apart, what fails is repaired, and the second round hears of the first", async () => {
  // Two samples in each round, and what fails goes back: the repair of sample s has the seed of number s.
  await using server = await ModelServer.start([SMALL_ONLY, NOT_COMPILING, WRONG, RIGHT].map(answer));
  const args = ["--samples", "4", "--rounds", "2", "--submissions", "2", "--tests", "package", "--inputs", "8"];
  const run = ["--model", "openai:tiny", "--run", "r.sqlite", "--repairs", "1", "--concurrency", "1"];
  const { exitCode, stderr, stdout } = await work.run(["solve", "doubling", ...run, ...args], server.env);
  expect(exitCode, stderr).toBe(0);
  const counts = countEvents(work.at("r.sqlite"));
  expect(counts.get("input-generated")).toBe(8);
  expect(counts.get("signature-taken")).toBeGreaterThanOrEqual(2);
  const prompts = server.requests.map(({ body }) => JSON.stringify(body["messages"]));
  expect(prompts.filter((prompt) => prompt.includes("It does not compile"))).toHaveLength(1);
  expect(prompts.filter((prompt) => prompt.includes("What was submitted so far"))).toHaveLength(2);
  expect(stdout).toMatch(/^ {2}answers +4 of 4 asked for$/m);
});

test("--tests package is refused where the package has no validator", async () => {
  writeDoubling(work.at("without"), { "input_validators/validate.py": undefined });
  await using server = await ModelServer.start([answer(RIGHT)]);
  const ended = await work.run(["solve", "without", "--model", "openai:tiny", "--tests", "package"], server.env);
  expectMessage(ended, 2, "--tests package: without has no input validators");
  expect(server.asked).toBe(0);
});
