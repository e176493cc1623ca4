import { replace, wholeNumber } from "../cpp-source.ts";
import type { MutationOperator } from "./operator.ts";

/** Smaller ones are parities and sizes rather than moduli that somebody chose. */
const SMALLEST = 100_000;
export const WELL_KNOWN_MODULI = [1_000_000_007, 998_244_353, 1_000_000_009];

export const modulus: MutationOperator = {
  describe: "another modulus, a coarser one, or none",
  find: (program) => {
    const remainders = program.binaries("%");
    const names = new Set(remainders.map(({ right }) => program.textOf(right)));
    const chosen = program.nodes("Number").filter((node) => {
      const number = wholeNumber(program.textOf(node)) ?? 0;
      const declared = node.parent?.name === "InitDeclarator" ? node.parent.firstChild : undefined;
      const isUsed = names.has(program.textOf(node)) || (declared && names.has(program.textOf(declared)));
      return number >= SMALLEST && isUsed;
    });
    return [
      ...chosen.flatMap((node) => {
        const number = wholeNumber(program.textOf(node));
        const others = [...WELL_KNOWN_MODULI.filter((known) => known !== number).slice(0, 1), 1_000_003];
        return others.map((other) => [replace(node, String(other))]);
      }),
      ...remainders.map(({ node, left }) => [replace(node, program.textOf(left))]),
    ];
  },
};
