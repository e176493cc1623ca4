import { arithmeticOperator } from "./arithmetic-operator.ts";
import { boundOffByOne } from "./bound-off-by-one.ts";
import { droppedCast } from "./dropped-cast.ts";
import { droppedCondition } from "./dropped-condition.ts";
import { droppedIf } from "./dropped-if.ts";
import { droppedNegation } from "./dropped-negation.ts";
import { droppedOffset } from "./dropped-offset.ts";
import { droppedStatement } from "./dropped-statement.ts";
import { flippedComparison } from "./flipped-comparison.ts";
import { indexOffByOne } from "./index-off-by-one.ts";
import { initialValue } from "./initial-value.ts";
import { loopOrder } from "./loop-order.ts";
import { missingReset } from "./missing-reset.ts";
import { modulus } from "./modulus.ts";
import { narrowerInteger } from "./narrower-integer.ts";
import type { MutationOperator } from "./operator.ts";
import { oppositeFunction } from "./opposite-function.ts";
import { smallInfinity } from "./small-infinity.ts";
import { smallerArray } from "./smaller-array.ts";
import { strictComparison } from "./strict-comparison.ts";
import { swappedArguments } from "./swapped-arguments.ts";
import { swappedLogic } from "./swapped-logic.ts";
import { swappedOperands } from "./swapped-operands.ts";
import { wrongIndex } from "./wrong-index.ts";
import { wrongVariable } from "./wrong-variable.ts";

export const OPERATORS = {
  "arithmetic-operator": arithmeticOperator,
  "bound-off-by-one": boundOffByOne,
  "dropped-cast": droppedCast,
  "dropped-condition": droppedCondition,
  "dropped-if": droppedIf,
  "dropped-negation": droppedNegation,
  "dropped-offset": droppedOffset,
  "dropped-statement": droppedStatement,
  "flipped-comparison": flippedComparison,
  "index-off-by-one": indexOffByOne,
  "initial-value": initialValue,
  "loop-order": loopOrder,
  "missing-reset": missingReset,
  modulus,
  "narrower-integer": narrowerInteger,
  "opposite-function": oppositeFunction,
  "small-infinity": smallInfinity,
  "smaller-array": smallerArray,
  "strict-comparison": strictComparison,
  "swapped-arguments": swappedArguments,
  "swapped-logic": swappedLogic,
  "swapped-operands": swappedOperands,
  "wrong-index": wrongIndex,
  "wrong-variable": wrongVariable,
} satisfies Record<string, MutationOperator>;
