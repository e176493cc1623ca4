import type { Expectation, ExpectedVerdict } from "../../../domain/expectation.ts";
import type { JurySubmission } from "../../../domain/problem.ts";
import type { ScoringRule, Subtask } from "../../../domain/scoring-rule.ts";
import type { PackageFindings } from "../../package-reading.ts";

interface Scores {
  readonly maxScore: number;
  readonly subtasks: readonly Subtask[];
  readonly scoring: ScoringRule;
}

/** Expectations that nobody can meet, whatever the submission does. */
export function reportImpossible(
  submissions: readonly JurySubmission[],
  scores: Scores,
  { errors }: PackageFindings,
): void {
  for (const { path, expectations } of submissions) {
    const permitted = permittedByTestcase(expectations);
    const nothing = [...permitted].find(([, verdicts]) => verdicts.size === 0);
    if (nothing)
      errors.push(`${path}: no verdict is permitted on ${nothing[0]}: two expectations contradict each other`);
    for (const expectation of nothing ? [] : expectations) {
      const problem = impossible(expectation, permitted, scores);
      if (problem) errors.push(`${path}: ${problem}`);
    }
  }
}

type Permitted = ReadonlyMap<string, ReadonlySet<ExpectedVerdict>>;

function impossible(
  expectation: Expectation,
  permitted: Permitted,
  { maxScore, subtasks, scoring }: Scores,
): string | undefined {
  switch (expectation.kind) {
    case "required": {
      const { where, verdicts } = expectation;
      const isPossible = where.testcaseIds.some((id) =>
        verdicts.some((verdict) => permitted.get(id)?.has(verdict) ?? true),
      );
      const name = where.name === "" ? "anywhere" : `in ${where.name}`;
      return isPossible ? undefined : `${verdicts.join(" or ")} is required, but not permitted ${name}`;
    }
    case "score": {
      const { subtaskId, atLeast, atMost } = expectation;
      const most =
        subtaskId === undefined ? maxScore : (subtasks.find(({ id }) => id === subtaskId)?.maxScore ?? maxScore);
      const least = scoring.kind === "groups" ? scoring.root.range[0] : 0;
      if (atLeast <= most + 1e-9 && atMost >= least - 1e-9) return undefined;
      return `a score of ${atLeast === atMost ? atLeast : `${atLeast} to ${atMost}`} is expected, but scores are from ${least} to ${most}`;
    }
    case "verdict":
    case "permitted":
    case "message":
      return undefined;
  }
}

function permittedByTestcase(expectations: readonly Expectation[]): Permitted {
  const permitted = new Map<string, Set<ExpectedVerdict>>();
  for (const expectation of expectations) {
    if (expectation.kind !== "permitted") continue;
    for (const id of expectation.where.testcaseIds) {
      const before = permitted.get(id);
      permitted.set(id, new Set(expectation.verdicts.filter((verdict) => before?.has(verdict) ?? true)));
    }
  }
  return permitted;
}
