import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { UsageError } from "../../../src/domain/errors.ts";
import { findPackages } from "../../../src/problem/find-packages.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

let root = "";
beforeEach(() => {
  root = temporaryFolder();
});

function write(...paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), "");
  }
}

const below = (...paths: readonly string[]) => paths.map((path) => join(root, path));

test("a folder of packages stands for all of them at any depth, in the order of their paths", async () => {
  write("b/problem.yaml", "a/one/problem.json", "a/two/problem.xml", "a/README.md", "contest.yaml");
  expect(await findPackages(root)).toEqual(below("a/one", "a/two", "b"));
});

test("a package stands for itself, whatever lies in it", async () => {
  write("problem.yaml", "data/problem.yaml");
  expect(await findPackages(root)).toEqual([root]);
});

test("links and hidden folders are not followed", async () => {
  write("elsewhere/problem.yaml", "contest/p/problem.yaml", "contest/.cache/q/problem.yaml");
  symlinkSync("../elsewhere", join(root, "contest/linked"));
  symlinkSync("..", join(root, "contest/up"));
  expect(await findPackages(join(root, "contest"))).toEqual(below("contest/p"));
});

test("what holds no package stands for itself: a folder, a file, a row, nothing", async () => {
  write("folder/readme.txt", "archive.zip");
  const paths = below("folder", "archive.zip", "rows.jsonl#1", "none");
  expect(await Promise.all(paths.map(findPackages))).toEqual(paths.map((path) => [path]));
});

test("folders without end are a UsageError", async () => {
  write(`${"deep/".repeat(20)}problem.yaml`);
  await expect(findPackages(root)).rejects.toThrow(UsageError);
});
