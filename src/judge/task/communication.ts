import type { TestcaseJudgement } from "../../domain/judgement.ts";
import type { Testcase } from "../../domain/problem.ts";
import type { Task } from "../../domain/task.ts";
import { type Box, inheritedPath, type Participant, pipePath, type Slot } from "../../sandbox/sandbox.ts";
import { PROTOCOLS } from "../checker/protocol.ts";
import { classifyInteraction } from "../classify-interaction.ts";
import { type CheckerDeps, type OpenChecker, openChecker } from "../open-checker.ts";
import { compilePackageProgram, packageProgramArgv, placePackageProgram } from "../package-program.ts";
import { type CompiledSubmission, type JudgedProblem, openRunBox, RUN_ENV, submissionArgv } from "../run-submission.ts";
import {
  candidateLimits,
  conversationJudgement,
  conversationLimits,
  inLanguage,
  judgesLimits,
} from "./conversation.ts";
import type { TaskRunner } from "./task-runner.ts";

type CommunicationProblem = JudgedProblem & { readonly task: Extract<Task, { kind: "communication" }> };

/** Of what a manager prints, and a checker may have to read. */
const KEPT_BYTES = 64 * 1024 * 1024;

/** Process i of the submission hears on pipe 2i and speaks on pipe 2i + 1. */
const toProcess = (process: number) => 2 * process;
const fromProcess = (process: number) => 2 * process + 1;

/** Copies of the submission talk with the package's manager through FIFOs, and it gives the score. */
export async function openCommunication(
  slot: Slot,
  submission: CompiledSubmission,
  problem: CommunicationProblem,
  deps: CheckerDeps,
): Promise<TaskRunner> {
  const { limits, task } = problem;
  const artifact = await compilePackageProgram(slot, task.manager, limits, deps);
  const checker = task.checker && (await openChecker(slot, task.checker, limits, deps));
  const memoryBytes = task.processes * limits.memoryLimitBytes + limits.validationMemoryLimitBytes;
  const box = await openRunBox(slot, submission, problem, memoryBytes);
  await placePackageProgram(box, task.manager, artifact);
  return {
    lookAhead: 1,
    run: (testcase) => converse({ box, submission, problem, checker }, testcase),
    cancel: () => box.cancelRuns(),
  };
}

interface OpenCommunication {
  readonly box: Box;
  readonly submission: CompiledSubmission;
  readonly problem: CommunicationProblem;
  readonly checker: OpenChecker | undefined;
}

async function converse(open: OpenCommunication, testcase: Testcase): Promise<TestcaseJudgement | undefined> {
  const { box, submission, problem, checker } = open;
  const { limits, task } = problem;
  const printed: Buffer[] = [];
  await box.empty("feedback");
  const processes = Array.from({ length: task.processes }, (_, process) => processOf(open, process));
  const report = await box.interact({
    ...conversationLimits(limits, task.processes),
    participants: [...processes, managerOf(problem, testcase, (chunk) => printed.push(Buffer.from(chunk)))],
  });
  const manager = report.participants.at(-1);
  if (!manager) throw new Error("a conversation without its manager");
  const candidates = report.participants
    .slice(0, -1)
    .map((candidate) => inLanguage(candidate, submission.program, limits));
  const stdout = Buffer.concat(printed);
  // With a checker the manager prints an output, and only its ending speaks for itself.
  const said = checker ? "1" : stdout.toString("utf8", 0, 64 * 1024);
  const judge = { ...manager, stdout: said };
  const known = classifyInteraction(candidates, judge, "cms", limits);
  if (!known) return undefined;
  if (known.kind !== "judge-decides") return conversationJudgement(testcase, candidates, known, limits);
  if (checker)
    return conversationJudgement(testcase, candidates, (await checker.check(testcase, [stdout])).verdict, limits);
  const run = { role: "manager", ...judge, feedback: new Map<string, string>() } as const;
  return conversationJudgement(testcase, candidates, PROTOCOLS.cms.judge(run, testcase), limits);
}

/** CMS tells a process its number only where there are several. */
function processOf({ submission, problem }: OpenCommunication, process: number): Participant {
  const { limits, task } = problem;
  const number = task.processes > 1 ? [String(process)] : [];
  const common = { env: RUN_ENV, user: "candidate", ...candidateLimits(limits) } as const;
  if (task.io === "standard") {
    return {
      ...common,
      argv: submissionArgv(submission.program, limits, number),
      stdin: { kind: "pipe", pipe: toProcess(process) },
      stdout: { kind: "pipe", pipe: fromProcess(process) },
    };
  }
  return {
    ...common,
    argv: submissionArgv(submission.program, limits, [inheritedPath(0), inheritedPath(1), ...number]),
    stdin: { kind: "empty" },
    stdout: { kind: "capture", onChunk: () => undefined },
    inherits: [
      { pipe: toProcess(process), direction: "read" },
      { pipe: fromProcess(process), direction: "write" },
    ],
  };
}

/** It is given the FIFOs of each process: the one that it hears on before the one that it speaks on. */
function managerOf(
  { limits, task }: CommunicationProblem,
  testcase: Testcase,
  onChunk: (chunk: Uint8Array) => void,
): Participant {
  const numbers = Array.from({ length: task.processes }, (_, process) => process);
  let kept = 0;
  const { cpuMs, memoryBytes } = judgesLimits(limits);
  return {
    argv: [
      ...packageProgramArgv(task.manager, limits),
      ...numbers.flatMap((process) => [pipePath(fromProcess(process)), pipePath(toProcess(process))]),
    ],
    env: RUN_ENV,
    user: "judge",
    cpuMs,
    memoryBytes,
    stdin: { kind: "file", file: testcase.input },
    stdout: {
      kind: "capture",
      onChunk: (chunk) => {
        kept += chunk.length;
        if (kept <= KEPT_BYTES) onChunk(chunk);
      },
    },
    opens: numbers.flatMap((process) => [
      { pipe: fromProcess(process), direction: "read" as const },
      { pipe: toProcess(process), direction: "write" as const },
    ]),
  };
}
