import { structuredPatch } from "diff";
import { isOfAccepted, type JudgedMutant, type TestStrength } from "../domain/test-strength.ts";

/** Which mutants of accepted submissions the testcases tell from right programs. */
export interface StrengthSummary {
  readonly mutants: number;
  readonly killed: number;
  readonly accepted: number;
  readonly notCompiling: number;
  /** Our own failures: nothing is known of these. */
  readonly judgeErrors: number;
  /** Of those that do something else than their origin on small inputs; undefined where none were compared. */
  readonly differing: { readonly mutants: number; readonly killed: number } | undefined;
}

export function summariseStrength({ mutants, smallInputs }: TestStrength): StrengthSummary {
  const own = mutants.filter(({ origin }) => isOfAccepted(origin));
  const isKilled = ({ verdict }: JudgedMutant) => !["AC", "CE", "JE"].includes(verdict);
  const count = (verdict: string) => own.filter((mutant) => mutant.verdict === verdict).length;
  const differing = own.filter(({ difference }) => (difference?.differing ?? 0) > 0);
  return {
    mutants: own.length,
    killed: own.filter(isKilled).length,
    accepted: count("AC"),
    notCompiling: count("CE"),
    judgeErrors: count("JE"),
    differing:
      smallInputs.kind === "none"
        ? undefined
        : { mutants: differing.length, killed: differing.filter(isKilled).length },
  };
}

/** Those that the testcases let through, the most suspicious first: they differ on the most of the small inputs. */
export function survivorsOf({ mutants }: TestStrength): JudgedMutant[] {
  return mutants
    .filter(({ verdict, origin }) => verdict === "AC" && isOfAccepted(origin))
    .sort((a, b) => shareOfDiffering(b) - shareOfDiffering(a));
}

/** The changed lines with one around them. */
export function diffOf({ originSource, source }: Pick<JudgedMutant, "originSource" | "source">): string[] {
  const { hunks } = structuredPatch("", "", originSource, source, "", "", { context: 1 });
  return hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    ...lines.filter((line) => !line.startsWith("\\")),
  ]);
}

function shareOfDiffering({ difference }: JudgedMutant): number {
  return difference && difference.inputs > 0 ? difference.differing / difference.inputs : 0;
}
