import { replace } from "../cpp-source.ts";
import type { MutationOperator } from "./operator.ts";

export const droppedNegation: MutationOperator = {
  describe: "a not, or a minus sign, that is missing",
  find: (program) =>
    program.nodes("UnaryExpression").flatMap((node) => {
      const operand = node.lastChild;
      const isNegation = /^[!-]/.test(program.textOf(node));
      return operand && isNegation && !program.reads(node) ? [[replace(node, program.textOf(operand))]] : [];
    }),
};
