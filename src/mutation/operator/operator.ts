import type { CppSource, Edit } from "../cpp-source.ts";

/** One kind of mistake that people and models make. */
export interface MutationOperator {
  /** For people: what is different afterwards. */
  readonly describe: string;
  /** Every way in which it can be made in the program, each as the edits that make it. */
  find(program: CppSource): readonly (readonly Edit[])[];
}
