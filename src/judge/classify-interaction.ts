import type { ProblemLimits } from "../domain/problem.ts";
import type { RunFacts } from "../domain/run-outcome.ts";
import type { CheckerProtocol } from "../domain/task.ts";
import type { Verdict } from "../domain/verdict.ts";
import type { InteractionReport } from "../sandbox/sandbox.ts";
import { type CheckerRun, type CheckVerdict, PROTOCOLS } from "./checker/protocol.ts";
import { failureOf } from "./classify-run.ts";

type Participant = InteractionReport["participants"][number];
/** A participant that the submission runs in, by its number from 0. */
type Process = Participant & { readonly number: number };
type Limits = Pick<ProblemLimits, "timeLimitMs" | "memoryLimitBytes" | "outputLimitBytes">;

/** The interactor or manager, with what a manager printed (empty where it speaks to the submission on it). */
export type JudgingParticipant = Participant & { readonly stdout: string };

/** Who decides: the submission by how it failed, or the judge's program, whose protocol then says what it found. */
export type KnownOfInteraction =
  | { readonly kind: "candidate-failed"; readonly verdict: Verdict; readonly message: string }
  | { readonly kind: "judge-decides" }
  | CheckVerdict;

/**
 * What a conversation of a submission, in one or several processes, with a judge's program makes known. Undefined where
 * it was cancelled. In this order, whatever the protocol:
 * 1. What becomes of a process after a judge's program has ended and rejects (for CMS: gives no points) is moot: its pipes
 *    are closed.
 * 2. A judge's program that broke, by itself or over its limits, is our failure: the submission is not to be blamed, unless
 *    it had failed by itself before, or was over its limits and all were ended for that.
 * 3. The submission's own failure, whatever score was given, as Kattis and CMS have it. But not that it could no longer
 *    speak to a judge's program that had ended with a verdict: Kattis keeps that pipe open for it.
 * 4. What the judge's program says. One that died of speaking to a submission that no longer listened rejects.
 */
export function classifyInteraction(
  candidates: readonly Participant[],
  judge: JudgingParticipant,
  protocol: CheckerProtocol,
  limits: Limits,
): KnownOfInteraction | undefined {
  if ([...candidates, judge].some(({ outcome }) => outcome.kind === "cancelled")) return undefined;
  const processes = candidates.map((candidate, number) => ({ ...candidate, number }));
  const said = whatIsSaid(judge, protocol);
  if (said.kind === "checked") {
    const failure = failureOfProcesses(asTheyCount(processes, judge, said), limits);
    return failure ? { kind: "candidate-failed", ...failure } : { kind: "judge-decides" };
  }
  if (keptAllWaiting(judge, candidates)) {
    const computed = `${roleOf(protocol)} computed for ${Math.round(judge.cpuMs)} ms and came to no end`;
    return { kind: "failed", message: `the ${computed}, while the submission waited` };
  }
  const failure = failureOfProcesses(processes, limits);
  const hasLeft = isBrokenPipe(judge);
  if (failure && (hasLeft || wasEndedByThem(processes, judge, limits))) return { kind: "candidate-failed", ...failure };
  return hasLeft ? { kind: "checked", check: LEFT_EARLY } : said;
}

const ENDED_WELL = { kind: "exited", exitCode: 0 } as const;

const LEFT_EARLY = {
  verdict: "WA",
  score: 0,
  message: "the submission no longer listened while it was spoken to",
} as const;

/** The processes of one submission as one run: their CPU times added up, the largest memory, the outcome that explains it. */
export function factsOfCandidates(candidates: readonly Participant[]): RunFacts {
  const { outcome } = mostTelling(candidates);
  if (outcome.kind === "cancelled") throw new Error("a run that was cancelled has no facts");
  return {
    outcome,
    cpuMs: candidates.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
    wallMs: Math.max(...candidates.map(({ wallMs }) => wallMs)),
    peakMemoryBytes: Math.max(...candidates.map(({ peakMemoryBytes }) => peakMemoryBytes)),
  };
}

function roleOf(protocol: CheckerProtocol): "manager" | "interactor" {
  return protocol === "cms" ? "manager" : "interactor";
}

/** Of the wall time that was stopped at. */
const BUSY = 0.3;

/** The wall limit ended a judge's program that computed while the submission did not. */
function keptAllWaiting(judge: Participant, candidates: readonly Participant[]): boolean {
  const isStopped = judge.outcome.kind === "limit" && judge.outcome.limit === "wall";
  const busiestMs = Math.max(...candidates.map(({ cpuMs }) => cpuMs));
  return isStopped && judge.cpuMs > judge.wallMs * BUSY && judge.cpuMs > 2 * busiestMs;
}

/** As far as it can be told without the files that it left: enough to know whether it has judged, and rejects. */
function whatIsSaid({ outcome, stdout, stderr }: JudgingParticipant, protocol: CheckerProtocol): CheckVerdict {
  const role = roleOf(protocol);
  const run: CheckerRun = { role, outcome, stdout, stderr, feedback: new Map() };
  return PROTOCOLS[protocol].judge(run, { maxPoints: Number.POSITIVE_INFINITY, pointsRequired: false });
}

/** The processes with what the verdict excuses taken away. */
function asTheyCount(
  processes: readonly Process[],
  judge: Participant,
  { check }: Extract<CheckVerdict, { kind: "checked" }>,
): readonly Process[] {
  return processes.map((process) => {
    if (process.endOrder < judge.endOrder) return process;
    if (check.verdict === "WA") return { ...process, outcome: ENDED_WELL, cpuMs: 0, peakMemoryBytes: 0 };
    return isBrokenPipe(process) ? { ...process, outcome: ENDED_WELL } : process;
  });
}

interface Failure {
  readonly verdict: Verdict;
  readonly message: string;
}

/** With the process that failed, where there are several. */
function failureOfProcesses(processes: readonly Process[], limits: Limits): Failure | undefined {
  const failure = failureOf(factsOfCandidates(processes), limits);
  if (!failure || processes.length === 1) return failure;
  const tellingFirst = [mostTelling(processes), ...processes];
  const failed = tellingFirst.find(
    (process) => failureOf(factsOfCandidates([process]), limits)?.verdict === failure.verdict,
  );
  const who = failed ? `process ${failed.number}` : `all ${processes.length} processes together`;
  return { ...failure, message: `${who}: ${failure.message}` };
}

/** The first to fail. One that was killed comes last: a limit of any ends all, and who is seen to end first says nothing. */
function mostTelling<T extends Participant>(candidates: readonly T[]): T {
  const rank = (candidate: T) => (endedWell(candidate) ? 2 : isKilled(candidate) ? 1 : 0);
  const [first] = [...candidates].sort((a, b) => rank(a) - rank(b) || a.endOrder - b.endOrder);
  if (!first) throw new Error("a conversation needs a submission");
  return first;
}

/** By the signal, or in languages that make an error of it, by what that says. */
function isBrokenPipe({ outcome, stderr }: Participant): boolean {
  if (outcome.kind === "signalled") return outcome.signal === "SIGPIPE";
  return outcome.kind === "exited" && outcome.exitCode !== 0 && /broken ?pipe|\bEPIPE\b/i.test(stderr);
}

/** For a submission that failed: does that explain a judge's program which has not judged? */
function wasEndedByThem(processes: readonly Process[], judge: Participant, limits: Limits): boolean {
  const failed = processes.filter((process) => failureOf(factsOfCandidates([process]), limits));
  return (failed.length === 0 ? processes : failed).some((process) => wasEndedBy(process, judge));
}

function wasEndedBy(process: Process, judge: Participant): boolean {
  const isJudgeFirst = judge.endOrder < process.endOrder;
  // Memory counts for both: the larger one filled the box.
  if (isOutOfMemory(process) && isOutOfMemory(judge)) return process.peakMemoryBytes >= judge.peakMemoryBytes;
  // Over a limit, either takes the other along; in which order they are then seen to end says nothing.
  if (process.outcome.kind === "limit") return !isJudgeFirst || isKilled(judge) || judge.outcome.kind === "limit";
  return !isJudgeFirst && !isKilled(process);
}

function endedWell({ outcome }: Participant): boolean {
  return outcome.kind === "exited" && outcome.exitCode === 0;
}

function isOutOfMemory({ outcome }: Participant): boolean {
  return outcome.kind === "limit" && outcome.limit === "memory";
}

function isKilled({ outcome }: Participant): boolean {
  return (
    (outcome.kind === "signalled" && outcome.signal === "SIGKILL") ||
    (outcome.kind === "limit" && outcome.limit === "wall")
  );
}
