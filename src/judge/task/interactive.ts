import type { TestcaseJudgement } from "../../domain/judgement.ts";
import type { Testcase } from "../../domain/problem.ts";
import type { Interactor, Task } from "../../domain/task.ts";
import type { Box, Slot } from "../../sandbox/sandbox.ts";
import { type CheckVerdict, PROTOCOLS } from "../checker/protocol.ts";
import { classifyInteraction, factsOfCandidates } from "../classify-interaction.ts";
import {
  CHECK_PATHS,
  type CheckedPass,
  type CheckerDeps,
  type OpenChecker,
  openChecker,
  placeInput,
  readFeedback,
} from "../open-checker.ts";
import { compilePackageProgram, packageProgramArgv, placePackageProgram } from "../package-program.ts";
import { type CompiledSubmission, type JudgedProblem, openRunBox, RUN_ENV, submissionArgv } from "../run-submission.ts";
import { nextPassOf, worseOf } from "./batch.ts";
import {
  type Candidate,
  candidateLimits,
  conversationJudgement,
  conversationLimits,
  inLanguage,
  judgesLimits,
} from "./conversation.ts";
import type { TaskRunner } from "./task-runner.ts";

/** testlib's interactor writes what it has found to its output file, for the checker. */
const FOUND = "output";

type InteractiveProblem = JudgedProblem & { readonly task: Extract<Task, { kind: "interactive" }> };

/** The submission talks with the package's interactor, which decides, or hands over to a checker. */
export async function openInteractive(
  slot: Slot,
  submission: CompiledSubmission,
  problem: InteractiveProblem,
  deps: CheckerDeps,
): Promise<TaskRunner> {
  const { limits } = problem;
  const { interactor } = problem.task;
  const artifact = await compilePackageProgram(slot, interactor.program, limits, deps);
  const checker =
    interactor.protocol === "testlib" ? await openChecker(slot, interactor.checker, limits, deps) : undefined;
  const memoryBytes = limits.memoryLimitBytes + limits.validationMemoryLimitBytes;
  const box = await openRunBox(slot, submission, problem, memoryBytes);
  await placePackageProgram(box, interactor.program, artifact);
  return {
    lookAhead: 1,
    run: (testcase) => runPasses({ box, submission, problem, checker }, testcase),
    cancel: () => box.cancelRuns(),
  };
}

interface OpenInteractive {
  readonly box: Box;
  readonly submission: CompiledSubmission;
  readonly problem: InteractiveProblem;
  readonly checker: OpenChecker | undefined;
}

async function runPasses(open: OpenInteractive, testcase: Testcase): Promise<TestcaseJudgement | undefined> {
  const { passes } = open.problem.task;
  await open.box.empty("feedback");
  let passInput: Uint8Array | undefined;
  let before: Candidate | undefined;
  for (let pass = 1; ; pass++) {
    const said = await converse(open, testcase, passInput);
    if (!said) return undefined;
    const facts = factsOfCandidates([said.candidate]);
    const candidate = before ? { ...said.candidate, ...worseOf(factsOfCandidates([before]), facts) } : said.candidate;
    if (said.known.kind === "candidate-failed")
      return conversationJudgement(testcase, [candidate], said.known, open.problem.limits);
    const next = nextPassOf(said.known, said.nextInput, pass, passes);
    if (!("input" in next)) return conversationJudgement(testcase, [candidate], next, open.problem.limits);
    passInput = next.input;
    before = candidate;
  }
}

/** One conversation, and what is known by it. */
async function converse(
  { box, submission, problem, checker }: OpenInteractive,
  testcase: Testcase,
  passInput: Uint8Array | undefined,
) {
  const { limits, task } = problem;
  const { interactor } = task;
  await placeInput(box, testcase, passInput);
  await box.place("judge/answer", testcase.answer);
  const report = await box.interact({
    ...conversationLimits(limits, 1),
    participants: [
      {
        argv: submissionArgv(submission.program, limits, testcase.args ?? []),
        env: RUN_ENV,
        user: "candidate",
        ...candidateLimits(limits),
        stdin: { kind: "pipe", pipe: 0 },
        stdout: { kind: "pipe", pipe: 1 },
      },
      {
        argv: interactorArgv(interactor, limits, testcase),
        env: RUN_ENV,
        user: "judge",
        ...judgesLimits(limits),
        stdin: { kind: "pipe", pipe: 1 },
        stdout: { kind: "pipe", pipe: 0 },
      },
    ],
  });
  const [ran, spoke] = report.participants;
  if (!ran || !spoke) throw new Error("a conversation without its participants");
  const candidate = inLanguage(ran, submission.program, limits);
  const judge = { ...spoke, stdout: "" };
  const known = classifyInteraction([candidate], judge, interactor.protocol, limits);
  if (!known) return undefined;
  if (known.kind !== "judge-decides") return { candidate, known, nextInput: undefined };
  const { verdict, nextInput } = await decision(
    box,
    { interactor, judge, checker },
    testcase,
    limits.validationOutputLimitBytes,
  );
  return { candidate, known: verdict, nextInput };
}

function interactorArgv(
  { protocol, program }: Interactor,
  limits: InteractiveProblem["limits"],
  { checkerArgs = [] }: Testcase,
): readonly string[] {
  const paths = { ...CHECK_PATHS, output: `${CHECK_PATHS.feedback}${FOUND}` };
  return [...packageProgramArgv(program, limits), ...PROTOCOLS[protocol].argv(paths, checkerArgs)];
}

/** What the interactor says by its ending and its files, and where it accepts, what the checker says of them. */
async function decision(
  box: Box,
  {
    interactor,
    judge,
    checker,
  }: { interactor: Interactor; judge: Candidate & { stdout: string }; checker: OpenChecker | undefined },
  testcase: Testcase,
  limitBytes: number,
): Promise<CheckedPass> {
  const protocol = PROTOCOLS[interactor.protocol];
  const { feedback, nextInput } = await readFeedback(box, protocol.feedbackFiles, limitBytes);
  const run = {
    role: "interactor",
    outcome: judge.outcome,
    stdout: judge.stdout,
    stderr: judge.stderr,
    feedback,
  } as const;
  const verdict: CheckVerdict = protocol.judge(run, testcase);
  if (!checker || verdict.kind === "failed" || verdict.check.verdict === "WA") return { verdict, nextInput };
  const found = (await box.get(`feedback/${FOUND}`, limitBytes)) ?? new Uint8Array();
  return checker.check(testcase, [found]);
}
