import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import type { Descriptor, Testset } from "./descriptor.ts";

/** A package whose descriptor has been read, and what has been found wrong with it so far. */
export interface PolygonPackage {
  readonly files: PackageFiles;
  readonly findings: PackageFindings;
  readonly descriptor: Descriptor;
  /** The one that is judged. */
  readonly testset: Testset;
}
