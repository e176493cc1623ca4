import { expect, test } from "vitest";
import { readStatement } from "../../../../../src/problem/format/ioi/statement.ts";
import { type Changes, changedFixture } from "./changed-fixture.ts";

async function read(changes: Changes) {
  const findings = { errors: [] as string[], warnings: [] as string[] };
  const files = await changedFixture("ioi-batch-alone", { statements: undefined, ...changes });
  return { statement: await readStatement(files, "statements", findings), ...findings };
}

test.each<[Changes, string]>([
  [{ "statements/de.md": "deutsch", "statements/en_ISC.md": "english" }, "english"],
  [{ "statements/de.md": "deutsch", "statements/index.md": "index" }, "index"],
  [{ "statements/index.html": "<p>page</p>", "statements/index.md": "index" }, "index"],
  [{ "statements/en.tex": "in \\TeX{}", "statements/en.html": "<p>page</p>" }, "page"],
  [{ "statements/english.md": "", "statements/header.md": "other" }, "other"],
])("of %j the best is taken", async (changes, statement) => {
  expect((await read(changes)).statement).toBe(statement);
});

test("a statement that cannot be read is passed over", async () => {
  const { statement, errors, warnings } = await read({ "statements/en.pdf": "", "statements/fr.md": "français" });
  expect(statement).toBe("français");
  expect(errors).toEqual([]);
  expect(warnings).toEqual(["statements/en.pdf: passed over: PDF: the file is empty"]);
});

test("a package may have none", async () => {
  expect(await read({})).toEqual({ statement: "", errors: [], warnings: ["statements/: no statement"] });
});
