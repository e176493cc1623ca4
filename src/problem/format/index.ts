import type { PackageFiles } from "../package-files.ts";
import type { PackageReading } from "../package-reading.ts";
import { isIcpcPackage, readIcpcPackage } from "./icpc.ts";

/** A way in which problems lie on disk. */
export interface PackageFormat {
  readonly describe: string;
  recognises(files: PackageFiles): boolean;
  read(files: PackageFiles): Promise<PackageReading>;
}

export const FORMATS = {
  icpc: { describe: "ICPC/Kattis problem package", recognises: isIcpcPackage, read: readIcpcPackage },
} satisfies Record<string, PackageFormat>;
