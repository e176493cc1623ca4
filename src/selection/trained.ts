import type { LogisticModel } from "./logistic-regression.ts";
import type { O1IoiWeights } from "./o1-ioi.ts";

/** What `medalist train` writes, and a strategy works with. */
export type Trained =
  | { readonly kind: "learned"; readonly model: LogisticModel }
  | { readonly kind: "o1-ioi"; readonly weights: O1IoiWeights };
