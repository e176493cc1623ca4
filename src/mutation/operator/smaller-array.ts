import { partsOf, replace, wholeNumber } from "../cpp-source.ts";
import type { MutationOperator } from "./operator.ts";

const SMALLEST_CONSTANT = 1000;
const NO_SIZE = /mod|inf|prime|base/i;

export const smallerArray: MutationOperator = {
  describe: "an array, or the constant that says its size, that is too small",
  find: (program) => {
    const sizes = program
      .nodes("ArrayDeclarator")
      .flatMap((node) => partsOf(node).filter(({ name }) => name === "Number"));
    const constants = program
      .nodes("Declaration")
      .filter((node) => partsOf(node).some(({ name }) => name === "const" || name === "constexpr"))
      .flatMap((node) => partsOf(node).filter(({ name }) => name === "InitDeclarator"))
      .flatMap((init) => {
        const [name, value] = partsOf(init);
        const number = value?.name === "Number" ? wholeNumber(program.textOf(value)) : undefined;
        const isSize =
          name && !NO_SIZE.test(program.textOf(name)) && number !== undefined && number >= SMALLEST_CONSTANT;
        return value && isSize ? [value] : [];
      });
    return [...sizes, ...constants].flatMap((node) => {
      const number = wholeNumber(program.textOf(node));
      if (number === undefined || number < 2) return [];
      const smaller = new Set([number - 1, Math.ceil(number / 2), ...(number >= 100 ? [Math.ceil(number / 10)] : [])]);
      return [...smaller].map((other) => [replace(node, String(other))]);
    });
  },
};
