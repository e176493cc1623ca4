import { z } from "zod";

const MIB = 1024 * 1024;
const positive = z.number().positive();

/** `problem.yaml` of the ICPC/Kattis package format, as far as it is read. Unknown keys are other tools' business. */
export const problemYaml = z.looseObject({
  problem_format_version: z.enum(["legacy", "legacy-icpc", "2023-07-draft", "2023-07", "2025-09"]).default("legacy"),
  name: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
  type: z.union([z.string(), z.array(z.string())]).default("pass-fail"),
  validation: z.string().default("default"),
  validator_flags: z.string().default(""),
  limits: z
    .looseObject({
      /** Seconds. */
      time_limit: positive.optional(),
      /** MiB, as the three after it. */
      memory: positive.default(2048),
      output: positive.default(8),
      compilation_memory: positive.default(2048),
      /** KiB. */
      code: positive.default(128),
      /** Seconds. */
      compilation_time: positive.default(60),
    })
    .prefault({}),
});

export type ProblemYaml = z.infer<typeof problemYaml>;

/** `test_group.yaml` of 2025-09 and `testdata.yaml` before it, as far as they are read. */
export const testGroupYaml = z.looseObject({
  output_validator_args: z.union([z.string(), z.array(z.string())]).optional(),
  output_validator_flags: z.string().optional(),
});

export function limitsOf(limits: ProblemYaml["limits"], timeLimitSeconds: number) {
  return {
    timeLimitMs: timeLimitSeconds * 1000,
    memoryLimitBytes: limits.memory * MIB,
    outputLimitBytes: limits.output * MIB,
    codeLimitBytes: limits.code * 1024,
    compileTimeLimitMs: limits.compilation_time * 1000,
    compileMemoryLimitBytes: limits.compilation_memory * MIB,
  };
}
