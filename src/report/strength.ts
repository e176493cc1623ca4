import { isOfAccepted, type JudgedMutant, type TestStrength } from "../domain/test-strength.ts";
import { VERDICTS } from "../domain/verdict.ts";
import { diffOf, type StrengthSummary, summariseStrength, survivorsOf } from "./strength-summary.ts";
import { plural, printable } from "./words.ts";

const SHOWN_SURVIVORS = 10;

export interface StrengthReport {
  readonly problem: string;
  readonly packageHash: string;
  readonly seed: number;
  /** Where the truth about the mutants is kept. */
  readonly truth: string;
  readonly strength: TestStrength;
}

/** For a terminal: how many wrong programs the testcases let through, and the worst of them. */
export function renderStrengthText({ problem, packageHash, strength, truth }: StrengthReport): string {
  const summary = summariseStrength(strength);
  const survivors = survivorsOf(strength);
  const differing = survivors.filter(differs);
  const isCompared = strength.smallInputs.kind === "made";
  const shown = (isCompared ? differing : survivors).slice(0, SHOWN_SURVIVORS);
  const lines = [
    `${problem}: ${plural(strength.mutants.length, "mutant")}, package ${packageHash.slice(0, 12)}`,
    "",
    ...(summary.mutants === 0
      ? ["None is of an accepted submission."]
      : summaryLines(strength, summary, differing.length)),
    ...otherLines(strength),
    ...(shown.length === 0 ? [] : ["", isCompared ? "The most suspicious:" : "Still accepted:"]),
    ...shown.flatMap((mutant, n) => ["", ...survivorLines(mutant, n + 1)]),
    "",
    `Truth: ${truth}`,
  ];
  return printable(`${lines.join("\n")}\n`);
}

function summaryLines({ smallInputs }: TestStrength, summary: StrengthSummary, differing: number): string[] {
  const { mutants, killed, accepted, notCompiling, judgeErrors } = summary;
  const lines = [
    `${accepted} of ${plural(mutants, "mutant")} of accepted submissions ${accepted === 1 ? "is" : "are"} still accepted.`,
    `  killed          ${killed}`,
    `  still accepted  ${accepted}${smallInputs.kind === "made" ? `: ${differing} differ from their origin on small inputs, ${accepted - differing} are equivalent as far as these show` : ""}`,
    `  not compiling   ${notCompiling}`,
    ...(judgeErrors === 0 ? [] : [`  judge errors    ${judgeErrors}: nothing is known of these`]),
  ];
  if (smallInputs.kind === "none") return [...lines, `Not compared with their origins: ${smallInputs.reason}.`];
  const { differing: compared } = summary;
  if (!compared || compared.mutants === 0) return [...lines, "None differs from its origin on small inputs."];
  const share = ((100 * compared.killed) / compared.mutants).toFixed(1);
  return [
    ...lines,
    `${compared.killed} of the ${compared.mutants} that differ from their origin on ${smallInputs.count} random small valid inputs are killed: ${share} %.`,
  ];
}

/** What became of the mutants of submissions that are wrong themselves. */
function otherLines({ mutants }: TestStrength): string[] {
  const others = mutants.filter(({ origin }) => !isOfAccepted(origin));
  if (others.length === 0) return [];
  const counts = VERDICTS.flatMap((verdict) => {
    const count = others.filter((mutant) => mutant.verdict === verdict).length;
    return count === 0 ? [] : [`${count} ${verdict}`];
  });
  return [`${plural(others.length, "mutant")} of other submissions: ${counts.join(", ")}.`];
}

function survivorLines(mutant: JudgedMutant, place: number): string[] {
  const { origin, difference } = mutant;
  const told = difference ? `, differs on ${difference.differing} of ${plural(difference.inputs, "small input")}` : "";
  const changes = origin.changes.map(({ operator, line }) => `${operator} in line ${line}`).join(", ");
  return [`${place}. ${origin.submission}: ${changes}${told}`, ...diffOf(mutant).map((line) => `   ${line}`)];
}

function differs({ difference }: JudgedMutant): boolean {
  return difference !== undefined && difference.differing > 0;
}

/** For scripts: part of the command-line contract. */
export function renderStrengthJson({ problem, packageHash, seed, truth, strength }: StrengthReport): string {
  const { differing, ...summary } = summariseStrength(strength);
  const { smallInputs } = strength;
  const document = {
    ...{ problem, packageHash, seed, truth },
    ofAccepted: {
      ...summary,
      smallInputs: smallInputs.kind === "made" ? smallInputs.count : null,
      notCompared: smallInputs.kind === "none" ? smallInputs.reason : null,
      differing: differing?.mutants ?? null,
      differingKilled: differing?.killed ?? null,
    },
    survivors: survivorsOf(strength).map((mutant) => ({ ...mutantJson(mutant), diff: diffOf(mutant) })),
    mutants: strength.mutants.map((mutant) => mutantJson(mutant)),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function mutantJson({ source, origin, verdict, score, maxScore, firstFailure, difference }: JudgedMutant) {
  return {
    ...{ submission: origin.submission, expected: origin.expected, changes: origin.changes, verdict, score },
    maxScore: maxScore === Infinity ? null : maxScore,
    firstFailure: firstFailure ?? null,
    difference: difference ? { inputs: difference.inputs, differing: difference.differing } : null,
    source,
  };
}
