import fc from "fast-check";
import { expect, test } from "vitest";
import { parseGenerationScript } from "../../../../../src/problem/format/tps/generation-script.ts";

function parse(text: string, isOutputOnly = false) {
  const findings = { errors: [] as string[], warnings: [] as string[] };
  return { script: parseGenerationScript(text, { isOutputOnly }, findings), errors: findings.errors };
}

const SCRIPT = `
@subtask samples
manual 1.in

# a comment
@testset stars
star 5
  star "6 7"
@subtask full
@include samples stars
path 9
@subtask last
@include full
`;

test("subtasks are counted, other sets named, and inclusion carries over", () => {
  const { script, errors } = parse(SCRIPT);
  expect(errors).toEqual([]);
  expect(script.tests).toEqual([
    { id: "0-01", line: 3, words: ["manual", "1.in"] },
    { id: "stars-01", line: 7, words: ["star", "5"] },
    { id: "stars-02", line: 8, words: ["star", "6 7"] },
    { id: "1-01", line: 11, words: ["path", "9"] },
  ]);
  const all = ["0-01", "stars-01", "stars-02", "1-01"];
  expect([...script.testcaseIdsBySubtask]).toEqual([
    ["samples", ["0-01"]],
    ["full", all],
    ["last", all],
  ]);
});

test("outputs that are handed in are for testcases that are numbered through", () => {
  expect(parse(SCRIPT, true).script.tests.map(({ id }) => id)).toEqual(["01", "02", "03", "04"]);
});

test("every mistake is told with its line", () => {
  const { errors } = parse("gen 1\n@subtask\n@subtask a\n@include b\n@subtask a\n@test x\ngen 'open\n@testset 0/1\n");
  expect(errors).toEqual([
    "gen/data:1: expected @subtask or @testset first",
    "gen/data:2: expected a name after @subtask",
    "gen/data:4: b is not defined above",
    "gen/data:5: a is defined twice",
    "gen/data:6: unknown command @test",
    "gen/data:7: a quote is not closed",
    "gen/data:8: expected a name without / after @testset",
  ]);
});

test("a set that is called as a subtask is counted makes no second testcase of the same name", () => {
  expect(parse("@testset 0\ngen 1\n@subtask a\ngen 2\n").errors).toEqual(["gen/data:4: makes a second testcase 0-01"]);
});

test("a script that includes without end is refused while it still fits into memory", () => {
  const tests = "x\n".repeat(1000);
  const includes = Array.from({ length: 1000 }, (_, index) => `@testset s${index}\n@include all\n`).join("");
  expect(() => parse(`@testset all\n${tests}${includes}`)).toThrow(/^gen\/data:\d+: expected at most 200000 testcases/);
  expect(() => parse("x\n".repeat(600_000))).toThrow("gen/data: expected at most 1000000 characters");
});

test("any text is read or refused", () => {
  const line = fc.constantFrom(
    "@subtask a",
    "@testset b",
    "@include a b",
    "@include a",
    "gen 1",
    "#",
    "'",
    "@",
    "manual x",
  );
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const { script, errors } = parse(lines.join("\n"));
      const ids = new Set(script.tests.map(({ id }) => id));
      expect(ids.size).toBe(script.tests.length);
      for (const id of [...script.testcaseIdsBySubtask.values()].flat()) expect(ids).toContain(id);
      for (const error of errors) expect(error).toMatch(/^gen\/data:\d+: /);
    }),
  );
});
