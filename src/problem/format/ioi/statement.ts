import { basename } from "node:path/posix";
import { UsageError } from "../../../domain/errors.ts";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { htmlToMarkdown } from "../../statement/html-to-markdown.ts";
import { markdownStatement } from "../../statement/markdown-statement.ts";
import { pdfToText } from "../../statement/pdf-to-text.ts";
import { type StatementText, UnreadableStatement } from "../../statement/statement-text.ts";
import { texToMarkdown } from "../../statement/tex-to-markdown.ts";

/** Best first: what keeps formulas and tables. */
const ENDINGS = [".md", ".html", ".tex", ".pdf"] as const;
const IS_ENGLISH = /(^|[^a-z])(en|eng|english)([^a-z]|$)/i;

/** Reads the statement in English, or else the one that is called `index`, or any; a package may have none. */
export async function readStatement(
  files: PackageFiles,
  folder: string,
  { warnings }: PackageFindings,
): Promise<string> {
  for (const path of candidatesIn(files, folder)) {
    try {
      const statement = await convert(files, path);
      warnings.push(...statement.warnings.map((warning) => `${path}: ${warning}`));
      if (statement.markdown !== "") return statement.markdown;
      warnings.push(`${path}: no text in it`);
    } catch (error) {
      if (!(error instanceof UnreadableStatement || error instanceof UsageError)) throw error;
      warnings.push(`${path}: passed over: ${error.message}`);
    }
  }
  warnings.push(`${folder}/: no statement`);
  return "";
}

function candidatesIn(files: PackageFiles, folder: string): string[] {
  const rank = (path: string) => (IS_ENGLISH.test(basename(path)) ? 0 : /^index\./.test(basename(path)) ? 1 : 2);
  const format = (path: string) => ENDINGS.findIndex((ending) => path.endsWith(ending));
  return files
    .below(folder)
    .filter((path) => format(path) >= 0)
    .sort((a, b) => rank(a) - rank(b) || format(a) - format(b));
}

async function convert(files: PackageFiles, path: string): Promise<StatementText> {
  if (path.endsWith(".pdf")) return pdfToText(await files.bytes(path));
  const text = await files.text(path);
  if (path.endsWith(".md")) return markdownStatement(text);
  return path.endsWith(".html") ? htmlToMarkdown(text) : texToMarkdown(text);
}
