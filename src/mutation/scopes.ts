import type { SyntaxNode } from "@lezer/common";
import { ancestorsOf, type CppSource, partsOf } from "./cpp-source.ts";

/** A variable or parameter, and the part of the text in which it may be named. */
export interface Variable {
  readonly name: string;
  readonly type: string;
  readonly isLoopVariable: boolean;
  readonly from: number;
  readonly to: number;
}

const SCOPES = ["CompoundStatement", "ForStatement", "FunctionDefinition", "LambdaExpression", "Program"];
const QUALIFIERS = ["const", "constexpr", "static"];

/** Variables of plain types with their scopes; arrays, pointers and what is only named in a type are left out. */
export function variablesOf(program: CppSource): Variable[] {
  return program.nodes("Declaration", "ParameterDeclaration").flatMap((declaration) => {
    const scope = scopeOf(declaration);
    const [type, ...declarators] = partsOf(declaration).filter(({ name }) => !QUALIFIERS.includes(name));
    if (!type || !scope) return [];
    return declarators.flatMap((declarator): Variable[] => {
      const identifier = identifierOf(declarator);
      if (!identifier) return [];
      return [
        {
          name: program.textOf(identifier),
          type: program.textOf(type),
          isLoopVariable: scope.name === "ForStatement" && declaration.name === "Declaration",
          from: declaration.name === "Declaration" ? declaration.to : scope.from,
          to: scope.to,
        },
      ];
    });
  });
}

/** Those that may be named at a place; where two have one name, the inner one hides the other. */
export function visibleAt(variables: readonly Variable[], place: number): Variable[] {
  const visible = variables.filter(({ from, to }) => from <= place && place < to);
  return [...new Map(visible.sort((a, b) => a.from - b.from).map((variable) => [variable.name, variable])).values()];
}

function scopeOf(declaration: SyntaxNode): SyntaxNode | undefined {
  for (const node of ancestorsOf(declaration)) if (SCOPES.includes(node.name)) return node;
  return undefined;
}

function identifierOf(declarator: SyntaxNode): SyntaxNode | undefined {
  if (declarator.name === "Identifier") return declarator;
  if (declarator.name !== "InitDeclarator" && declarator.name !== "ReferenceDeclarator") return undefined;
  return partsOf(declarator).find(({ name }) => name === "Identifier");
}
