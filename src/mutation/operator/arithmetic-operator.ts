import { replace } from "../cpp-source.ts";
import type { MutationOperator } from "./operator.ts";

const OTHER = { "+": "-", "-": "+", "*": "+", "/": "*", "%": "/" };
const OTHER_UPDATE: ReadonlyMap<string, string> = new Map([
  ["+=", "-="],
  ["-=", "+="],
  ["*=", "+="],
  ["|=", "&="],
  ["&=", "|="],
  ["++", "--"],
  ["--", "++"],
]);

export const arithmeticOperator: MutationOperator = {
  describe: "plus for minus, and the like",
  find: (program) => [
    ...Object.entries(OTHER).flatMap(([operator, other]) =>
      program.binaries(operator).map((binary) => [replace(binary.operator, other)]),
    ),
    ...program.nodes("UpdateOp").flatMap((node) => {
      const other = OTHER_UPDATE.get(program.textOf(node));
      // A loop's own step the other way round never ends, which its author would see.
      const isStep = node.parent?.parent?.name === "ForStatement";
      return other === undefined || isStep ? [] : [[replace(node, other)]];
    }),
  ],
};
