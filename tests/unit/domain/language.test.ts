import { describe, expect, test } from "vitest";
import { LANGUAGE_NAME, LANGUAGES, languageOfFence, languageOfFile } from "../../../src/domain/language.ts";

test.each([
  ["main.cpp", "cpp20"],
  ["a/b.c/main.cc", "cpp20"],
  ["X.CXX", "cpp20"],
  ["slow.c++", "cpp20"],
  ["main.c", "c17"],
  ["main.py", "python3"],
  ["archive.tar.py", "python3"],
  ["main.hs", undefined],
  ["main.pas", undefined],
  ["Makefile", undefined],
  ["cpp", undefined],
  ["main.", undefined],
  ["", undefined],
] as const)("the file %j is in %s", (path, language) => {
  expect(languageOfFile(path)).toBe(language);
});

describe("the info string of a fence", () => {
  test.each([
    ["cpp", "cpp20"],
    ["C++", "cpp20"],
    [" cpp title=main.cpp", "cpp20"],
    ["cpp17", "cpp17"],
    ["cpp23", "cpp23"],
    ["c", "c17"],
    ["python", "python3"],
    ["Python3", "python3"],
    ["py", "python3"],
    ["pypy3", "pypy3"],
    ["haskell", undefined],
    ["text", undefined],
    ["", undefined],
    ["  ", undefined],
    ["constructor", undefined],
  ] as const)("%j means %s", (info, language) => {
    expect(languageOfFence(info, "cpp20")).toBe(language);
  });

  test.each([
    ["cpp", "cpp23", "cpp23"],
    ["C++", "cpp17", "cpp17"],
    ["cpp20", "cpp23", "cpp20"],
    ["python", "pypy3", "pypy3"],
    ["pypy", "python3", "pypy3"],
    ["python", "cpp17", "python3"],
    ["cpp", "java", "cpp20"],
  ] as const)("%s, where %s was asked for, means %s", (info, asked, language) => {
    expect(languageOfFence(info, asked)).toBe(language);
  });
});

test("every language is known to fences by its own name, and has a name for people", () => {
  for (const language of LANGUAGES) {
    expect(languageOfFence(language, "java")).toBe(language);
    expect(LANGUAGE_NAME[language]).not.toBe("");
  }
});
