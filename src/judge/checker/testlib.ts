import { ACCEPTS, REJECTS } from "../exit-codes.ts";
import { parseDecimal } from "./decimal.ts";
import type { CheckerRun, CheckVerdict, PointsRule, ProtocolSpec } from "./protocol-spec.ts";
import { failed, failedProtocol, firstSaid, hasScore } from "./said.ts";

const OK = 0;
const WRONG_ANSWER = 1;
/** The format of the output was wrong, it went on after its end, or it ended too early. */
const PRESENTATION_ERRORS: readonly number[] = [2, 4, 8];
const FAILURE = 3;
/** Versions of testlib differ. */
const WITH_POINTS: readonly number[] = [5, 7];

/** From where exit codes count per cent: as testlib is, as its own numbers are, and as some judges build it. */
const PARTIAL_BASES: readonly number[] = [0, 16, 50];

/**
 * Checkers and interactors that use testlib: the exit code is the verdict, and standard error begins with its name.
 * A checker built for CMS ends with 0 whatever it found, and one for Kattis with codes that are per cents here: where
 * such an ending can be told from testlib's own, it is a failure and not a verdict.
 */
export const testlib: ProtocolSpec = {
  argv: ({ input, output, answer }, extra) => [input, output, answer, ...extra],
  stdin: "empty",
  feedbackFiles: [],
  judge(run, rule) {
    if (run.outcome.kind !== "exited") return failedProtocol(run, "testlib");
    const { exitCode } = run.outcome;
    const message = firstSaid(run.stderr, run.stdout);
    const percent = percentGiven(run.stderr, exitCode);
    if (percent !== undefined) return share(percent / 100, message);
    if (exitCode === OK && !looksLikeCms(run)) return share(1, message);
    if (exitCode === WRONG_ANSWER) return share(0, message);
    if (PRESENTATION_ERRORS.includes(exitCode)) return share(0, firstSaid(`presentation error: ${message}`));
    if (exitCode === FAILURE) return failed(run, "says that it failed (exit code 3)", message);
    if (WITH_POINTS.includes(exitCode)) return withPoints(run, rule, message);
    return failedProtocol(run, "testlib");
  },
};

function looksLikeCms(run: CheckerRun): boolean {
  return hasScore(run) && !run.stderr.trimStart().startsWith("ok");
}

/** How much of a partially correct output counts; undefined where it is not said, or not in the same way twice. */
function percentGiven(stderr: string, exitCode: number): number | undefined {
  const told = /^\s*partially correct \((\d{1,3})\)/.exec(stderr)?.[1];
  if (told !== undefined) {
    const percent = Number(told);
    return percent <= 100 && PARTIAL_BASES.includes(exitCode - percent) ? percent : undefined;
  }
  const isKattis = exitCode === ACCEPTS || exitCode === REJECTS;
  return exitCode >= 16 && exitCode <= 116 && !isKattis ? exitCode - 16 : undefined;
}

/**
 * `points 3.5 …`: out of what the testcase has, as Polygon means it (all of them are accepted there, too). Where that is
 * nothing, whatever is given is all of it.
 */
function withPoints(run: CheckerRun, { maxPoints }: PointsRule, message: string): CheckVerdict {
  if (maxPoints === undefined)
    return failed(run, "gives points: none expected, as the testcase has no points of its own", message);
  const told = /^\s*points\s+(\S+)/.exec(run.stderr)?.[1];
  const points = told === undefined ? undefined : parseDecimal(told);
  const most = maxPoints === 0 ? Number.POSITIVE_INFINITY : maxPoints;
  if (points === undefined || points < 0 || points > most) {
    const range = most === Number.POSITIVE_INFINITY ? "from 0" : `from 0 to ${most}`;
    return failed(run, `gives points in a wrong way: expected "points <number ${range}>" on standard error`, message);
  }
  if (most !== Number.POSITIVE_INFINITY) return share(points / most, message, points);
  return share(1, message, maxPoints === 0 ? 0 : points);
}

function share(score: number, message: string, points?: number): CheckVerdict {
  const given = points === undefined ? {} : { points: Math.abs(points) };
  const verdict = score === 1 ? "AC" : score > 0 ? "PAC" : "WA";
  return { kind: "checked", check: { verdict, score: Math.abs(score), ...given, message } };
}
