import type { z } from "zod";
import { messageOf, UsageError } from "../domain/errors.ts";
import { duplicateKeys } from "./duplicate-keys.ts";
import type { PackageFiles } from "./package-files.ts";
import type { PackageFindings } from "./package-reading.ts";
import { describeIssues } from "./schema-issues.ts";

/** Reads a JSON file of the package; undefined with errors in the findings where it is not as the schema says. */
export async function readJson<T>(
  files: PackageFiles,
  path: string,
  schema: z.ZodType<T>,
  findings: PackageFindings,
): Promise<T | undefined> {
  try {
    return parseJson(await files.text(path), path, schema, findings);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    findings.errors.push(error.message);
    return undefined;
  }
}

export function parseJson<T>(
  text: string,
  path: string,
  schema: z.ZodType<T>,
  { errors }: PackageFindings,
): T | undefined {
  const mistakes: string[] = [];
  const data = dataIn(text, mistakes);
  errors.push(...mistakes.map((mistake) => `${path}: ${mistake}`));
  if (mistakes.length > 0) return undefined;
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  errors.push(...describeIssues(parsed.error).map((issue) => `${path}: ${issue}`));
  return undefined;
}

function dataIn(text: string, mistakes: string[]): unknown {
  if (text.startsWith("\uFEFF")) {
    mistakes.push("not JSON: begins with a byte order mark, which has no place there");
    return undefined;
  }
  try {
    const data: unknown = JSON.parse(text);
    for (const { key, line } of duplicateKeys(text)) mistakes.push(`line ${line}: a second key "${key}"`);
    return data;
  } catch (error) {
    const message = messageOf(error);
    mistakes.push(`not JSON: ${message.replace(/\s+/g, " ")}${lineOf(text, message)}`);
    return undefined;
  }
}

/** Node tells the line in later versions only, and the position where it quotes no text. */
function lineOf(text: string, message: string): string {
  const position = /at position (\d+)$/.exec(message)?.[1];
  return position === undefined ? "" : ` (line ${text.slice(0, Number(position)).split("\n").length})`;
}
