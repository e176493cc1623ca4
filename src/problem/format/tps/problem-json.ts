import { z } from "zod";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { filesIn } from "../ioi/folder.ts";
import { checkerProtocol, scorePrecision, shortName } from "../ioi/problem-json.ts";
import { processCount, TASK_TYPES, type TaskParameters } from "../ioi/task-parameters.ts";

export const problemJson = z.looseObject({
  name: shortName,
  title: z.string(),
  type: z.enum(TASK_TYPES, `only tasks of the types ${TASK_TYPES.join(", ")} are judged here`),
  /** Seconds. */
  time_limit: z.number("expected a number of seconds").positive(),
  /** MiB. */
  memory_limit: z.number("expected a number of MiB").positive(),
  has_grader: z.boolean().optional(),
  grader_name: z.string().regex(/^\w+$/, "expected a file's name without its ending").default("grader"),
  has_manager: z.boolean().optional(),
  has_checker: z.boolean().optional(),
  num_processes: processCount.default(1),
  user_io: z.enum(["std_io", "fifo_io"]).optional(),
  score_precision: scorePrecision,
  checker_protocol: checkerProtocol,
  type_params: z.never("parameters for CMS are not read here").optional(),
  task_type_parameters: z.never("parameters for CMS are not read here").optional(),
});

export type ProblemJson = z.infer<typeof problemJson>;

/** The folders of graders, one for each language. */
export function graderFolders(files: PackageFiles): string[] {
  const folders = files.below("grader").flatMap((path) => /^grader\/[^/]+(?=\/)/.exec(path)?.[0] ?? []);
  return [...new Set(folders)];
}

export async function taskParametersOf(
  files: PackageFiles,
  json: ProblemJson,
  { errors }: PackageFindings,
): Promise<TaskParameters> {
  const { type, has_grader, has_manager, has_checker } = json;
  const isCommunication = type === "Communication";
  if ((has_manager ?? isCommunication) !== isCommunication)
    errors.push(`problem.json: has_manager: ${has_manager} is not judged here for ${type} tasks`);
  if (type === "OutputOnly" && has_grader)
    errors.push("problem.json: has_grader: true is not judged here for OutputOnly tasks");
  return {
    type,
    hasGrader: has_grader ?? type !== "OutputOnly",
    hasChecker: has_checker ?? !isCommunication,
    processes: json.num_processes,
    io: isCommunication && (await usesFifos(files, json)) ? "fifo" : "standard",
  };
}

const OPENS_ARGUMENT = /(open\s*\(|stream\s+\w+\s*[({])\s*(argv|args)\s*\[/;

/** TPS joined submissions by FIFOs on their command line at first, and by their standard streams later: the stub tells. */
async function usesFifos(files: PackageFiles, { user_io, grader_name }: ProblemJson): Promise<boolean> {
  if (user_io !== undefined) return user_io === "fifo_io";
  for (const path of graderFolders(files).flatMap((folder) => filesIn(files, folder)))
    if (path.includes(`/${grader_name}.`) && OPENS_ARGUMENT.test(await latin1(files, path))) return true;
  return false;
}

async function latin1(files: PackageFiles, path: string): Promise<string> {
  return Buffer.from(await files.bytes(path)).toString("latin1");
}
