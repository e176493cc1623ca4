import { UsageError } from "../../../domain/errors.ts";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";

/** A file that cannot be used is one error among others; undefined then. */
export async function orFinding<T>({ errors }: PackageFindings, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    errors.push(error.message);
    return undefined;
  }
}

export function readText(files: PackageFiles, path: string, findings: PackageFindings): Promise<string | undefined> {
  return orFinding(findings, () => files.text(path));
}
