import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileGlob, withParents } from "../../../../../src/problem/format/icpc/glob.ts";

describe("a pattern of submissions.yaml", () => {
  const cases: readonly (readonly [pattern: string, matched: readonly string[], not: readonly string[]])[] = [
    ["accepted", ["accepted"], ["accepted/a.py", "Accepted"]],
    ["accepted/", ["accepted"], ["accepted/a.py"]],
    ["accepted/*", ["accepted/a.py", "accepted/folder"], ["accepted", "accepted/folder/a.py"]],
    ["*/a*.py", ["x/a.py", "x/abc.py"], ["x/b.py", "x/y/a.py", "a.py"]],
    ["secret/*-hard", ["secret/1-hard", "secret/-hard"], ["secret/1-hard-too", "secret/group/1-hard"]],
    ["{simple,complex}.py", ["simple.py", "complex.py"], ["simplecomplex.py", "{simple,complex}.py"]],
    ["author.{py,c{c,pp}}", ["author.py", "author.cc", "author.cpp"], ["author.c"]],
    ["{a,}{b,c}", ["ab", "ac", "b", "c"], ["a", ""]],
    ["{a/b,c}/d", ["a/b/d", "c/d"], ["a/d"]],
    ["{alone}", ["{alone}"], ["alone"]],
    ["{open,", ["{open,"], ["open"]],
    ["[ab].py", ["[ab].py"], ["a.py"]],
    ["a?.py", ["a?.py"], ["ab.py"]],
    ["**", ["accepted"], ["accepted/a.py"]],
    ["a.py", ["a.py"], ["axpy"]],
  ];
  test.each(cases)("%s", (pattern, matched, not) => {
    const matches = compileGlob(pattern);
    expect(matched.filter((path) => !matches(path))).toEqual([]);
    expect(not.filter(matches)).toEqual([]);
  });

  test("matches a name of its own making, whatever the stars stand for", () => {
    const name = fc.stringMatching(/^[a-c.]{0,6}$/);
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 5 }),
        fc.array(name, { minLength: 4, maxLength: 4 }),
        (literals, stars) => {
          const path = literals
            .map((literal, index) => (index === 0 ? literal : (stars[index - 1] ?? "") + literal))
            .join("");
          return compileGlob(literals.join("*"))(path);
        },
      ),
    );
  });

  test("is compiled, or refused, whatever it is", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[{},a*/]{0,40}$/), fc.stringMatching(/^[{},a*/]{0,20}$/), (pattern, path) => {
        try {
          compileGlob(pattern)(path);
        } catch (error) {
          expect((error as Error).message).toMatch(/more than 1000 names/);
        }
      }),
    );
  });

  test.each([
    ["braces that stand for a million names", "{a,b}".repeat(20), "more than 1000 names"],
    ["a very long pattern", "{".repeat(100_000), "longer than 1000 characters"],
  ])("refuses %s at once", (_, pattern, message) => {
    expect(() => compileGlob(pattern)).toThrow(message);
  });

  test("takes no longer where nothing matches", () => {
    expect(compileGlob("*a".repeat(400))("a".repeat(399) + "b".repeat(600))).toBe(false);
  });
});

test("a path has its folders before it", () => {
  expect(withParents("secret/group/1")).toEqual(["secret", "secret/group", "secret/group/1"]);
});
