import { partsOf, replace } from "../cpp-source.ts";
import type { MutationOperator } from "./operator.ts";

const ONES = /^1(?:LL|ll|\.0)$/;

export const droppedCast: MutationOperator = {
  describe: "a product or quotient in the type of its operands, too narrow for it",
  find: (program) => [
    ...program
      .nodes("CastExpression")
      .flatMap(({ from, to, lastChild }) => (lastChild ? [[replace({ from, to }, program.textOf(lastChild))]] : [])),
    ...program.nodes("CallExpression").flatMap((node) => {
      const [called, list] = partsOf(node);
      const isCast = called?.name === "TemplateFunction" && program.mentions(called, "static_cast");
      return isCast && list ? [[replace(node, program.textOf(list))]] : [];
    }),
    ...program
      .binaries("*")
      .filter(({ left }) => ONES.test(program.textOf(left)))
      .map(({ node, right }) => [replace(node, program.textOf(right))]),
  ],
};
