import { expect, test } from "vitest";
import type { Program, SupportCode } from "../../../src/domain/program.ts";
import { compileKey } from "../../../src/judge/compile-program.ts";
import { dataFilesOf, sourcesOf } from "../../../src/judge/program-sources.ts";
import { NO_SUPPORT } from "../../support/tasks.ts";

const file = (name: string, content = name) => ({ name, content: Buffer.from(content) });

function supportOf(...names: string[]): SupportCode {
  return { isRequired: true, byLanguage: new Map([["cpp20", { files: names.map((name) => file(name, "grader's")) }]]) };
}

const one: Program = { language: "cpp20", source: "int main() {}" };

test("a single source is called as its language likes", () => {
  expect(sourcesOf({ ...one, fileName: "x y.cpp" }, NO_SUPPORT)).toMatchObject({ names: ["main.cpp"] });
});

test("of several files, sources are compiled, headers and data are not, the one it starts in comes first", () => {
  const program = { ...one, fileName: "b.cc", others: [file("a.cpp"), file("b.h"), file("table.txt")] };
  expect(sourcesOf(program, NO_SUPPORT).names).toEqual(["b.cc", "a.cpp"]);
  expect(sourcesOf(program, NO_SUPPORT).files.map(({ name }) => name)).toEqual(["b.cc", "a.cpp", "b.h", "table.txt"]);
  expect(dataFilesOf(program, NO_SUPPORT).map(({ name }) => name)).toEqual(["table.txt"]);
});

test("a submission cannot bring a grader of its own", () => {
  const program = { ...one, fileName: "own.cpp", others: [file("grader.cpp", "forged")] };
  const { names, files } = sourcesOf(program, supportOf("grader.cpp", "task.h"));
  expect(names).toEqual(["own.cpp", "grader.cpp"]);
  expect(files.find(({ name }) => name === "grader.cpp")?.content.toString()).toBe("grader's");
});

test("a grader's source is not there when the program runs", () => {
  expect(dataFilesOf(one, supportOf("grader.cpp", "task.h"))).toEqual([]);
});

test("another grader, header or name makes another program; how lines end does not", () => {
  const keys = [
    compileKey(one, "image"),
    compileKey(one, "image", supportOf("grader.cpp")),
    compileKey(one, "image", supportOf("grader.cpp", "task.h")),
    compileKey({ ...one, others: [file("a.h", "1")] }, "image"),
    compileKey({ ...one, others: [file("a.h", "2")] }, "image"),
    compileKey(one, "another image"),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  expect(compileKey({ ...one, source: "int main() {}\r\n" }, "image")).toBe(keys[0]);
});
