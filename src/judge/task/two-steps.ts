import type { TestcaseJudgement } from "../../domain/judgement.ts";
import type { Testcase } from "../../domain/problem.ts";
import type { Task } from "../../domain/task.ts";
import { type Box, inheritedPath, type Slot } from "../../sandbox/sandbox.ts";
import { factsOfCandidates } from "../classify-interaction.ts";
import { endedWell, judgementOf } from "../classify-run.ts";
import { type CheckerDeps, type OpenChecker, openChecker } from "../open-checker.ts";
import { type CompiledSubmission, type JudgedProblem, openRunBox, RUN_ENV, submissionArgv } from "../run-submission.ts";
import { candidateLimits, conversationLimits, inLanguage } from "./conversation.ts";
import type { TaskRunner } from "./task-runner.ts";

type TwoStepsProblem = JudgedProblem & { readonly task: Extract<Task, { kind: "two-steps" }> };

/** Two copies of the submission: the first reads the input and writes to a FIFO, the second reads that and writes the output. */
export async function openTwoSteps(
  slot: Slot,
  submission: CompiledSubmission,
  problem: TwoStepsProblem,
  deps: CheckerDeps,
): Promise<TaskRunner> {
  const checker = await openChecker(slot, problem.task.checker, problem.limits, deps);
  const box = await openRunBox(slot, submission, problem, 2 * problem.limits.memoryLimitBytes);
  return {
    lookAhead: 1,
    run: (testcase) => runSteps({ box, submission, problem, checker }, testcase),
    cancel: () => box.cancelRuns(),
  };
}

interface OpenTwoSteps {
  readonly box: Box;
  readonly submission: CompiledSubmission;
  readonly problem: TwoStepsProblem;
  readonly checker: OpenChecker;
}

async function runSteps(
  { box, submission, problem, checker }: OpenTwoSteps,
  testcase: Testcase,
): Promise<TestcaseJudgement | undefined> {
  const { limits } = problem;
  const { program } = submission;
  const output: Buffer[] = [];
  const common = { env: RUN_ENV, user: "candidate", ...candidateLimits(limits) } as const;
  const report = await box.interact({
    ...conversationLimits(limits, 2),
    participants: [
      {
        ...common,
        argv: submissionArgv(program, limits, ["0", inheritedPath(0)]),
        stdin: { kind: "file", file: testcase.input },
        stdout: { kind: "capture", onChunk: () => undefined },
        inherits: [{ pipe: 0, direction: "write" }],
      },
      {
        ...common,
        argv: submissionArgv(program, limits, ["1", inheritedPath(0)]),
        stdin: { kind: "empty" },
        stdout: { kind: "capture", onChunk: (chunk) => output.push(Buffer.from(chunk)) },
        inherits: [{ pipe: 0, direction: "read" }],
      },
    ],
  });
  if (report.participants.some(({ outcome }) => outcome.kind === "cancelled")) return undefined;
  const steps = report.participants.map((step) => inLanguage(step, program, limits));
  const facts = factsOfCandidates(steps);
  const checked = endedWell(facts) ? (await checker.check(testcase, output)).verdict : undefined;
  return judgementOf(testcase, facts, checked, limits);
}
