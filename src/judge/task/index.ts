import type { Slot } from "../../sandbox/sandbox.ts";
import type { CheckerDeps } from "../open-checker.ts";
import type { CompiledSubmission, JudgedProblem } from "../run-submission.ts";
import { openBatch } from "./batch.ts";
import { openCommunication } from "./communication.ts";
import { openInteractive } from "./interactive.ts";
import type { TaskRunner } from "./task-runner.ts";
import { openTwoSteps } from "./two-steps.ts";

/** Makes a slot ready to run a submission in the way of its task. */
export function openTask(
  slot: Slot,
  submission: CompiledSubmission,
  problem: JudgedProblem,
  deps: CheckerDeps,
): Promise<TaskRunner> {
  const { task } = problem;
  switch (task.kind) {
    case "batch":
    case "answers":
      return openBatch(slot, submission, { ...problem, task }, deps);
    case "interactive":
      return openInteractive(slot, submission, { ...problem, task }, deps);
    case "communication":
      return openCommunication(slot, submission, { ...problem, task }, deps);
    case "two-steps":
      return openTwoSteps(slot, submission, { ...problem, task }, deps);
  }
}
