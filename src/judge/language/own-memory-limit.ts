import type { Language } from "../../domain/language.ts";
import type { RunOutcome } from "../../domain/run-outcome.ts";
import { LANGUAGE_SPECS } from "./index.ts";

/** Of the memory limit: a runtime that gives up has used about this much, its heap being most of it. */
const NEARLY_ALL = 0.75;

/**
 * The JVM and V8 end a program that fills their heap by an exception or an abort of their own. Where nearly all memory
 * was used by then it counts as the memory limit that it is; a single huge array that is refused stays a run-time error.
 */
export function outcomeInLanguage(
  language: Language,
  { outcome, peakMemoryBytes }: { readonly outcome: RunOutcome; readonly peakMemoryBytes: number },
  memoryLimitBytes: number,
): RunOutcome {
  if (!LANGUAGE_SPECS[language].limitsOwnMemory || peakMemoryBytes < memoryLimitBytes * NEARLY_ALL) return outcome;
  const failed = outcome.kind === "signalled" || (outcome.kind === "exited" && outcome.exitCode !== 0);
  return failed ? { kind: "limit", limit: "memory" } : outcome;
}
