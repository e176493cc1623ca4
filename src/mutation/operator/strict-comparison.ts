import { replace } from "../cpp-source.ts";
import type { MutationOperator } from "./operator.ts";

const OTHER = { "<": "<=", "<=": "<", ">": ">=", ">=": ">" };

export const strictComparison: MutationOperator = {
  describe: "a comparison that has lost or won its equals sign",
  find: (program) =>
    Object.entries(OTHER).flatMap(([operator, other]) =>
      program.binaries(operator).map((binary) => [replace(binary.operator, other)]),
    ),
};
