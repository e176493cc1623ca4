import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AnswerStore } from "../src/judge/answer-store.ts";
import { PreparationStore } from "../src/judge/preparation-store.ts";
import type { PrepareDeps } from "../src/judge/prepare-problem.ts";
import { verifyProblem } from "../src/judge/verify-problem.ts";
import { findPackages } from "../src/problem/find-packages.ts";
import { readPackage } from "../src/problem/read-problem.ts";
import { openTestSandbox, type TestSandbox } from "./contract/open-test-sandbox.ts";
import { keptCompileCache } from "./contract/tiny-problem.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

const places = ["problems", "tests/fixtures/problems"].map((place) => findPackages(join(root, place)));
const packages = (await Promise.all(places)).flat().map((path) => relative(root, path));

let testSandbox: TestSandbox;
let deps: PrepareDeps;
const folder = mkdtempSync(join(tmpdir(), "medalist-test-"));

beforeAll(async () => {
  testSandbox = await openTestSandbox(2);
  const { sandbox, imageId } = testSandbox;
  const prepared = new PreparationStore(folder, imageId);
  deps = { sandbox, imageId, prepared, answers: new AnswerStore(), compileCache: keptCompileCache() };
});

afterAll(async () => {
  await testSandbox[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

test("there are packages to check", () => {
  expect(packages).toContain("problems/lamplighter");
});

/** A package takes a fraction of a minute; a busy machine may need many. */
const SLOW_MACHINE_MS = 900_000;

/** Slow: every submission of every package runs on every testcase, those that are too slow up to the time limit. */
test.each(packages)(
  "%s: inputs are valid, every submission gets what its author says",
  { timeout: SLOW_MACHINE_MS },
  async (path) => {
    await using reading = await readPackage(join(root, path), {});
    expect(reading.errors).toEqual([]);
    if (!reading.problem) throw new Error("neither a problem nor an error");
    const { errors, submissions } = await verifyProblem(reading.problem, deps, () => undefined);
    expect(errors).toEqual([]);
    const disagreements = submissions.flatMap(({ submission, disagreements: own }) =>
      own.map((disagreement) => `${submission.path}: ${disagreement}`),
    );
    expect(disagreements).toEqual([]);
    expect(submissions.length).toBeGreaterThan(0);
  },
);
