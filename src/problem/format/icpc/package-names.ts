import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";

const PACKAGE_NAME = /^[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,254}$/;

/** Files and folders with other names are, says the format, as if they were not there. */
export function isPackageName(name: string): boolean {
  return PACKAGE_NAME.test(name);
}

/** Tells what is left out that may have been meant to count. */
export function reportNamesPassedOver(files: PackageFiles, { warnings }: PackageFindings): void {
  for (const path of files.paths) {
    const isOfConcern = /^(data\/.*\.(in|ans)|(submissions|input_validators|output_validators?|include)\/.*)$/.test(
      path,
    );
    const names = path.split("/");
    const isHidden = names.some((name) => name.startsWith("."));
    if (isOfConcern && !isHidden && !names.every(isPackageName))
      warnings.push(`${path}: passed over, as its name has other characters than letters, digits, "_", "-" and "."`);
  }
}
