import { basename, dirname } from "node:path/posix";
import type { PackageFiles } from "../../package-files.ts";

/** The files directly in a folder. */
export function filesIn(files: PackageFiles, folder: string): string[] {
  return files.below(folder).filter((path) => dirname(path) === folder);
}

/** What programs of a folder may include; testlib.h is added where it is. */
export function headersIn(files: PackageFiles, folder: string): string[] {
  return filesIn(files, folder).filter((path) => isHeader(path) && basename(path) !== "testlib.h");
}

export function isHeader(path: string): boolean {
  return /\.(h|hh|hpp|hxx|inc)$/i.test(path);
}
