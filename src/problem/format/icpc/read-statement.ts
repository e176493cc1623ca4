import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { htmlToMarkdown } from "../../statement/html-to-markdown.ts";
import { markdownStatement } from "../../statement/markdown-statement.ts";
import { pdfToText } from "../../statement/pdf-to-text.ts";
import { type StatementText, UnreadableStatement } from "../../statement/statement-text.ts";
import { texToMarkdown } from "../../statement/tex-to-markdown.ts";
import { orFinding, readText } from "./or-finding.ts";
import type { PackageSettings } from "./problem-yaml.ts";

export interface PackageStatement {
  readonly markdown: string;
  readonly name: string | undefined;
}

interface StatementFile {
  readonly path: string;
  readonly language: string;
  readonly ending: string;
}

/** In the order in which they are preferred. */
const ENDINGS = ["tex", "md", "html", "pdf"];

/** The English statement, else that of the first language; a PDF only where there is nothing else. */
export async function readStatement(
  files: PackageFiles,
  settings: PackageSettings,
  findings: PackageFindings,
): Promise<PackageStatement> {
  const [file] = listStatements(files).sort((a, b) => rank(a) - rank(b));
  if (!file) {
    // Of the legacy packages that DOMjudge exports, many have none.
    const { errors, warnings } = findings;
    const mistakes = settings.version.generation === "legacy" ? warnings : errors;
    mistakes.push("statement/: no problem.en.tex, problem.en.md or problem.en.pdf");
    return { markdown: "", name: nameIn(settings, "en", undefined) };
  }
  const text = await convert(files, file, settings, findings);
  for (const warning of text?.warnings ?? []) findings.warnings.push(`${file.path}: ${warning}`);
  return { markdown: text?.markdown ?? "", name: nameIn(settings, file.language, text?.title) };
}

function nameIn({ names }: PackageSettings, language: string, title: string | undefined): string | undefined {
  return names.get(language) ?? names.get("en") ?? title ?? [...names.values()][0];
}

/** Conversations with the judge that the statement shows. */
export async function readSampleInteractions(files: PackageFiles, findings: PackageFindings): Promise<string[]> {
  const interactions: string[] = [];
  for (const path of files.below("data/sample").filter((candidate) => candidate.endsWith(".interaction"))) {
    const text = await readText(files, path, findings);
    if (text === undefined) continue;
    const lines = text.trimEnd().split("\n");
    const odd = lines.findIndex((line) => !/^[<>]|^---\s*$/.test(line));
    if (odd >= 0)
      findings.warnings.push(
        `${path}: line ${odd + 1}: expected > for the submission, < for the judge or --- between passes`,
      );
    interactions.push(text);
  }
  return interactions;
}

/** DOMjudge's lie beside problem.yaml. */
function listStatements(files: PackageFiles): StatementFile[] {
  return files.paths.flatMap((path) => {
    const match = /^(?:(?:problem_)?statement\/)?problem(?:\.([\w-]+))?\.(tex|md|html|pdf)$/.exec(path);
    return match?.[2] ? [{ path, language: match[1] ?? "en", ending: match[2] }] : [];
  });
}

function rank({ language, ending }: StatementFile): number {
  const byLanguage = language === "en" ? 0 : language.startsWith("en-") ? 1 : 2;
  return byLanguage + (ending === "pdf" ? 10 : 0) + ENDINGS.indexOf(ending) / 10;
}

async function convert(
  files: PackageFiles,
  { path, ending }: StatementFile,
  { constants }: PackageSettings,
  findings: PackageFindings,
): Promise<StatementText | undefined> {
  const content = await orFinding<string | Uint8Array>(findings, () =>
    ending === "pdf" ? files.bytes(path) : files.text(path),
  );
  if (content === undefined) return undefined;
  try {
    if (typeof content !== "string") return await pdfToText(content);
    if (ending === "html") return htmlToMarkdown(content);
    return ending === "tex" ? texToMarkdown(content, { constants }) : markdownStatement(content, { constants });
  } catch (error) {
    if (!(error instanceof UnreadableStatement)) throw error;
    findings.errors.push(`${path}: ${error.message}`);
    return undefined;
  }
}
