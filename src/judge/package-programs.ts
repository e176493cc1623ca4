import type { PackagedProblem } from "../domain/problem.ts";
import type { PackageProgram } from "../domain/program.ts";
import type { TestGroup } from "../domain/scoring-rule.ts";
import type { Checker, Task } from "../domain/task.ts";

/** All programs of a package that are compiled by themselves, without the grader of submissions; each once. */
export function packagePrograms(problem: PackagedProblem): readonly PackageProgram[] {
  const programs = [
    ...programsOfTask(problem.task),
    ...problem.inputValidators,
    ...problem.recipes.flatMap(({ input }) => ("generator" in input ? input.generator : [])),
    ...(problem.scoring.kind === "groups" ? gradersOf(problem.scoring.root) : []),
  ];
  return [...new Map(programs.map((program) => [program.path, program])).values()];
}

function programsOfTask(task: Task): PackageProgram[] {
  switch (task.kind) {
    case "batch":
    case "two-steps":
    case "answers":
      return programOf(task.checker);
    case "interactive": {
      const { interactor } = task;
      return [interactor.program, ...(interactor.protocol === "testlib" ? programOf(interactor.checker) : [])];
    }
    case "communication":
      return [task.manager, ...(task.checker ? programOf(task.checker) : [])];
  }
}

function programOf(checker: Checker): PackageProgram[] {
  return checker.kind === "program" ? [checker.program] : [];
}

function gradersOf({ grader, items }: TestGroup): PackageProgram[] {
  const inner = items.flatMap((item) => (typeof item === "string" ? [] : gradersOf(item)));
  return grader ? [grader.program, ...inner] : inner;
}
