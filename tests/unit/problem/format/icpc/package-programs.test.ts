import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readIcpcPackage } from "../../../../../src/problem/format/icpc/read-icpc.ts";
import { PackageFiles } from "../../../../../src/problem/package-files.ts";
import { aPackage } from "../../../../support/problem-package.ts";
import { errorsOf, problemOf } from "./read-fixture.ts";

async function checkerOf(changes: Readonly<Record<string, string>>) {
  const { task } = await problemOf("pass-fail", changes);
  return "checker" in task && task.checker?.kind === "program" ? task.checker.program : undefined;
}

test("sources of C++ beside each other are one output validator", async () => {
  const checker = await checkerOf({
    "output_validator/check.cpp": "int main() {}",
    "output_validator/parse.cpp": "",
    "output_validator/parse.h": "",
  });
  expect(checker).toMatchObject({ path: "output_validator", fileName: "check.cpp" });
  expect(checker?.others?.map(({ name }) => name)).toEqual(["parse.cpp", "parse.h"]);
});

test("a module of Python is one output validator", async () => {
  const checker = await checkerOf({ "output_validator/__main__.py": "import rules", "output_validator/rules.py": "" });
  expect(checker).toMatchObject({ path: "output_validator", fileName: "__main__.py" });
});

test("a build script in the folder makes it one program", async () => {
  const errors = await errorsOf("pass-fail", { "output_validator/build": "", "output_validator/check.c": "" });
  expect(errors).toEqual(["output_validator: a program with a build or run script is not run here; sources are"]);
});

test("links that lead out are errors where the format has something, else warnings", async () => {
  const folder = aPackage();
  symlinkSync("/etc/passwd", join(folder, "data/secret/9.in"));
  symlinkSync("/etc/passwd", join(folder, "input_validators/rules.h"));
  symlinkSync("/etc/passwd", join(folder, "problem.pdf"));
  const { problem, errors, warnings } = await readIcpcPackage(await PackageFiles.list(folder));
  expect(problem).toBeUndefined();
  const leadsOut = "a link that leads nowhere or out of the package";
  expect([...errors].sort()).toEqual([`data/secret/9.in: ${leadsOut}`, `input_validators/rules.h: ${leadsOut}`]);
  expect(warnings).toEqual([`problem.pdf: ${leadsOut}`]);
});
