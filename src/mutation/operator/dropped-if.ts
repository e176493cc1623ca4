import type { SyntaxNode } from "@lezer/common";
import { partsOf, replace } from "../cpp-source.ts";
import type { MutationOperator } from "./operator.ts";

export const droppedIf: MutationOperator = {
  describe: "a special case that is never, or always, taken",
  find: (program) =>
    program.nodes("IfStatement").flatMap((node) => {
      const parts = partsOf(node);
      const condition = parts.find(({ name }) => name === "ConditionClause");
      const [taken, otherwise] = condition ? statementsOf(node, condition) : [];
      if (!condition || !taken || declares(condition) || program.reads(condition)) return [];
      const never = otherwise ? program.textOf(otherwise) : nothingIn(node);
      return [[replace(node, never)], [replace(node, program.textOf(taken))]];
    }),
};

/** What is done where the condition holds, and what otherwise. */
function statementsOf(node: SyntaxNode, condition: SyntaxNode): SyntaxNode[] {
  return partsOf(node).filter(({ from, name }) => from >= condition.to && name !== "else");
}

/** A name that the condition gives would be missing. */
function declares(condition: SyntaxNode): boolean {
  return partsOf(condition).some(({ name }) => name === "Declaration" || name === "InitStatement");
}

function nothingIn({ parent }: SyntaxNode): string {
  return parent?.name === "CompoundStatement" ? "" : ";";
}
