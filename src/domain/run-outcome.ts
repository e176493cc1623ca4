/** How an execution in the sandbox ended. No verdict: that depends on who asks. */
export type RunOutcome =
  | { readonly kind: "exited"; readonly exitCode: number }
  | { readonly kind: "signalled"; readonly signal: string }
  | { readonly kind: "limit"; readonly limit: "cpu" | "wall" | "memory" | "output" };

/** The raw facts that a verdict is made from. */
export interface RunFacts {
  readonly outcome: RunOutcome;
  readonly cpuMs: number;
  readonly wallMs: number;
  readonly peakMemoryBytes: number;
}
