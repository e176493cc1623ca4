import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  fileWithConstants,
  readConstants,
  replaceConstants,
} from "../../../../../src/problem/format/icpc/constants.ts";

function read(yaml: string) {
  const errors: string[] = [];
  return { constants: Object.fromEntries(readConstants(yaml, { errors, warnings: [] })), errors };
}

describe("constants of problem.yaml", () => {
  test("are a value, or variants with one", () => {
    const yaml = 'constants:\n  n: 5\n  name: "Ada"\n  k:\n    value: 5000000\n    tex: 5 \\cdot 10^6\n';
    expect(read(yaml)).toEqual({
      errors: [],
      constants: {
        ...{ n: "5", "n.value": "5", name: "Ada", "name.value": "Ada" },
        ...{ k: "5000000", "k.value": "5000000", "k.tex": "5 \\cdot 10^6" },
      },
    });
  });

  test("keep numbers as they are written", () => {
    const yaml = "constants: {large: 9223372036854775807, small: 1e-9, half: 0.50}\n";
    expect(read(yaml).constants).toMatchObject({ large: "9223372036854775807", small: "1e-9", half: "0.50" });
  });

  test.each([
    ["constants: 5", ["problem.yaml: constants: expected a map of names to values"]],
    ["constants: {2nd: 5}", ["problem.yaml: constants.2nd: expected a name of letters, digits and underscores"]],
    ["constants: {n: [5]}", ["problem.yaml: constants.n.value: expected a number or a text"]],
    ["constants: {n: true}", ["problem.yaml: constants.n.value: expected a number or a text"]],
    ["constants: {n: {tex: 5}}", ["problem.yaml: constants.n: expected a key value"]],
  ])("are refused as %s", (yaml, errors) => {
    expect(read(yaml).errors).toEqual(errors);
  });

  test("may be missing", () => {
    expect(read("name: x\n")).toEqual({ constants: {}, errors: [] });
    expect(read("constants:\n")).toEqual({ constants: {}, errors: [] });
  });
});

describe("constants in a file", () => {
  const constants = new Map([
    ["n", "5"],
    ["n.tex", "$&5"],
    ["word", "größer"],
  ]);

  test("are replaced where they are known", () => {
    expect(replaceConstants("{{n}} {{n.tex}} {{m}} {{ n }} {{n.a.b}}", constants)).toBe(
      "5 $&5 {{m}} {{ n }} {{n.a.b}}",
    );
  });

  test("leave bytes alone that are no text", () => {
    const content = Buffer.concat([Buffer.from([0xff, 0xfe, 0]), Buffer.from("{{word}}{{n}}"), Buffer.from([0x80])]);
    const replaced = Buffer.from(fileWithConstants({ name: "data", content }, constants).content);
    expect(replaced).toEqual(
      Buffer.concat([Buffer.from([0xff, 0xfe, 0]), Buffer.from("größer5"), Buffer.from([0x80])]),
    );
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fileWithConstants({ name: "data", content: bytes }, new Map()).content).toEqual(bytes);
      }),
    );
  });
});
