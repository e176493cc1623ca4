import { UsageError } from "../../../domain/errors.ts";
import type { PackageFindings } from "../../package-reading.ts";

/** A file that cannot be read is one finding among others; the error names it. */
export async function orReported<T>({ errors }: PackageFindings, read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    errors.push(error.message);
    return undefined;
  }
}
