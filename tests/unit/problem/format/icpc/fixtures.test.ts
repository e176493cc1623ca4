import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { problemOf, readFixture } from "./read-fixture.ts";

const folder = fileURLToPath(new URL("../../../../fixtures/problems", import.meta.url));
const names = readdirSync(folder).filter((name) => name.startsWith("icpc-"));

test.each(names)("%s is read without a word", async (name) => {
  const { errors, warnings } = await readFixture(name);
  expect({ errors, warnings }).toEqual({ errors: [], warnings: [] });
});

describe("kinds of tasks", () => {
  test("an interactive problem has its output validator as interactor, and conversations as samples", async () => {
    const { task, sampleInteractions } = await problemOf("icpc-interactive");
    expect(task).toMatchObject({ kind: "interactive", passes: 1, interactor: { protocol: "kattis" } });
    expect(sampleInteractions).toEqual([">500\n<lower\n>2\n<higher\n>3\n<correct\n"]);
  });

  test("multi-pass problems have two passes where nothing else is said", async () => {
    expect((await problemOf("icpc-multi-pass")).task).toMatchObject({ kind: "batch", passes: 2 });
    expect((await problemOf("icpc-interactive-multi-pass")).task).toMatchObject({ kind: "interactive", passes: 2 });
  });

  test("an output validator of several files has its constants replaced", async () => {
    const { task } = await problemOf("icpc-checker");
    const program = task.kind === "batch" && task.checker.kind === "program" ? task.checker.program : undefined;
    expect(program?.path).toBe("output_validator/two_parts");
    const texts = [
      program?.source ?? "",
      ...(program?.others ?? []).map(({ content }) => Buffer.from(content).toString()),
    ];
    expect(texts.join("\n")).toContain("a <= 1000000000");
    expect(texts.join("\n")).not.toContain("{{");
  });
});

describe("included files", () => {
  test("go to the languages of their folder, over what goes to all", async () => {
    const { support } = await problemOf("icpc-include", {
      "include/default/add.h": "for all",
      "include/default/data.txt": "for all",
      "include/python3/__main__.py": "import adds\n",
    });
    expect(support.isRequired).toBe(false);
    const files = (language: "cpp17" | "java" | "pypy3") =>
      support.byLanguage
        .get(language)
        ?.files.map(({ name, content }) => [name, Buffer.from(content).toString() === "for all"]);
    expect(files("cpp17")).toEqual([
      ["add.h", false],
      ["data.txt", true],
      ["main.cpp", false],
    ]);
    expect(files("java")).toEqual([
      ["add.h", true],
      ["data.txt", true],
    ]);
    expect(files("pypy3")).toEqual([
      ["add.h", true],
      ["data.txt", true],
      ["__main__.py", false],
      ["two_numbers.py", false],
    ]);
    expect(support.byLanguage.get("pypy3")?.entry).toBe("__main__.py");
    expect(support.byLanguage.get("cpp17")?.entry).toBeUndefined();
  });
});

describe("the statement", () => {
  test("is English where there is one, with constants and without the name", async () => {
    const { statement, name } = await problemOf("icpc-checker");
    expect(name).toBe("Two Parts");
    expect(statement).toContain("Find two positive integers");
    expect(statement).toContain("10^9");
    const german = await problemOf("icpc-checker", { "statement/problem.en.md": undefined });
    expect(german.name).toBe("Zwei Teile");
    expect(german.statement).toContain("Finde zwei positive");
  });

  test("is TeX or Markdown before PDF", async () => {
    const { statement } = await problemOf("icpc-legacy-float", {
      "problem_statement/problem.en.pdf": "%PDF-1.4 broken",
    });
    expect(statement).toContain("cups of syrup");
  });

  test("has its title where problem.yaml has no name", async () => {
    expect((await problemOf("icpc-legacy-float", { "problem.yaml": "license: cc0\n" })).name).toBe("Sharing Syrup");
  });
});
