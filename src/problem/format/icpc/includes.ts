import { LANGUAGES, type Language } from "../../../domain/language.ts";
import type { LanguageSupport, NamedFile, SupportCode } from "../../../domain/program.ts";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { type Constants, fileWithConstants } from "./constants.ts";
import { languagesOfCode } from "./language-codes.ts";
import { orFinding } from "./or-finding.ts";
import { isPackageName } from "./package-names.ts";

/** What an included file is called that the program starts in instead of the submission. */
const ENTRIES: ReadonlyMap<Language, readonly string[]> = new Map<Language, readonly string[]>([
  ["python3", ["__main__.py", "main.py"]],
  ["pypy3", ["__main__.py", "main.py"]],
  ["java", ["Main.java"]],
  ["kotlin", ["Main.kt", "main.kt"]],
  ["javascript", ["main.js"]],
  ["typescript", ["main.ts"]],
  ["rust", ["main.rs"]],
]);

/** `include/<language>` over `include/default`. */
export async function readIncludes(
  files: PackageFiles,
  constants: Constants,
  findings: PackageFindings,
): Promise<SupportCode> {
  const byCode = await readByCode(files, constants, findings);
  const byLanguage = new Map<Language, LanguageSupport>();
  for (const language of LANGUAGES) {
    const codes = [...byCode.keys()].filter((code) => languagesOfCode(code).includes(language));
    const included = ["default", ...codes].flatMap((code) => byCode.get(code) ?? []);
    if (included.length === 0) continue;
    const named = new Map(included.map((file) => [file.name, file]));
    const entry = ENTRIES.get(language)?.find((name) => named.has(name));
    byLanguage.set(language, { files: [...named.values()], ...(entry !== undefined && { entry }) });
  }
  return { isRequired: false, byLanguage };
}

async function readByCode(
  files: PackageFiles,
  constants: Constants,
  findings: PackageFindings,
): Promise<ReadonlyMap<string, readonly NamedFile[]>> {
  const byCode = new Map<string, NamedFile[]>();
  for (const path of files.below("include")) {
    const [code = "", name, ...rest] = path.slice("include/".length).split("/");
    if (![code, name ?? "", ...rest].every(isPackageName)) continue;
    if (name === undefined) findings.errors.push(`${path}: expected files in include/<language>/ or include/default/`);
    else if (rest.length > 0)
      findings.errors.push(`${path}: included files in folders are not put beside submissions here`);
    else {
      const content = await orFinding(findings, () => files.bytes(path));
      if (!content) continue;
      byCode.set(code, [...(byCode.get(code) ?? []), fileWithConstants({ name, content }, constants)]);
    }
  }
  return byCode;
}
