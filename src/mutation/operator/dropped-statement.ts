import type { SyntaxNode } from "@lezer/common";
import { type CppSource, partsOf, replace } from "../cpp-source.ts";
import type { MutationOperator } from "./operator.ts";

const EXPRESSIONS = ["AssignmentExpression", "UpdateExpression", "CallExpression"];
/** Without these a program does the same, perhaps in another time. */
const HARMLESS = ["sync_with_stdio", "tie", "reserve", "shrink_to_fit", "flush", "fflush", "assert", "setprecision"];

export const droppedStatement: MutationOperator = {
  describe: "a line that is missing",
  find: (program) =>
    program
      .nodes("ExpressionStatement", "BreakStatement", "ContinueStatement", "ReturnStatement")
      .filter((node) => isDroppable(program, node))
      .map((node) => [replace(node, node.parent?.name === "CompoundStatement" ? "" : ";")]),
};

function isDroppable(program: CppSource, node: SyntaxNode): boolean {
  switch (node.name) {
    case "ReturnStatement":
      return isEarly(node);
    case "ExpressionStatement": {
      const isChange = partsOf(node).some(({ name }) => EXPRESSIONS.includes(name));
      return isChange && !program.reads(node) && !program.mentions(node, ...HARMLESS);
    }
    default:
      return true;
  }
}

/** What follows a return at a function's end is nothing, or a compiler's complaint. */
function isEarly({ parent }: SyntaxNode): boolean {
  return parent?.name === "IfStatement" || parent?.parent?.name === "IfStatement";
}
