import type { SyntaxNode } from "@lezer/common";
import { type CppSource, type Edit, partsOf, replace } from "../cpp-source.ts";
import type { MutationOperator } from "./operator.ts";

export const loopOrder: MutationOperator = {
  describe: "loops in each other's place, or from the other end",
  find: (program) =>
    program.nodes("ForStatement").flatMap((node) => {
      const loop = loopOf(program, node);
      return loop ? [...swapped(program, loop), ...reversed(program, loop)] : [];
    }),
};

interface Loop {
  readonly header: { readonly from: number; readonly to: number };
  readonly variable: string;
  readonly type: string;
  readonly start: string;
  readonly condition: SyntaxNode;
  readonly step: SyntaxNode;
  readonly body: SyntaxNode;
}

/** `for (TYPE VARIABLE = START; CONDITION; STEP) BODY`. */
function loopOf(program: CppSource, node: SyntaxNode): Loop | undefined {
  const [, open, declaration, condition, step, close, body] = partsOf(node);
  if (declaration?.name !== "Declaration" || !open || !condition || step?.name !== "UpdateExpression") return undefined;
  const [type, init, more] = partsOf(declaration);
  const [name, start] = init ? partsOf(init) : [];
  if (!type || init?.name !== "InitDeclarator" || more || !name || !start || !body || !close) return undefined;
  return {
    header: { from: open.to, to: close.from },
    variable: program.textOf(name),
    type: program.textOf(type),
    start: program.textOf(start),
    ...{ condition, step, body },
  };
}

function swapped(program: CppSource, outer: Loop): Edit[][] {
  const { body } = outer;
  const only = body.name === "CompoundStatement" ? partsOf(body).filter(({ name }) => !/^[{}]$/.test(name)) : [body];
  const [first, ...others] = only;
  const inner = first?.name === "ForStatement" && others.length === 0 ? loopOf(program, first) : undefined;
  if (!inner || program.mentions(inner.header, outer.variable)) return [];
  return [[replace(outer.header, program.textOf(inner.header)), replace(inner.header, program.textOf(outer.header))]];
}

function reversed(program: CppSource, { header, variable, type, start, condition, step }: Loop): Edit[][] {
  const binary = program.binaries("<", "<=", ">", ">=").find(({ node }) => node.from === condition.from);
  if (!binary || binary.node.to !== condition.to || program.textOf(binary.left) !== variable) return [];
  const bound = program.textOf(binary.right);
  const isUp = program.textOf(step).includes("++");
  const other = {
    "<": `${type} ${variable} = ${bound} - 1; ${variable} >= ${start}; --${variable}`,
    "<=": `${type} ${variable} = ${bound}; ${variable} >= ${start}; --${variable}`,
    ">": `${type} ${variable} = ${bound} + 1; ${variable} <= ${start}; ++${variable}`,
    ">=": `${type} ${variable} = ${bound}; ${variable} <= ${start}; ++${variable}`,
  }[program.textOf(binary.operator)];
  const runsUp = program.textOf(binary.operator).startsWith("<");
  return other === undefined || isUp !== runsUp ? [] : [[replace(header, other)]];
}
