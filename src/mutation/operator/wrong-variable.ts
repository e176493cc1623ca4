import type { SyntaxNode } from "@lezer/common";
import { type CppSource, partsOf, replace } from "../cpp-source.ts";
import { variablesOf, visibleAt } from "../scopes.ts";
import type { MutationOperator } from "./operator.ts";

/** Where a name is used for its value, rather than given to something. */
const USES = ["BinaryExpression", "ArgumentList", "ReturnStatement", "ParenthesizedExpression"];

export const wrongVariable: MutationOperator = {
  describe: "another variable of the same type",
  find: (program) => {
    const variables = variablesOf(program);
    return program.nodes("Identifier").flatMap((node) => {
      if (!USES.includes(node.parent?.name ?? "") || program.reads(node.parent ?? node)) return [];
      const visible = visibleAt(variables, node.from);
      const own = visible.find(({ name }) => name === program.textOf(node));
      const others = visible.filter(
        ({ name, type }) => own && type === own.type && !beside(program, node).includes(name),
      );
      return others.map(({ name }) => [replace(node, name)]);
    });
  },
};

/** Its own name and those of the other operands: a variable that is compared with itself strikes everybody. */
function beside(program: CppSource, node: SyntaxNode): string[] {
  return partsOf(node.parent ?? node).map((part) => program.textOf(part));
}
