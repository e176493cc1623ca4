import type { SyntaxNode } from "@lezer/common";
import { type CppSource, type Edit, partsOf, replace, wholeNumber } from "../cpp-source.ts";
import type { MutationOperator } from "./operator.ts";

/** Larger ones are sizes, moduli and infinities: they have operators of their own. */
const LARGEST = 1000;

export const initialValue: MutationOperator = {
  describe: "a variable that starts with another number",
  find: (program) =>
    program.nodes("InitDeclarator", "AssignmentExpression").flatMap((node) => {
      const parts = partsOf(node);
      const value = parts.at(-1);
      const isPlain = node.name === "InitDeclarator" || !parts.some(({ name }) => name === "UpdateOp");
      return value && isPlain ? otherValues(program, value) : [];
    }),
};

function otherValues(program: CppSource, value: SyntaxNode): Edit[][] {
  if (value.name === "UnaryExpression") return program.textOf(value) === "-1" ? [[replace(value, "0")]] : [];
  if (value.name === "ArgumentList") {
    // `vector<int> best(n + 1, 0)`: what its elements start with.
    const elements = partsOf(value).filter(({ name }) => !/^[(),]$/.test(name));
    const last = elements.at(-1);
    return elements.length === 2 && last?.name === "Number" ? otherValues(program, last) : [];
  }
  const number = value.name === "Number" ? wholeNumber(program.textOf(value)) : undefined;
  if (number === undefined || number > LARGEST) return [];
  const others = number === 0 ? [1] : [number - 1, number + 1];
  return others.map((other) => [replace(value, String(other))]);
}
