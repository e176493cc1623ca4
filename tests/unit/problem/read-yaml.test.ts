import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { z } from "zod";
import { PackageFiles } from "../../../src/problem/package-files.ts";
import { parseYaml, readYaml } from "../../../src/problem/read-yaml.ts";
import { aPackage } from "../../support/problem-package.ts";

const schema = z.looseObject({
  name: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
  limits: z.looseObject({ memory: z.number().positive() }).optional(),
});

function parse(text: string, wanted: z.ZodType = schema) {
  const findings = { errors: [], warnings: [] };
  const data = parseYaml(text, "problem.yaml", wanted, findings);
  return { data, errors: findings.errors };
}

describe("YAML", () => {
  test("as the schema says is data; an empty text is an empty map", () => {
    expect(parse("name: Adding\nlimits: {memory: 5}\n")).toEqual({
      data: { name: "Adding", limits: { memory: 5 } },
      errors: [],
    });
    expect(parse("# nothing\n")).toEqual({ data: {}, errors: [] });
  });

  test("every mistake is told with its key and what was expected", () => {
    expect(parse("name: 5\nlimits: {memory: much}\n").errors).toEqual([
      "problem.yaml: name: expected string, received number, or expected record, received number",
      "problem.yaml: limits.memory: expected number, received string",
    ]);
    expect(parse("limits: {}").errors).toEqual(["problem.yaml: limits.memory: missing, expected number"]);
    expect(parse("[1]").errors).toEqual(["problem.yaml: the whole file: expected object, received array"]);
  });

  test.each([
    ["a: 1\na: 2\n", /not YAML: Map keys must be unique at line 2, column 1$/],
    ["a: [1\nb: 2\n", /not YAML: .* at line 2/],
    ["a: 1\n---\nb: 2\n", /not YAML: Source contains multiple documents/],
    ["a: *nowhere\n", /not YAML: .*nowhere/],
    ["a: !!python/object:os.system x\n", /not YAML: Unresolved tag/],
    [`${"[".repeat(100_000)}`, /not YAML: /],
    [`a: "${"x".repeat(2_000_000)}"`, /2000005 characters, expected at most 1048576 of YAML/],
  ])("that is none: %.30j", (text, message) => {
    const { data, errors } = parse(text);
    expect(data).toBeUndefined();
    expect(errors[0]).toMatch(message);
  });

  test("a bomb of aliases is refused, not built", () => {
    const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"];
    for (let level = 1; level < 12; level++) lines.push(`a${level}: &a${level} [${`*a${level - 1}, `.repeat(9)}]`);
    expect(parse(lines.join("\n")).errors).toEqual([expect.stringContaining("not YAML: Excessive alias count")]);
  });

  test("whatever is thrown at it ends in data or in messages that name the file", () => {
    const bits = fc.constantFrom(
      "a",
      ": ",
      "- ",
      "\n",
      "  ",
      "&x ",
      "*x",
      "[",
      "]",
      "{",
      "}",
      ",",
      '"',
      "'",
      "|",
      ">",
      "!!",
      "? ",
      "#",
      "<<",
      "\t",
      "---",
      "\0",
      "💥",
    );
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(bits, { maxLength: 60 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { data, errors } = parse(text, z.unknown());
        if (data === undefined) expect(errors.length).toBeGreaterThan(0);
        for (const error of errors) expect(error).toMatch(/^problem\.yaml: /);
      }),
      { numRuns: 500 },
    );
  });

  test("gives back what was written", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean())), (data) => {
        expect(parse(stringify(data), z.unknown()).data).toEqual(data);
      }),
    );
  });
});

test("a file that is no UTF-8, or is not there, is a finding", async () => {
  const files = await PackageFiles.list(aPackage());
  const findings = { errors: [], warnings: [] };
  expect(await readYaml(files, "none.yaml", schema, findings)).toBeUndefined();
  expect(findings.errors).toEqual(["none.yaml: missing"]);
  expect(await readYaml(files, "problem.yaml", schema, findings)).toBeDefined();
});
