import { stat } from "node:fs/promises";
import { messageOf, UsageError } from "../domain/errors.ts";
import type { Problem } from "../domain/problem.ts";
import { FORMATS } from "./format/index.ts";
import { PackageFiles } from "./package-files.ts";
import type { PackageReading } from "./package-reading.ts";

/** Reads a problem package in whatever format it has; tells everything that is wrong with it, not only the first thing. */
export async function readPackage(path: string): Promise<PackageReading> {
  const stats = await stat(path).catch((error: unknown) => {
    throw new UsageError(`there is no problem package ${path}: ${messageOf(error)}`, { cause: error });
  });
  if (!stats.isDirectory()) throw new UsageError(`${path} is a file: expected the folder of a problem package`);
  const files = await PackageFiles.list(path).catch((error: unknown) => {
    throw new UsageError(`${path} cannot be read: ${messageOf(error)}`, { cause: error });
  });
  const format = Object.values(FORMATS).find((candidate) => candidate.recognises(files));
  if (!format)
    throw new UsageError(
      `${path} is not a problem package: expected ${Object.values(FORMATS)
        .map((known) => known.describe)
        .join(", ")} (a folder with problem.yaml)`,
    );
  return format.read(files);
}

/** A problem that can be used, or a UsageError with the list of what is wrong. */
export async function readProblem(path: string): Promise<Problem> {
  const { problem, errors } = await readPackage(path);
  if (problem) return problem;
  throw new UsageError(
    `${path} has ${errors.length === 1 ? "an error" : `${errors.length} errors`}:\n${errors.map((error) => `  ${error}`).join("\n")}`,
  );
}
