import { basename, extname } from "node:path/posix";
import { type Language, languageOfFile } from "../../../domain/language.ts";
import type { PackageFiles } from "../../package-files.ts";
import { languageOfSource, languagesOfCode, otherLanguageOf } from "./language-codes.ts";

/** The language of a submission, or the name of one that is not judged here. */
export type SubmissionLanguage = { readonly language: Language } | { readonly missing: string };

/** What submissions.yaml says, else what the endings of its files do. */
export async function languageOfSubmission(
  own: readonly string[],
  code: string | undefined,
  files: PackageFiles,
): Promise<SubmissionLanguage> {
  if (code !== undefined) {
    const [language] = languagesOfCode(code);
    return language ? { language } : { missing: code };
  }
  let missing: string | undefined;
  for (const path of own) {
    const isOld = await isPython2(path, files);
    const language = isOld ? undefined : languageOfSource(path);
    if (language) return { language };
    missing ??= isOld ? "Python 2" : otherLanguageOf(path);
  }
  const [first = ""] = own;
  return { missing: missing ?? (extname(first) || basename(first)) };
}

/** Whether a file says by its usual ending what the language is. */
export function isSaidByEnding(language: Language, own: readonly string[]): boolean {
  return own.some((path) => languageOfFile(path) === language);
}

/** The file of an entry point, which may be a class that has a file of its own. */
export function fileOfEntry(entrypoint: string, own: readonly string[]): string | undefined {
  const names = [entrypoint, `${entrypoint}.java`, `${entrypoint}.kt`, `${entrypoint.replace(/Kt$/, "")}.kt`];
  const found = names.flatMap((name) => own.find((path) => basename(path) === name) ?? [])[0];
  return found === undefined ? undefined : basename(found);
}

async function isPython2(path: string, files: PackageFiles): Promise<boolean> {
  return path.endsWith(".py") && /^#!.*python2/.test(Buffer.from(await files.bytes(path)).toString("latin1"));
}
