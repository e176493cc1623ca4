/** How the default comparison treats white space, case and numbers. */
export interface Comparison {
  readonly caseSensitive: boolean;
  readonly spaceSensitive: boolean;
  readonly absoluteTolerance: number | undefined;
  readonly relativeTolerance: number | undefined;
}
