import { basename, extname } from "node:path/posix";
import { languageOfFile } from "../../../domain/language.ts";
import type { PackageProgram, SupportCode } from "../../../domain/program.ts";
import type { CheckerProtocol, Task } from "../../../domain/task.ts";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { readProgram } from "../../read-program.ts";
import { readChecker } from "./checker.ts";
import { filesIn, headersIn } from "./folder.ts";
import { orReported } from "./or-reported.ts";
import { type GraderPlaces, NO_SUPPORT_CODE, readSupportCode } from "./support-code.ts";
import type { TaskParameters } from "./task-parameters.ts";

export interface TaskPlaces {
  readonly graders: GraderPlaces;
  readonly managerFolder: string;
  /** What checkers speak, where the package says it. */
  readonly protocol: CheckerProtocol | undefined;
}

export interface TaskReading {
  readonly task: Task | undefined;
  readonly support: SupportCode;
}

export async function readTask(
  files: PackageFiles,
  parameters: TaskParameters,
  places: TaskPlaces,
  findings: PackageFindings,
): Promise<TaskReading> {
  const support = parameters.hasGrader ? await readSupportCode(files, places.graders, findings) : NO_SUPPORT_CODE;
  const task =
    parameters.type === "Communication"
      ? await readCommunication(files, parameters, places, findings)
      : await readChecked(files, parameters, places, findings);
  return { task, support };
}

async function readChecked(
  files: PackageFiles,
  { type, hasChecker }: TaskParameters,
  { protocol }: TaskPlaces,
  findings: PackageFindings,
): Promise<Task | undefined> {
  const checker = await readChecker(files, { hasChecker, protocol }, findings);
  if (!checker) return undefined;
  if (type === "OutputOnly") return { kind: "answers", checker };
  return type === "TwoSteps" ? { kind: "two-steps", checker } : { kind: "batch", checker, passes: 1 };
}

/** CMS knows no checker here; where a package has one, it decides about what the manager prints, as in TPS. */
async function readCommunication(
  files: PackageFiles,
  { hasChecker, processes, io }: TaskParameters,
  { managerFolder, protocol }: TaskPlaces,
  findings: PackageFindings,
): Promise<Task | undefined> {
  const manager = await readManager(files, managerFolder, findings);
  const isChecked = hasChecker ?? filesIn(files, "checker").length > 0;
  const checker = isChecked ? await readChecker(files, { hasChecker: true, protocol }, findings) : undefined;
  return manager && { kind: "communication", manager, processes, io, ...(checker && { checker }) };
}

async function readManager(
  files: PackageFiles,
  folder: string,
  findings: PackageFindings,
): Promise<PackageProgram | undefined> {
  const path = filesIn(files, folder).find(
    (candidate) => basename(candidate, extname(candidate)) === "manager" && languageOfFile(candidate),
  );
  if (path !== undefined) {
    const place = { path, beside: headersIn(files, folder) };
    return orReported(findings, () => readProgram(files, place, findings));
  }
  findings.errors.push(`${folder}/manager.cpp: missing: a Communication task needs its manager`);
  return undefined;
}
