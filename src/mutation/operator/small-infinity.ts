import { replace } from "../cpp-source.ts";
import { WELL_KNOWN_MODULI } from "./modulus.ts";
import type { MutationOperator } from "./operator.ts";

const WIDE = 1e12;
const NARROW = 5e8;
const MAXIMA: ReadonlyMap<string, string> = new Map([
  ["LLONG_MAX", "INT_MAX"],
  ["LLONG_MIN", "INT_MIN"],
  ["INT64_MAX", "INT_MAX"],
  ["INT_MAX", "1000000"],
]);

export const smallInfinity: MutationOperator = {
  describe: "an infinity that a real value can reach",
  find: (program) => [
    ...program.nodes("Number").flatMap((node) => {
      const value = Number(program.textOf(node).replace(/[uUlL']+/g, ""));
      if (!(value >= NARROW) || WELL_KNOWN_MODULI.includes(value)) return [];
      return [[replace(node, value >= WIDE ? "1000000000" : "1000000")]];
    }),
    ...program.nodes("Identifier").flatMap((node) => {
      const other = MAXIMA.get(program.textOf(node));
      return other === undefined ? [] : [[replace(node, other)]];
    }),
  ],
};
