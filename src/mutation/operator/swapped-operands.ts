import type { SyntaxNode } from "@lezer/common";
import { type CppSource, replace } from "../cpp-source.ts";
import type { MutationOperator } from "./operator.ts";

const COMPOUND = ["BinaryExpression", "ConditionalExpression", "AssignmentExpression"];

export const swappedOperands: MutationOperator = {
  describe: "a difference, quotient or remainder the wrong way round",
  find: (program) =>
    program
      .binaries("-", "/", "%")
      .filter(({ left, right }) => program.textOf(left) !== program.textOf(right))
      .map(({ left, right }) => [replace(left, operand(program, right)), replace(right, operand(program, left))]),
};

function operand(program: CppSource, node: SyntaxNode): string {
  return COMPOUND.includes(node.name) ? `(${program.textOf(node)})` : program.textOf(node);
}
