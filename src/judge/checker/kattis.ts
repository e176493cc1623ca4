import type { CheckResult } from "../../domain/judgement.ts";
import { ACCEPTS, REJECTS } from "../exit-codes.ts";
import { parseDecimal } from "./decimal.ts";
import type { CheckerRun, CheckVerdict, PointsRule, ProtocolSpec } from "./protocol-spec.ts";
import { failed, failedProtocol, firstSaid, quoted } from "./said.ts";

const SCORE = "score.txt";
const MULTIPLIER = "score_multiplier.txt";
const JUDGE_MESSAGE = "judgemessage.txt";
const TEAM_MESSAGE = "teammessage.txt";

/** Is there where another pass is asked for; only problems of several passes look for it. */
export const NEXT_PASS = "nextpass.in";

/**
 * The output validators of the ICPC package format. Whatever the specification of 2025-09 calls a judge error is one; the
 * older formats allow no more, but for points that need not be given.
 */
export const kattis: ProtocolSpec = {
  argv: ({ input, answer, feedback }, extra) => [input, answer, feedback, ...extra],
  stdin: "output",
  feedbackFiles: [SCORE, MULTIPLIER, JUDGE_MESSAGE, TEAM_MESSAGE],
  judge(run, rule) {
    const { outcome, feedback } = run;
    const exitCode = outcome.kind === "exited" ? outcome.exitCode : undefined;
    if (exitCode !== ACCEPTS && exitCode !== REJECTS) return failedProtocol(run, "kattis");
    const message = firstSaid(feedback.get(JUDGE_MESSAGE), feedback.get(TEAM_MESSAGE), run.stderr);
    if (exitCode === REJECTS) {
      const points = ignoresPoints(rule) ? [] : [SCORE, MULTIPLIER];
      const notAllowed = [...points, NEXT_PASS].find((name) => feedback.has(name));
      if (notAllowed) return failed(run, `rejects, but leaves ${notAllowed}: expected only where it accepts`, message);
      return { kind: "checked", check: { verdict: "WA", score: 0, message } };
    }
    // Points are for the last pass to give.
    if (feedback.has(NEXT_PASS))
      return { kind: "checked", check: { verdict: "AC", score: 1, message }, nextPass: true };
    return accept(run, rule, message);
  },
};

/** An accepted testcase stays accepted with no points at all, which is partial here, and not wrong. */
function accept(run: CheckerRun, rule: PointsRule, message: string): CheckVerdict {
  const given = pointsGiven(run.feedback, rule);
  if (typeof given === "string") return failed(run, `accepts, but ${given}`, message);
  const verdict: CheckResult["verdict"] = given.score === 1 ? "AC" : "PAC";
  return { kind: "checked", check: { verdict, ...given, message } };
}

type Given = Pick<CheckResult, "score" | "points">;

/** What the files of points say, or what is wrong with them. */
function pointsGiven(feedback: ReadonlyMap<string, string>, rule: PointsRule): Given | string {
  const score = feedback.get(SCORE);
  const multiplier = feedback.get(MULTIPLIER);
  if (score !== undefined && multiplier !== undefined)
    return `leaves both ${SCORE} and ${MULTIPLIER}: expected at most one`;
  if (score === undefined && multiplier === undefined) {
    const isMissing = rule.maxPoints === Number.POSITIVE_INFINITY && (rule.pointsRequired ?? true);
    return isMissing ? `leaves no ${SCORE}: expected, as its points have no maximum` : { score: 1 };
  }
  if (rule.maxPoints === undefined) {
    if (ignoresPoints(rule)) return { score: 1 };
    return `leaves ${score === undefined ? MULTIPLIER : SCORE}: none expected, as the testcase has no points of its own`;
  }
  return score === undefined ? byMultiplier(multiplier ?? "", rule.maxPoints) : byScore(score, rule.maxPoints, rule);
}

/** Samples may be given points in vain. */
function ignoresPoints({ kind, maxPoints }: PointsRule): boolean {
  return kind === "sample" && maxPoints === undefined;
}

function byMultiplier(text: string, maxPoints: number): Given | string {
  if (maxPoints === Number.POSITIVE_INFINITY)
    return `leaves ${MULTIPLIER}: expected is ${SCORE}, as its points have no maximum`;
  const share = parseDecimal(text.trim());
  if (share === undefined || share < 0 || share > 1)
    return `leaves ${quoted(text)} in ${MULTIPLIER}: expected a number from 0 to 1`;
  return { score: Math.abs(share), points: Math.abs(share) * maxPoints };
}

function byScore(text: string, maxPoints: number, { pointsRequired = true }: PointsRule): Given | string {
  const points = parseDecimal(text.trim());
  const least = maxPoints === Number.POSITIVE_INFINITY && !pointsRequired ? Number.NEGATIVE_INFINITY : 0;
  if (points === undefined || points < least || points > maxPoints)
    return `leaves ${quoted(text)} in ${SCORE}: expected a number ${range(least, maxPoints)}`;
  const share = maxPoints === Number.POSITIVE_INFINITY || maxPoints === 0 ? 1 : points / maxPoints;
  return { score: Math.abs(share), points: points === 0 ? 0 : points };
}

function range(least: number, most: number): string {
  if (least !== 0) return "with a value";
  return most === Number.POSITIVE_INFINITY ? "from 0" : `from 0 to ${most}`;
}
