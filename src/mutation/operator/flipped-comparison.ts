import { replace } from "../cpp-source.ts";
import type { MutationOperator } from "./operator.ts";

const OTHER = { "<": ">", ">": "<", "<=": ">=", ">=": "<=", "==": "!=", "!=": "==" };

export const flippedComparison: MutationOperator = {
  describe: "a comparison the wrong way round",
  find: (program) =>
    Object.entries(OTHER).flatMap(([operator, other]) =>
      program
        .binaries(operator)
        // A loop that is never entered, or never left, is a mistake that its author would see at once.
        .filter(({ node }) => node.parent?.name !== "ForStatement" && !program.reads(node))
        .map((binary) => [replace(binary.operator, other)]),
    ),
};
