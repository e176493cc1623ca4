import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { UsageError } from "../../../src/domain/errors.ts";
import { publicView } from "../../../src/domain/problem.ts";
import { readPackage, readProblem } from "../../../src/problem/read-problem.ts";
import { aPackage } from "../../support/problem-package.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

test("a package with mistakes is a UsageError with the list of them", async () => {
  const folder = aPackage({ "data/secret/2.ans": undefined, statement: undefined });
  const reading = readProblem(folder);
  await expect(reading).rejects.toThrow(UsageError);
  await expect(reading).rejects.toThrow(
    `${folder} has 2 errors:\n  data/secret/2.in: its answer data/secret/2.ans is missing\n  statement/: no problem.en.md`,
  );
});

test("what is no package says what was expected", async () => {
  const folder = temporaryFolder();
  const file = join(folder, "a.txt");
  writeFileSync(file, "");
  await expect(readPackage(folder)).rejects.toThrow(`${folder} is not a problem package: expected ICPC/Kattis`);
  await expect(readPackage(join(folder, "none"))).rejects.toThrow(
    `there is no problem package ${join(folder, "none")}`,
  );
  await expect(readPackage(file)).rejects.toThrow(UsageError);
});

test("the public view of a problem holds nothing secret", async () => {
  const problem = await readProblem(aPackage());
  const view = publicView(problem);
  expect(view.samples.map(({ id }) => id)).toEqual(["sample/1"]);
  const text = JSON.stringify(view);
  for (const secret of ["secret", "submissions", "subtracts", "testcaseIds", "validators"])
    expect(text).not.toContain(secret);
});
