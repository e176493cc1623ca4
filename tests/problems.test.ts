import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AnswerStore } from "../src/judge/answer-store.ts";
import type { JudgeDeps } from "../src/judge/test-program.ts";
import { verifyProblem } from "../src/judge/verify-problem.ts";
import { readProblem } from "../src/problem/read-problem.ts";
import { openTestSandbox, type TestSandbox } from "./contract/open-test-sandbox.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Every folder with a problem.yaml, wherever it lies below the two. */
const packages = ["problems", "tests/fixtures/problems"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("problem.yaml"))
    .map((path) => join(folder, dirname(path))),
);

let testSandbox: TestSandbox;
let deps: JudgeDeps;

beforeAll(async () => {
  testSandbox = await openTestSandbox(2);
  const { sandbox, imageId } = testSandbox;
  const nothing = { get: async () => undefined, set: async () => undefined };
  deps = { sandbox, imageId, answers: new AnswerStore(), compileCache: nothing };
});

afterAll(async () => {
  await testSandbox[Symbol.asyncDispose]();
});

test("there are packages to check", () => {
  expect(packages).toContain("problems/lamplighter");
});

test.each(packages)("%s: inputs are valid, every submission gets what its folder says", async (path) => {
  const { errors, submissions } = await verifyProblem(await readProblem(join(root, path)), deps, () => undefined);
  expect(errors).toEqual([]);
  expect(submissions.filter(({ ok }) => !ok).map(({ disagreement }) => disagreement)).toEqual([]);
  expect(submissions.length).toBeGreaterThan(0);
});
