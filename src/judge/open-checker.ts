import type { ProblemLimits, Testcase } from "../domain/problem.ts";
import type { Checker } from "../domain/task.ts";
import type { Box, Slot } from "../sandbox/sandbox.ts";
import type { AnswerStore } from "./answer-store.ts";
import { compareByDefault } from "./checker/default-comparison.ts";
import { NEXT_PASS } from "./checker/kattis.ts";
import { type CheckVerdict, PROTOCOLS } from "./checker/protocol.ts";
import { openPackageProgram, type PackageProgramDeps } from "./package-program.ts";

export interface CheckerDeps extends PackageProgramDeps {
  readonly answers: AnswerStore;
}

/** A checker that is ready to judge outputs. */
export interface OpenChecker {
  /** Whether it works in a box of its own, and so not while a submission runs. */
  readonly usesBox: boolean;
  /** `passInput` is what the submission was given where it is not the testcase's own input. */
  check(testcase: Testcase, output: readonly Uint8Array[], passInput?: Uint8Array): Promise<CheckedPass>;
}

export interface CheckedPass {
  readonly verdict: CheckVerdict;
  /** The input of the next pass of a multi-pass problem, where another one is asked for. */
  readonly nextInput?: Uint8Array | undefined;
}

/** Where a judge's program finds its files in a box. */
export const CHECK_PATHS = {
  input: "/w/judge/input",
  output: "/w/judge/output",
  answer: "/w/judge/answer",
  feedback: "/w/feedback/",
};

/** The default comparison works on the bytes that are here; a checker of the package in a box of its own. */
export async function openChecker(
  slot: Slot,
  checker: Checker,
  limits: Omit<ProblemLimits, "timeLimitMs">,
  deps: CheckerDeps,
): Promise<OpenChecker> {
  if (checker.kind === "default") return defaultChecker(checker.comparison, deps.answers);
  const protocol = PROTOCOLS[checker.protocol];
  const program = await openPackageProgram(slot, checker.program, limits, deps);
  const { box } = program;
  let current: Testcase | undefined;
  return {
    usesBox: true,
    async check(testcase, output, passInput) {
      // Between the passes of one testcase everything that it left stays.
      if (current !== testcase) await box.empty("feedback");
      current = testcase;
      await placeInput(box, testcase, passInput);
      await box.place("judge/answer", testcase.answer);
      await box.put("judge/output", Buffer.concat(output), "read");
      const run = await program.run({
        args: protocol.argv(CHECK_PATHS, testcase.checkerArgs ?? []),
        stdin: protocol.stdin === "output" ? { kind: "put", name: "judge/output" } : { kind: "empty" },
      });
      const { feedback, nextInput } = await readFeedback(
        box,
        protocol.feedbackFiles,
        limits.validationOutputLimitBytes,
      );
      return { verdict: protocol.judge({ ...run, feedback }, testcase), nextInput };
    },
  };
}

function defaultChecker(
  comparison: Extract<Checker, { kind: "default" }>["comparison"],
  answers: AnswerStore,
): OpenChecker {
  return {
    usesBox: false,
    async check(testcase, output) {
      const answer = await answers.open(testcase.answer);
      const check = await compareByDefault(output, answer, testcase.comparison ?? comparison);
      return { verdict: { kind: "checked", check } };
    },
  };
}

export async function placeInput(box: Box, testcase: Testcase, passInput: Uint8Array | undefined): Promise<void> {
  if (passInput) await box.put("judge/input", passInput, "read");
  else await box.place("judge/input", testcase.input);
}

export interface Feedback {
  /** The files that the protocol asks for, as far as they are there. */
  readonly feedback: ReadonlyMap<string, string>;
  readonly nextInput: Uint8Array | undefined;
}

/** What a judge's program left; the input for a next pass is taken away, the rest stays for it. */
export async function readFeedback(box: Box, names: readonly string[], limitBytes: number): Promise<Feedback> {
  const feedback = new Map<string, string>();
  for (const name of names) {
    const bytes = await box.get(`feedback/${name}`, limitBytes);
    if (bytes) feedback.set(name, Buffer.from(bytes).toString("utf8"));
  }
  const nextInput = await box.get(`feedback/${NEXT_PASS}`, limitBytes);
  if (!nextInput) return { feedback, nextInput };
  await box.remove(`feedback/${NEXT_PASS}`);
  return { feedback: feedback.set(NEXT_PASS, ""), nextInput };
}
