import { replace } from "../cpp-source.ts";
import type { MutationOperator } from "./operator.ts";

const PAIRS = [
  ["min", "max"],
  ["min_element", "max_element"],
  ["lower_bound", "upper_bound"],
  ["floor", "ceil"],
  ["front", "back"],
  ["push_front", "push_back"],
  ["pop_front", "pop_back"],
  ["less", "greater"],
  ["first", "second"],
] as const;
const OPPOSITE: ReadonlyMap<string, string> = new Map(
  PAIRS.flatMap(([a, b]) => [
    [a, b],
    [b, a],
  ]),
);
const CALLS = [
  "CallExpression",
  "ScopedIdentifier",
  "ScopedTypeIdentifier",
  "TemplateFunction",
  "TemplateType",
  "FieldExpression",
];

export const oppositeFunction: MutationOperator = {
  describe: "min for max, lower for upper bound, front for back, first for second",
  find: (program) =>
    program.nodes("Identifier", "FieldIdentifier", "TypeIdentifier").flatMap((node) => {
      const other = OPPOSITE.get(program.textOf(node));
      return other !== undefined && CALLS.includes(node.parent?.name ?? "") ? [[replace(node, other)]] : [];
    }),
};
