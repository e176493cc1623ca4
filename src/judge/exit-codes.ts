import type { RunReport } from "../sandbox/sandbox.ts";

/** What validators, checkers and interactors of the ICPC package format exit with. */
export const ACCEPTS = 42;
export const REJECTS = 43;

/** How such a program ended instead, for a message. */
export function describeOutcome(outcome: RunReport["outcome"]): string {
  switch (outcome.kind) {
    case "exited":
      return `exited with ${outcome.exitCode}`;
    case "signalled":
      return `was ended by ${outcome.signal}`;
    case "limit":
      return `came to its ${outcome.limit} limit`;
    case "cancelled":
      return "was cancelled";
  }
}
