import { replace, wholeNumber } from "../cpp-source.ts";
import type { MutationOperator } from "./operator.ts";

const BOUNDS = ["Identifier", "CallExpression", "FieldExpression", "SubscriptExpression", "BinaryExpression"];

export const boundOffByOne: MutationOperator = {
  describe: "a comparison with one more or one less",
  find: (program) =>
    program.binaries("<", "<=", ">", ">=").flatMap(({ right }) => {
      const bound = program.textOf(right);
      const number = wholeNumber(bound);
      if (number !== undefined) return [number + 1, number - 1].map((other) => [replace(right, String(other))]);
      if (!BOUNDS.includes(right.name)) return [];
      return [`${bound} + 1`, `${bound} - 1`].map((other) => [replace(right, other)]);
    }),
};
