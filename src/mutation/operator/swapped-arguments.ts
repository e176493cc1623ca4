import type { SyntaxNode } from "@lezer/common";
import { type CppSource, type Edit, partsOf, replace } from "../cpp-source.ts";
import type { MutationOperator } from "./operator.ts";

const ORDERED = ["make_pair", "emplace", "emplace_back", "pair", "pow", "atan2", "substr"];

export const swappedArguments: MutationOperator = {
  describe: "two arguments, or the two parts of a pair, in each other's place",
  find: (program) => {
    const own = new Set(
      program.nodes("FunctionDeclarator").map(({ firstChild }) => (firstChild ? program.textOf(firstChild) : "")),
    );
    const calls = program.nodes("CallExpression").flatMap((node) => {
      const [called, list] = partsOf(node);
      const isOrdered = called && (own.has(program.textOf(called)) || program.mentions(called, ...ORDERED));
      return isOrdered && list?.name === "ArgumentList" ? neighboursSwapped(program, list) : [];
    });
    const pairs = program.nodes("InitializerList").filter((list) => itemsOf(list).length === 2);
    return [...calls, ...pairs.flatMap((list) => neighboursSwapped(program, list))];
  },
};

function neighboursSwapped(program: CppSource, list: SyntaxNode): Edit[][] {
  const items = itemsOf(list);
  return items.slice(1).flatMap((right, index) => {
    const left = items[index];
    if (!left || program.textOf(left) === program.textOf(right)) return [];
    return [[replace(left, program.textOf(right)), replace(right, program.textOf(left))]];
  });
}

function itemsOf(list: SyntaxNode): SyntaxNode[] {
  return partsOf(list).filter(({ name }) => !/^[(){},]$/.test(name));
}
