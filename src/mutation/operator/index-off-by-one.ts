import { partsOf, replace } from "../cpp-source.ts";
import type { MutationOperator } from "./operator.ts";

export const indexOffByOne: MutationOperator = {
  describe: "the element before or after the right one",
  find: (program) =>
    program.nodes("SubscriptExpression").flatMap((node) => {
      const index = partsOf(node).find(({ name, from }) => name === "Identifier" && from > node.from);
      if (!index) return [];
      const name = program.textOf(index);
      return [`${name} + 1`, `${name} - 1`].map((other) => [replace(index, other)]);
    }),
};
