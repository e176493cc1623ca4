import type { PackageFiles } from "../package-files.ts";
import type { PackageReading } from "../package-reading.ts";
import { isIcpcPackage, readIcpcPackage } from "./icpc/read-icpc.ts";
import { isIoiPackage, readIoiPackage } from "./ioi/read-ioi.ts";
import { isPolygonPackage, readPolygonPackage } from "./polygon/read-polygon.ts";
import { isTpsPackage, readTpsPackage } from "./tps/read-tps.ts";

/** A way in which problems lie on disk. */
export interface PackageFormat {
  /** What it is called, and what it is known by. */
  readonly describe: string;
  /** The file at its top that every package has. */
  readonly descriptor: string;
  recognises(files: PackageFiles): boolean;
  read(files: PackageFiles): Promise<PackageReading>;
}

export const FORMATS = {
  icpc: {
    describe: "ICPC/Kattis problem package: problem.yaml",
    descriptor: "problem.yaml",
    recognises: isIcpcPackage,
    read: readIcpcPackage,
  },
  ioi: {
    describe: "IOI task package (CMS export): problem.json, subtasks/*.json, tests/*.in",
    descriptor: "problem.json",
    recognises: isIoiPackage,
    read: readIoiPackage,
  },
  tps: {
    describe: "TPS task: problem.json, subtasks.json, solutions.json",
    descriptor: "problem.json",
    recognises: isTpsPackage,
    read: readTpsPackage,
  },
  polygon: {
    describe: "Polygon package (Codeforces): problem.xml",
    descriptor: "problem.xml",
    recognises: isPolygonPackage,
    read: readPolygonPackage,
  },
} satisfies Record<string, PackageFormat>;

export type FormatName = keyof typeof FORMATS;

export const FORMAT_NAMES: readonly FormatName[] = ["icpc", "ioi", "tps", "polygon"];
