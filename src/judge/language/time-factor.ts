import type { Language } from "../../domain/language.ts";
import type { ProblemLimits } from "../../domain/problem.ts";
import { LANGUAGE_SPECS } from "./index.ts";

/** What a setting says, by language; the language's own factor where it says nothing. */
export type TimeFactors = Readonly<Partial<Record<Language, number>>>;

/** A problem's limits as they are for programs in one language. */
export function limitsInLanguage(limits: ProblemLimits, language: Language, factors: TimeFactors = {}): ProblemLimits {
  const factor = factors[language] ?? LANGUAGE_SPECS[language].timeFactor;
  return factor === 1 ? limits : { ...limits, timeLimitMs: Math.round(limits.timeLimitMs * factor) };
}
