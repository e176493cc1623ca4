import { type CppSource, partsOf, replace } from "../cpp-source.ts";
import type { MutationOperator } from "./operator.ts";

const NARROWER: ReadonlyMap<string, string> = new Map([
  ["long long", "int"],
  ["long long int", "int"],
  ["long", "int"],
  ["unsigned long long", "unsigned"],
  ["int64_t", "int"],
  ["uint64_t", "unsigned"],
  ["__int128", "long long"],
  ["long double", "double"],
  ["double", "float"],
]);

export const narrowerInteger: MutationOperator = {
  describe: "a number in a type that is too narrow for it",
  find: (program) => {
    const narrower = new Map([...NARROWER, ...aliases(program)]);
    const types = program.nodes("SizedTypeSpecifier", "PrimitiveType", "TypeIdentifier").flatMap((node) => {
      if (node.parent?.name === "SizedTypeSpecifier" || isNamedThere(node.parent?.name)) return [];
      const other = narrower.get(program.textOf(node).replace(/\s+/g, " "));
      return other === undefined ? [] : [[replace(node, other)]];
    });
    const literals = program
      .nodes("Number")
      // `max(0LL, x)` would not compile with an int.
      .filter((node) => /^\d+(ll|LL)$/.test(program.textOf(node)) && node.parent?.name !== "ArgumentList")
      .map((node) => [replace(node, program.textOf(node).slice(0, -2))]);
    return [...types, ...literals];
  },
};

/** A type's own name in its definition is no use of it. */
function isNamedThere(parent: string | undefined): boolean {
  return parent === "AliasDeclaration" || parent === "TypeDefinition";
}

/** The names that the program gives to wide types, such as `ll`. */
function aliases(program: CppSource): [string, string][] {
  return program.nodes("AliasDeclaration", "TypeDefinition").flatMap((node): [string, string][] => {
    const name = partsOf(node).find((part) => part.name === "TypeIdentifier");
    const type = partsOf(node).find((part) => ["SizedTypeSpecifier", "TypeDescriptor"].includes(part.name));
    const other = type && NARROWER.get(program.textOf(type).replace(/\s+/g, " "));
    return name && other ? [[program.textOf(name), other]] : [];
  });
}
