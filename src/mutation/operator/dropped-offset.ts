import { replace } from "../cpp-source.ts";
import type { MutationOperator } from "./operator.ts";

const OFFSETS = ["1", "2"];

export const droppedOffset: MutationOperator = {
  describe: "a plus or minus one that is missing",
  find: (program) =>
    program
      .binaries("+", "-")
      .filter(({ right }) => OFFSETS.includes(program.textOf(right)))
      .map(({ node, left }) => [replace(node, program.textOf(left))]),
};
