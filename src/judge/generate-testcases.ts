import { readFile } from "node:fs/promises";
import { PackageError } from "../domain/errors.ts";
import { type DataFile, EMPTY_FILE, type PackagedProblem, type Testcase, type TestRecipe } from "../domain/problem.ts";
import type { PackageProgram } from "../domain/program.ts";
import type { Slot } from "../sandbox/sandbox.ts";
import { describeOutcome } from "./exit-codes.ts";
import { outputOfSolution } from "./output-of-solution.ts";
import { openPackageProgram } from "./package-program.ts";
import type { PrepareDeps } from "./prepare-problem.ts";

/** Makes the testcases that a package describes but does not hold, with its own programs. */
export async function generateTestcases(
  problem: PackagedProblem,
  deps: PrepareDeps,
  onProgress: (what: string) => void,
): Promise<Testcase[]> {
  return deps.sandbox.withSlot(async (slot) => {
    const inputs = await makeInputs(problem, slot, deps, onProgress);
    const answers = await makeAnswers(problem, inputs, { slot, deps, onProgress });
    return problem.recipes.map((recipe): Testcase => {
      const { input: _, before: _before, after: _after, solution: _solution, ...testcase } = recipe;
      return {
        ...testcase,
        input: inputs.get(recipe) ?? EMPTY_FILE,
        answer: recipe.answer ?? answers.get(recipe) ?? EMPTY_FILE,
      };
    });
  }, deps);
}

type Made = Map<TestRecipe, DataFile>;

async function makeInputs(
  problem: PackagedProblem,
  slot: Slot,
  deps: PrepareDeps,
  onProgress: (what: string) => void,
): Promise<Made> {
  const inputs: Made = new Map();
  const keep = async (recipe: TestRecipe, make: () => Promise<Uint8Array>) => {
    const name = `${recipe.id}.in`;
    const known = await deps.prepared.file(problem.packageHash, name);
    inputs.set(recipe, known ?? (await deps.prepared.keepFile(problem.packageHash, name, await make())));
    onProgress(`${problem.id}: ${inputs.size}/${problem.recipes.length} inputs made`);
  };
  for (const recipe of problem.recipes) {
    const { input } = recipe;
    if (!("generator" in input)) await keep(recipe, async () => framed(recipe, await readFile(input.path)));
  }
  for (const [generator, recipes] of byProgram(problem.recipes, generatorOf)) {
    const program = await openPackageProgram(slot, generator, problem.limits, deps);
    for (const recipe of recipes) {
      const args = "generator" in recipe.input ? recipe.input.args : [];
      await keep(recipe, async () => {
        const chunks: Buffer[] = [];
        const onStdout = (chunk: Uint8Array) => chunks.push(Buffer.from(chunk));
        const { outcome, stderr } = await program.run({ args, stdin: { kind: "empty" }, onStdout });
        if (outcome.kind === "exited" && outcome.exitCode === 0) return framed(recipe, Buffer.concat(chunks));
        const said = stderr.trim().slice(0, 300);
        throw new PackageError(
          `${recipe.id}: ${generator.path} ${args.join(" ")} ${describeOutcome(outcome)}: ${said === "" ? "it says nothing" : said}`,
        );
      });
    }
  }
  return inputs;
}

async function makeAnswers(
  problem: PackagedProblem,
  inputs: Made,
  { slot, deps, onProgress }: { slot: Slot; deps: PrepareDeps; onProgress: (what: string) => void },
): Promise<Made> {
  const answers: Made = new Map();
  for (const [solution, recipes] of byProgram(problem.recipes, (recipe) => recipe.solution)) {
    const output = await outputOfSolution(slot, solution, problem, deps);
    for (const recipe of recipes) {
      const name = `${recipe.id}.ans`;
      const known = await deps.prepared.file(problem.packageHash, name);
      const input = inputs.get(recipe) ?? EMPTY_FILE;
      const made = known ?? (await deps.prepared.keepFile(problem.packageHash, name, await output(recipe, input)));
      answers.set(recipe, made);
      onProgress(`${problem.id}: ${answers.size}/${problem.recipes.length} answers made`);
    }
  }
  return answers;
}

/** Between what stands before and after it, with lines that end as on the judge's machine. */
async function framed({ before, after }: TestRecipe, input: Buffer): Promise<Uint8Array> {
  const text = Buffer.from(input.toString("latin1").replaceAll("\r\n", "\n"), "latin1");
  return Buffer.concat(
    [before ? await readFile(before.path) : "", text, after ? await readFile(after.path) : ""].map((part) =>
      Buffer.from(part),
    ),
  );
}

function generatorOf({ input }: TestRecipe): PackageProgram | undefined {
  return "generator" in input ? input.generator : undefined;
}

function byProgram(
  recipes: readonly TestRecipe[],
  programOf: (recipe: TestRecipe) => PackageProgram | undefined,
): Map<PackageProgram, TestRecipe[]> {
  const groups = new Map<PackageProgram, TestRecipe[]>();
  for (const recipe of recipes) {
    const program = programOf(recipe);
    if (program) groups.set(program, [...(groups.get(program) ?? []), recipe]);
  }
  return groups;
}
