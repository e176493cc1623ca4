import { PackageError } from "../domain/errors.ts";
import type { Grade, UngradedGroup } from "../domain/group-grading.ts";
import type { Problem } from "../domain/problem.ts";
import type { Verdict } from "../domain/verdict.ts";
import { describeOutcome } from "./exit-codes.ts";
import { openPackageProgram, type PackageProgramDeps } from "./package-program.ts";
import type { JudgeDeps } from "./test-program.ts";

const GRADE = /^(AC|WA|RTE|TLE|MLE|OLE)\s+(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)\s*$/;

/** Lets a package's own grader say what a group of the legacy Kattis format earns. */
export async function gradeByProgram(
  problem: Pick<Problem, "limits">,
  { group, results }: UngradedGroup,
  deps: JudgeDeps & PackageProgramDeps,
): Promise<Grade> {
  const { grader } = group;
  if (!grader) throw new Error(`group ${group.id} has no grader`);
  if (results.some(({ verdict }) => verdict === "JE")) return { verdict: "JE", score: 0 };
  return deps.sandbox.withSlot(async (slot) => {
    const program = await openPackageProgram(slot, grader.program, problem.limits, deps);
    const told = results.map(({ verdict, score }) => `${toldAs(verdict)} ${score}\n`).join("");
    await program.box.put("judge/results", Buffer.from(told, "utf8"), "read");
    const run = await program.run({ args: grader.flags, stdin: { kind: "put", name: "judge/results" } });
    const [, verdict, score] = GRADE.exec(run.stdout) ?? [];
    const isDone = run.outcome.kind === "exited" && run.outcome.exitCode === 0;
    if (isDone && verdict !== undefined) return { verdict: verdict as Verdict, score: Number(score) };
    const said = `${run.stdout}${run.stderr}`.trim().slice(0, 300);
    throw new PackageError(
      `${grader.program.path} ${describeOutcome(run.outcome)} and said "${said}" for ${group.id || "all groups"}; expected exit code 0 and a line "AC 42" or "WA 0"`,
    );
  }, deps);
}

/** Graders know four verdicts. */
function toldAs(verdict: Verdict): "AC" | "WA" | "RTE" | "TLE" {
  switch (verdict) {
    case "AC":
    case "PAC":
      return "AC";
    case "WA":
    case "TLE":
      return verdict;
    case "RTE":
    case "MLE":
    case "OLE":
      return "RTE";
    case "CE":
    case "JE":
      throw new Error(`a testcase that is ${verdict} is not graded`);
  }
}
