import { basename, extname, normalize } from "node:path/posix";
import { languageOfFile } from "../../../domain/language.ts";
import type { TestRecipe } from "../../../domain/problem.ts";
import type { PackageProgram } from "../../../domain/program.ts";
import type { Task } from "../../../domain/task.ts";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { readProgram } from "../../read-program.ts";
import { filesIn, headersIn } from "../ioi/folder.ts";
import { orReported } from "../ioi/or-reported.ts";
import { subtaskIdsByTestcase } from "../ioi/subtasks.ts";
import { kindOf, pointsIn } from "../ioi/tests.ts";
import type { ScriptedTest } from "./generation-script.ts";
import type { TestSuite } from "./test-suite.ts";
import type { Validation } from "./validators.ts";

export interface RecipeContext {
  /** Prints the answers; undefined where the task needs none. */
  readonly solution: PackageProgram | undefined;
  readonly sampleIds: ReadonlySet<string>;
  readonly validation: Validation;
  readonly task: Task | undefined;
}

/** How TPS would make the testcases: copied or generated, between `gen/input.header` and `gen/input.footer`. */
export async function recipesOf(
  files: PackageFiles,
  { script, testcaseIdsBySubtask }: TestSuite,
  { solution, sampleIds, validation, task }: RecipeContext,
  findings: PackageFindings,
): Promise<TestRecipe[]> {
  const [before, after] = await Promise.all(
    ["gen/input.header", "gen/input.footer"].map((path) => (files.has(path) ? files.data(path) : undefined)),
  );
  const generators = new Generators(files, findings);
  const subtaskIdsOf = subtaskIdsByTestcase(testcaseIdsBySubtask);
  const recipes: TestRecipe[] = [];
  for (const test of script?.tests ?? []) {
    const input = await inputOf(files, test, generators, findings);
    if (!input) continue;
    recipes.push({
      ...{ id: test.id, kind: kindOf(test.id, sampleIds), input, solution },
      ...(before && { before }),
      ...(after && { after }),
      ...pointsIn(task),
      validatorRuns: validation.runsFor(subtaskIdsOf.get(test.id) ?? []),
    });
  }
  return recipes;
}

async function inputOf(
  files: PackageFiles,
  { words: [command, ...args], line }: ScriptedTest,
  generators: Generators,
  findings: PackageFindings,
): Promise<TestRecipe["input"] | undefined> {
  if (command !== "manual" && command !== "copy") {
    const generator = await generators.named(command, line);
    return generator && { generator, args };
  }
  const path = normalize(`gen/${command === "manual" ? "manual/" : ""}${args[0]}`);
  if (args.length === 1 && files.has(path)) return orReported(findings, () => files.data(path));
  findings.errors.push(
    `gen/data:${line}: ${args.length === 1 ? `there is no ${path}` : `expected one file after ${command}, got ${args.length}`}`,
  );
  return undefined;
}

/** The generators of `gen/`, each read once. */
class Generators {
  readonly #files: PackageFiles;
  readonly #findings: PackageFindings;
  readonly #known = new Map<string, PackageProgram | undefined>();

  constructor(files: PackageFiles, findings: PackageFindings) {
    this.#files = files;
    this.#findings = findings;
  }

  async named(name: string, line: number): Promise<PackageProgram | undefined> {
    if (!this.#known.has(name)) this.#known.set(name, await this.#read(name, line));
    return this.#known.get(name);
  }

  async #read(name: string, line: number): Promise<PackageProgram | undefined> {
    const path = filesIn(this.#files, "gen").find(
      (candidate) => basename(candidate, extname(candidate)) === name && languageOfFile(candidate),
    );
    const place = path !== undefined && { path, beside: headersIn(this.#files, "gen") };
    if (place) return orReported(this.#findings, () => readProgram(this.#files, place, this.#findings));
    this.#findings.errors.push(
      `gen/data:${line}: there is no generator gen/${name} in a language that is judged here, for example gen/${name}.cpp`,
    );
    return undefined;
  }
}
