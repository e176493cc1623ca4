import { replace } from "../cpp-source.ts";
import type { MutationOperator } from "./operator.ts";

export const droppedCondition: MutationOperator = {
  describe: "one of two conditions forgotten",
  find: (program) =>
    program
      .binaries("&&", "||")
      .filter(({ node }) => !program.reads(node))
      .flatMap(({ node, left, right }) => [left, right].map((kept) => [replace(node, program.textOf(kept))])),
};
