import { z } from "zod";
import type { PackagedProblem } from "../../../domain/problem.ts";

const MIB = 1024 * 1024;

export const shortName = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/, "expected a short name of letters, digits, - and _: submissions are called after it");

export const scorePrecision = z
  .int("expected a number of digits from 0 to 9")
  .min(0, "expected a number of digits from 0 to 9")
  .max(9, "expected a number of digits from 0 to 9")
  .default(2);

/** Which protocol the checker speaks, where its testlib.h does not tell. */
export const checkerProtocol = z.enum(["cms", "testlib"]).optional();

/** What the format leaves open is set wide enough to matter to nobody who is honest. */
export function limitsWith(memoryLimitBytes: number): PackagedProblem["limits"] {
  return {
    memoryLimitBytes,
    outputLimitBytes: 64 * MIB,
    codeLimitBytes: 128 * 1024,
    compileTimeLimitMs: 60_000,
    compileMemoryLimitBytes: 2048 * MIB,
    validationTimeLimitMs: 60_000,
    validationMemoryLimitBytes: 2048 * MIB,
    validationOutputLimitBytes: 8 * MIB,
  };
}
