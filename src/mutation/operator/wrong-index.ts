import { partsOf, replace } from "../cpp-source.ts";
import { variablesOf, visibleAt } from "../scopes.ts";
import type { MutationOperator } from "./operator.ts";

export const wrongIndex: MutationOperator = {
  describe: "the variable of another loop as an index",
  find: (program) => {
    const variables = variablesOf(program).filter(({ isLoopVariable }) => isLoopVariable);
    return program.nodes("SubscriptExpression").flatMap((node) => {
      const index = partsOf(node).find(({ name, from }) => name === "Identifier" && from > node.from);
      if (!index) return [];
      const others = visibleAt(variables, index.from).filter(({ name }) => name !== program.textOf(index));
      return others.map(({ name }) => [replace(index, name)]);
    });
  },
};
