import type { Expectation, Where } from "../domain/expectation.ts";
import type { Judgement, TestcaseJudgement } from "../domain/judgement.ts";
import type { Problem } from "../domain/problem.ts";
import { countedTestcases } from "../domain/scoring.ts";
import type { Verdict } from "../domain/verdict.ts";

/** What of the author's expectations does not hold, each with the testcase that shows it. */
export function unmetExpectations(
  problem: Pick<Problem, "scoring" | "maxScore">,
  expectations: readonly Expectation[],
  judgement: Judgement,
): string[] {
  if (judgement.verdict === "JE") return [`${wanted(expectations)}, got ${describeVerdict(judgement)}`];
  const counted = judgement.compile.ok ? countedTestcases(problem.scoring, judgement.testcases) : [];
  return expectations.flatMap((expectation) => unmet(expectation, counted, judgement) ?? []);
}

type Counted = readonly TestcaseJudgement[];

function unmet(expectation: Expectation, counted: Counted, judgement: Judgement): string | undefined {
  if (!judgement.compile.ok && "verdicts" in expectation) {
    const { verdicts } = expectation;
    return verdicts.includes("CE") ? undefined : `expected ${listed(verdicts)}, got ${describeVerdict(judgement)}`;
  }
  switch (expectation.kind) {
    case "verdict":
      return expectation.verdicts.some((verdict) => verdict === judgement.verdict)
        ? undefined
        : `expected ${listed(expectation.verdicts)}, got ${describeVerdict(judgement)}`;
    case "permitted":
      return unmetPermitted(expectation, counted);
    case "required":
      return unmetRequired(expectation, counted);
    case "score":
      return unmetScore(expectation, judgement);
    case "message": {
      const isSaid = within(expectation.where, counted).some(({ message }) => message.includes(expectation.text));
      if (isSaid) return undefined;
      return `expected the checker to say "${expectation.text}"${inside(expectation.where)}, it never does`;
    }
  }
}

type Of<K extends Expectation["kind"]> = Extract<Expectation, { kind: K }>;

function unmetPermitted({ where, verdicts }: Of<"permitted">, counted: Counted): string | undefined {
  const other = within(where, counted).find(({ verdict }) => !includes(verdicts, verdict));
  return other && `expected ${only(verdicts)}${inside(where)}, got ${describe(other)}`;
}

function unmetRequired({ where, verdicts }: Of<"required">, counted: Counted): string | undefined {
  const seen = within(where, counted);
  if (seen.some(({ verdict }) => includes(verdicts, verdict))) return undefined;
  const first = seen.find(({ verdict }) => verdict !== "AC");
  const got = first ? `first ${describe(first)}` : `AC on all ${seen.length}`;
  return `expected ${listed(verdicts)} at least once${inside(where)}, got ${got}`;
}

function unmetScore({ subtaskId, atLeast, atMost }: Of<"score">, judgement: Judgement): string | undefined {
  const subtask = judgement.subtasks.find(({ id }) => id === subtaskId);
  const score = subtaskId === undefined ? judgement.score : subtask?.score;
  if (score !== undefined && score >= atLeast - 1e-9 && score <= atMost + 1e-9) return undefined;
  const range = atLeast === atMost ? `${atLeast}` : `${atLeast} to ${atMost}`;
  const where = subtaskId === undefined ? "" : ` in ${subtaskId}`;
  return `expected ${range} points${where}, got ${score ?? "none"}${firstFailure(judgement)}`;
}

/** A testcase with a part of its points is accepted for those who know only accepted and rejected. */
function includes(verdicts: readonly Verdict[], verdict: Verdict): boolean {
  return verdicts.includes(verdict) || (verdict === "PAC" && verdicts.includes("AC"));
}

function within({ testcaseIds }: Where, counted: readonly TestcaseJudgement[]): TestcaseJudgement[] {
  const ids = new Set(testcaseIds);
  return counted.filter(({ id }) => ids.has(id));
}

function inside({ name }: Where): string {
  return name === "" ? "" : ` in ${name}`;
}

function only(verdicts: readonly string[]): string {
  return verdicts.length === 1 ? listed(verdicts) : `nothing but ${listed(verdicts)}`;
}

function wanted(expectations: readonly Expectation[]): string {
  const verdicts = expectations.flatMap((expectation) => ("verdicts" in expectation ? expectation.verdicts : []));
  return `expected ${listed([...new Set(verdicts)])}`;
}

function describeVerdict(judgement: Judgement): string {
  if (judgement.compile.ok) return `${judgement.verdict}${firstFailure(judgement)}`;
  return `CE: ${judgement.compile.log}`;
}

function firstFailure({ testcases, verdict: overall }: Judgement): string {
  const failure = testcases.find(({ verdict }) => (overall === "JE" ? verdict === "JE" : verdict !== "AC"));
  return failure ? `, first ${describe(failure)}` : "";
}

function describe({ id, verdict, message }: TestcaseJudgement): string {
  return `${verdict} on ${id}${message === "" ? "" : `: ${message}`}`;
}

function listed(verdicts: readonly string[]): string {
  return verdicts.join(" or ");
}
