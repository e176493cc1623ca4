import type { z } from "zod";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { parseYaml } from "../../read-yaml.ts";
import { type Constants, replaceConstants } from "./constants.ts";
import { readText } from "./or-finding.ts";

/** Constants are replaced in the text, before it is parsed; undefined with errors where it is not as it should be. */
export async function readYamlWithConstants<T>(
  files: PackageFiles,
  { path, constants }: { readonly path: string; readonly constants: Constants },
  schema: z.ZodType<T>,
  findings: PackageFindings,
): Promise<T | undefined> {
  const text = await readText(files, path, findings);
  return text === undefined ? undefined : parseYaml(replaceConstants(text, constants), path, schema, findings);
}
