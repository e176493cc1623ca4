import type { SyntaxNode } from "@lezer/common";
import { ancestorsOf, type CppSource, partsOf, replace } from "../cpp-source.ts";
import type { MutationOperator } from "./operator.ts";

const RESETTING = ["clear", "assign", "fill", "memset", "resize", "reset"];
const LOOPS = ["ForStatement", "ForRangeLoop", "WhileStatement", "DoStatement"];

export const missingReset: MutationOperator = {
  describe: "something that keeps what it had in the case, or the call, before",
  find: (program) => [
    ...program
      .nodes("ExpressionStatement")
      .filter((node) => inBlock(node) && isReset(program, node))
      .map((node) => [replace(node, "")]),
    ...program
      .nodes("Declaration")
      .filter((node) => isMadeAnew(program, node))
      .map((node) => [replace({ from: node.from, to: node.from }, "static ")]),
  ],
};

function inBlock({ parent }: SyntaxNode): boolean {
  return parent?.name === "CompoundStatement";
}

function isReset(program: CppSource, statement: SyntaxNode): boolean {
  const [expression] = partsOf(statement);
  if (expression?.name === "CallExpression") {
    const called = expression.firstChild;
    return called !== null && program.mentions(called, ...RESETTING);
  }
  if (expression?.name !== "AssignmentExpression") return false;
  const [, value] = partsOf(expression);
  return value?.name === "Number";
}

/** A variable of a block that is entered more than once: if it lived longer, it would not start anew. */
function isMadeAnew(program: CppSource, declaration: SyntaxNode): boolean {
  const text = program.textOf(declaration);
  const isFixed = /^(const|constexpr|static|auto)\b/.test(text) || partsOf(declaration).some(isReference);
  const starts =
    partsOf(declaration).some(({ name }) => name === "InitDeclarator") || /^(std::)?(vector|set|map)\b/.test(text);
  if (!inBlock(declaration) || isFixed || !starts) return false;
  const around = [...ancestorsOf(declaration)];
  const ofFunction = around.find(({ name }) => name === "FunctionDefinition");
  const isInMain = ofFunction !== undefined && program.textOf(ofFunction).startsWith("int main");
  return around.some(({ name }) => LOOPS.includes(name)) || (ofFunction !== undefined && !isInMain);
}

function isReference(part: SyntaxNode): boolean {
  return part.name === "ReferenceDeclarator" || partsOf(part).some(({ name }) => name === "ReferenceDeclarator");
}
