import fc from "fast-check";
import { expect, test } from "vitest";
import { wordsOfCommand } from "../../../../../src/problem/format/polygon/command-line.ts";
import { languageOfType, languagesOfPatterns } from "../../../../../src/problem/format/polygon/language-type.ts";
import { pathOfPattern } from "../../../../../src/problem/format/polygon/path-pattern.ts";

test("a command is split at white space, quotes hold together", () => {
  expect(wordsOfCommand(' gen  10 "a b" \'c\' "" -x=1 ')).toEqual(["gen", "10", "a b", "c", "", "-x=1"]);
});

test("a command that writes files, or joins quotes with words, is none that can be run", () => {
  for (const command of ["gen 1 > 2", "gen 1 | shuffle", 'gen "a', 'gen a"b"', "gen {1-3}>x"])
    expect(wordsOfCommand(command)).toBeUndefined();
});

test("words without quotes and signs of the script come back as they were", () => {
  const word = fc.stringMatching(/^[A-Za-z0-9_.,=:$;&-]+$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), (words) => {
      expect(wordsOfCommand(words.join(" "))).toEqual(words);
    }),
  );
});

test("a path pattern has one number, filled up with zeros", () => {
  expect(pathOfPattern("tests/%02d", 7)).toEqual({ path: "tests/07", number: "07" });
  expect(pathOfPattern("tests/%02d.a", 123)).toEqual({ path: "tests/123.a", number: "123" });
  expect(pathOfPattern("t\\%d.in", 7)).toEqual({ path: "t/7.in", number: "7" });
  for (const pattern of ["tests/", "%d/%d", "%s", "%02d%%", "%5d"]) expect(pathOfPattern(pattern, 1)).toBeUndefined();
});

test("source types are languages that are judged here, or none", () => {
  const known = {
    ...{ "cpp.g++17": "cpp17", "cpp.g++11": "cpp17", "cpp.msys2-mingw64-9-g++17": "cpp17" },
    ...{ "cpp.gcc11-64-winlibs-g++20": "cpp20", "cpp.gcc14-64-msys2-g++23": "cpp23", "c.gcc": "c17" },
    ...{ java8: "java", java21: "java", kotlin19: "kotlin", "python.3": "python3", "python.pypy3-64": "pypy3" },
    ...{ rust: "rust", go: "go" },
  };
  for (const [type, language] of Object.entries(known)) expect(languageOfType(type)).toBe(language);
  for (const type of ["cpp.ms2017", "python.2", "python.pypy2", "pas.fpc", "csharp.mono", "exe.win32", ""])
    expect(languageOfType(type)).toBeUndefined();
});

test("patterns of types name languages", () => {
  expect(languagesOfPatterns("cpp.*")).toEqual(["cpp17", "cpp20", "cpp23"]);
  expect(languagesOfPatterns("java8;python.*3*")).toEqual(["python3", "pypy3", "java"]);
  expect(languagesOfPatterns("*")).not.toContain("typescript");
  for (const none of ["pas.*", "python.*-32", "cpp"]) expect(languagesOfPatterns(none)).toEqual([]);
});
