import { replace } from "../cpp-source.ts";
import type { MutationOperator } from "./operator.ts";

export const swappedLogic: MutationOperator = {
  describe: "and for or, or for and",
  find: (program) => [
    ...program.binaries("&&").map(({ operator }) => [replace(operator, "||")]),
    ...program.binaries("||").map(({ operator }) => [replace(operator, "&&")]),
  ],
};
