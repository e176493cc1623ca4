import { z } from "zod";
import { messageOf } from "../../../domain/errors.ts";
import type { PackageFindings } from "../../package-reading.ts";

export const TASK_TYPES = ["Batch", "Communication", "OutputOnly", "TwoSteps"] as const;

export type TaskType = (typeof TASK_TYPES)[number];

/** What kind of task it is, in CMS's words. */
export interface TaskParameters {
  readonly type: TaskType;
  /** Whether submissions are compiled together with a grader or stub. */
  readonly hasGrader: boolean;
  /** Whether a checker decides; undefined where it follows from there being one. */
  readonly hasChecker: boolean | undefined;
  readonly processes: number;
  readonly io: "standard" | "fifo";
}

export const processCount = z
  .int("expected a whole number from 1 to 8")
  .min(1, "expected a whole number from 1 to 8")
  .max(8, "expected a whole number from 1 to 8");

const onlyStandardStreams = z
  .literal("", "input and output in named files are not judged here, only standard input and output")
  .optional();
const outputEval = z.enum(["diff", "comparator"]).optional();

const PARAMETERS = {
  Batch: z.strictObject({
    compilation: z.enum(["grader", "alone"]).default("grader"),
    io_0_inputfile: onlyStandardStreams,
    io_1_outputfile: onlyStandardStreams,
    output_eval: outputEval,
    user_managers: z.unknown().optional(),
  }),
  Communication: z.strictObject({
    num_processes: processCount.default(1),
    compilation: z.enum(["stub", "alone"]).default("stub"),
    user_io: z.enum(["std_io", "fifo_io"]).default("std_io"),
    user_managers: z.unknown().optional(),
  }),
  OutputOnly: z.strictObject({ output_eval: outputEval }),
  TwoSteps: z.strictObject({ output_eval: outputEval }),
} satisfies Record<TaskType, z.ZodType>;

const PLACE = "problem.json: task_type_params";

/** Reads the parameters, which are JSON in a string (protocol version 1) or a list in CMS's order (version 2). */
export function readTaskParameters(
  type: TaskType,
  params: unknown,
  findings: PackageFindings,
): TaskParameters | undefined {
  const named = namedParameters(type, params, findings);
  if (!named) return undefined;
  const parsed = PARAMETERS[type].safeParse(named);
  if (!parsed.success) {
    for (const issue of parsed.error.issues)
      findings.errors.push(
        `${PLACE}: ${[prefixOf(type), ...issue.path].join("_").replace("__", "_")}: ${issue.message}`,
      );
    return undefined;
  }
  const {
    compilation,
    output_eval,
    num_processes = 1,
    user_io,
  } = parsed.data as Partial<
    z.infer<(typeof PARAMETERS)["Batch"]> & Omit<z.infer<(typeof PARAMETERS)["Communication"]>, "compilation">
  > & { compilation?: string };
  return {
    type,
    hasGrader: type === "TwoSteps" || (compilation !== undefined && compilation !== "alone"),
    hasChecker: output_eval === undefined ? undefined : output_eval === "comparator",
    processes: num_processes,
    io: user_io === "fifo_io" ? "fifo" : "standard",
  };
}

function prefixOf(type: TaskType): string {
  return `task_type_parameters_${type}_`;
}

function namedParameters(
  type: TaskType,
  params: unknown,
  findings: PackageFindings,
): Record<string, unknown> | undefined {
  const value = typeof params === "string" ? parsedJson(params, findings) : params;
  if (value === undefined || value === null) return {};
  if (Array.isArray(value)) return fromList(type, value);
  if (typeof value !== "object") {
    findings.errors.push(`${PLACE}: expected an object or a list, as JSON in a string, got ${typeof value}`);
    return undefined;
  }
  return withoutPrefix(type, value, findings);
}

function parsedJson(text: string, { errors }: PackageFindings): unknown {
  if (text.trim() === "") return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    errors.push(`${PLACE}: not JSON: ${messageOf(error)}`);
    return undefined;
  }
}

function withoutPrefix(type: TaskType, value: object, { errors, warnings }: PackageFindings): Record<string, unknown> {
  const own: Record<string, unknown> = {};
  for (const [key, parameter] of Object.entries(value)) {
    if (key.startsWith(prefixOf(type))) own[key.slice(prefixOf(type).length)] = parameter;
    else if (TASK_TYPES.some((other) => key.startsWith(prefixOf(other))))
      warnings.push(`${PLACE}: ${key}: passed over: it is for another task type than ${type}`);
    else errors.push(`${PLACE}: ${key}: unknown, expected names that begin with ${prefixOf(type)}`);
  }
  return own;
}

function fromList(type: TaskType, list: readonly unknown[]): Record<string, unknown> {
  const names = {
    Batch: ["compilation", "io", "output_eval"],
    Communication: ["num_processes", "compilation", "user_io"],
    OutputOnly: ["output_eval"],
    TwoSteps: ["output_eval"],
  } satisfies Record<TaskType, string[]>;
  const named: Record<string, unknown> = {};
  for (const [index, value] of list.entries()) {
    const name = names[type][index] ?? `${index}`;
    if (name === "io" && Array.isArray(value)) [named["io_0_inputfile"], named["io_1_outputfile"]] = value;
    else named[name] = value;
  }
  return named;
}
