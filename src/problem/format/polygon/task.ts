import type { PackageProgram } from "../../../domain/program.ts";
import type { Checker, InputValidator, Task } from "../../../domain/task.ts";
import { at, DESCRIPTOR_PATH, type SourceEntry } from "./descriptor.ts";
import type { PolygonPackage } from "./polygon-package.ts";
import { readSource } from "./read-source.ts";

const STANDARD_STREAMS = new Map([
  ["input-file", "stdin"],
  ["output-file", "stdout"],
] as const);

/** How a submission is run and who decides; undefined with errors in the findings when that is nothing that is run here. */
export async function readTask(pkg: PolygonPackage): Promise<Task | undefined> {
  refuseUnread(pkg);
  const checker = await readChecker(pkg);
  const { interactor } = pkg.descriptor.assets;
  if (!interactor) return checker && { kind: "batch", checker, passes: 1 };
  const program = await readSource(pkg, interactor.source, "interactor");
  if (!program || !checker) return undefined;
  return { kind: "interactive", interactor: { protocol: "testlib", program, checker }, passes: 1 };
}

export async function readValidators(pkg: PolygonPackage): Promise<InputValidator[]> {
  const validators: InputValidator[] = [];
  for (const { source } of pkg.descriptor.assets.validators) {
    const program = await readSource(pkg, source, "validator");
    if (program) validators.push({ ...program, protocol: "testlib" });
  }
  if (pkg.descriptor.assets.validators.length === 0)
    pkg.findings.warnings.push(`${DESCRIPTOR_PATH}: assets/validators: none: inputs are not checked`);
  return validators;
}

/** What is in the format but would be judged wrong here is refused by name. */
function refuseUnread({ descriptor, findings: { errors } }: PolygonPackage): void {
  const { judging, assets, tags } = descriptor;
  for (const [attribute, stream] of STANDARD_STREAMS) {
    const file = judging[attribute];
    if (file !== "" && file !== stream)
      errors.push(
        `${at(judging)}: judging/${attribute}: submissions that use the file ${file} are not run: expected ${stream}`,
      );
  }
  if (judging["run-count"] !== "1" || tags.some(({ value }) => value === "run-twice"))
    errors.push(`${at(judging)}: judging/run-count: submissions that are run twice are not judged: expected 1`);
  if (assets.scorer) errors.push(`${at(assets.scorer)}: assets/scorer: a program that gives the score is not run here`);
}

async function readChecker(pkg: PolygonPackage): Promise<Checker | undefined> {
  const { checker } = pkg.descriptor.assets;
  const { files, findings } = pkg;
  if (!checker) {
    findings.errors.push(`${at(pkg.descriptor.assets)}: assets/checker: missing`);
    return undefined;
  }
  if (checker.type !== "testlib") {
    findings.errors.push(`${at(checker)}: assets/checker: type ${checker.type} is not known: expected testlib`);
    return undefined;
  }
  const sources = [checker.source, checker.copy].filter((source): source is SourceEntry => source !== undefined);
  const source = sources.find(({ path }) => files.has(path)) ?? sources[0];
  if (source && (files.has(source.path) || checker.name === undefined)) {
    const program = await readSource(pkg, source, "checker");
    return program && { kind: "program", protocol: "testlib", program };
  }
  const standard = checker.name?.replace(/^std::/, "");
  findings.errors.push(
    `${at(checker)}: assets/checker: ${source ? `${source.path} is missing` : "no source"}${
      standard ? `: put testlib's checkers/${standard} there` : ""
    }`,
  );
  return undefined;
}

/** Whether a program asks testlib which test set or group the test is of; older ones refuse to be told. */
export function asksForGroup(program: { readonly source: string }): boolean {
  return /\bchecker\s*\.\s*(group|testset)\s*\(/.test(program.source);
}

/** Whether a program can answer with points, and not only with right or wrong. */
export function givesPoints(program: { readonly source: string }): boolean {
  return /\b(quitp|quitpi|_points|_pc)\b/.test(program.source);
}

/** The checker, where it is a program. */
export function checkerOf(task: Task): PackageProgram | undefined {
  const checker =
    task.kind === "batch"
      ? task.checker
      : task.kind === "interactive" && task.interactor.protocol === "testlib"
        ? task.interactor.checker
        : undefined;
  return checker?.kind === "program" ? checker.program : undefined;
}
