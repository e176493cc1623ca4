import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { PackageFiles } from "../../../src/problem/package-files.ts";
import { parseJson, readJson } from "../../../src/problem/read-json.ts";
import { aPackage } from "../../support/problem-package.ts";

function parse(text: string, schema: z.ZodType = z.unknown()) {
  const findings = { errors: [], warnings: [] };
  const data = parseJson(text, "a.json", schema, findings);
  return { data, errors: findings.errors };
}

describe("JSON", () => {
  test.each([
    ['{"a": 1,\n "a": 2}', 'a.json: line 2: a second key "a"'],
    ['{"a": {"b": 1, "\\u0062": 2}}', 'a.json: line 1: a second key "b"'],
    ['\uFEFF{"a": 1}', "a.json: not JSON: begins with a byte order mark, which has no place there"],
    ['{\n"a": }', expect.stringMatching(/^a\.json: not JSON: .*"a": }/)],
    ['{"a": 1,\n"b": 2\n"c": "a longer text"}', expect.stringMatching(/^a\.json: not JSON: .*line 3/)],
    ["", expect.stringMatching(/^a\.json: not JSON: /)],
    ["[".repeat(200_000), expect.stringMatching(/^a\.json: not JSON: /)],
  ])("that is not as it should be: %.30j", (text, error) => {
    expect(parse(text)).toEqual({ data: undefined, errors: [error] });
  });

  test("the same key in different objects, or as a text, is none twice", () => {
    const text = '[{"a": "a"}, {"a": {"a": ["a", "{\\"a\\": 1, \\"a\\""]}}]';
    expect(parse(text)).toEqual({ data: JSON.parse(text), errors: [] });
  });

  test("every mistake is told with its key", () => {
    expect(parse('{"a": 1}', z.object({ a: z.string(), b: z.array(z.int()) })).errors).toEqual([
      "a.json: a: expected string, received number",
      "a.json: b: missing, expected array",
    ]);
  });

  test("gives back what was written, in whatever form", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(parse(text)).toEqual({ data: JSON.parse(text), errors: [] });
      }),
    );
  });

  test("whatever is thrown at it ends in data or in messages", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const { data, errors } = parse(text);
        expect(errors.length > 0).toBe(data === undefined);
      }),
    );
  });
});

test("a file that is not there is a finding", async () => {
  const files = await PackageFiles.list(aPackage());
  const findings = { errors: [], warnings: [] };
  expect(await readJson(files, "none.json", z.unknown(), findings)).toBeUndefined();
  expect(findings.errors).toEqual(["none.json: missing"]);
});
