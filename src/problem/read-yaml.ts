import { type Document, parseDocument } from "yaml";
import type { z } from "zod";
import { messageOf, UsageError } from "../domain/errors.ts";
import type { PackageFiles } from "./package-files.ts";
import type { PackageFindings } from "./package-reading.ts";
import { describeIssues } from "./schema-issues.ts";

/** Parsing takes many times the file's size in memory. */
const MAX_CHARACTERS = 1024 * 1024;

/** Reads a YAML file of the package; undefined with errors in the findings where it is not as the schema says. */
export async function readYaml<T>(
  files: PackageFiles,
  path: string,
  schema: z.ZodType<T>,
  findings: PackageFindings,
): Promise<T | undefined> {
  try {
    return parseYaml(await files.text(path), path, schema, findings);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    findings.errors.push(error.message);
    return undefined;
  }
}

/** The same for a text that is not as it stands in the file. An empty text is an empty map. */
export function parseYaml<T>(
  text: string,
  path: string,
  schema: z.ZodType<T>,
  { errors }: PackageFindings,
): T | undefined {
  if (text.length > MAX_CHARACTERS) {
    errors.push(`${path}: ${text.length} characters, expected at most ${MAX_CHARACTERS} of YAML`);
    return undefined;
  }
  const mistakes: string[] = [];
  const data = dataIn(text, mistakes);
  errors.push(...mistakes.map((mistake) => `${path}: not YAML: ${mistake}`));
  if (mistakes.length > 0) return undefined;
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  errors.push(...describeIssues(parsed.error).map((issue) => `${path}: ${issue}`));
  return undefined;
}

function dataIn(text: string, mistakes: string[]): unknown {
  try {
    const document: Document = parseDocument(text, { uniqueKeys: true, logLevel: "error" });
    // Warnings are about tags that have no meaning here.
    for (const { message } of [...document.errors, ...document.warnings]) mistakes.push(firstLine(message));
    return mistakes.length > 0 ? undefined : (document.toJS({ maxAliasCount: 100 }) ?? {});
  } catch (error) {
    mistakes.push(error instanceof RangeError ? "nested too deeply" : firstLine(messageOf(error)));
    return undefined;
  }
}

function firstLine(message: string): string {
  return (message.split("\n", 1)[0] ?? "").replace(/:$/, "");
}
