import { basename } from "node:path/posix";
import type { Language } from "../../../domain/language.ts";
import type { NamedDataFile } from "../../../domain/problem.ts";
import type { LanguageSupport, NamedFile, SupportCode } from "../../../domain/program.ts";
import { at, type ResourceEntry } from "./descriptor.ts";
import { languagesOfPatterns } from "./language-type.ts";
import type { PolygonPackage } from "./polygon-package.ts";
import { orFinding } from "./read-source.ts";

const HEADER = /\.(h|hh|hpp|hxx|inc|inl)$/i;
const GRADER = /^(grader|main|__main__)\./i;
/** Polygon's graders in Python import the submission under this name. */
const PYTHON_SUBMISSION = "solution.py";

/** Resources that are compiled together with every submission. A language without a grader cannot be judged where others have one. */
export async function readSupportCode(pkg: PolygonPackage): Promise<SupportCode> {
  const byLanguage = new Map<Language, LanguageSupport>();
  let isRequired = false;
  for (const resource of resourcesOf(pkg, "compile")) {
    const languages = languagesOfPatterns(resource["for-types"] ?? "*");
    if (languages.length === 0)
      pkg.findings.warnings.push(
        `${at(resource)}: ${resource.path} is for ${resource["for-types"]}: no language that is judged`,
      );
    const content = await orFinding(pkg.findings.errors, () => pkg.files.bytes(resource.path));
    if (content === undefined) continue;
    const file: NamedFile = { name: basename(resource.path), content };
    isRequired ||= !HEADER.test(file.name);
    for (const language of languages) {
      const files = [...(byLanguage.get(language)?.files ?? []), file];
      byLanguage.set(language, { files, ...entryOf(language, files) });
    }
  }
  return { isRequired, byLanguage };
}

/** Resources that a submission finds in its working folder. */
export async function readRunTimeFiles(pkg: PolygonPackage): Promise<NamedDataFile[]> {
  const files: NamedDataFile[] = [];
  for (const { path } of resourcesOf(pkg, "run")) files.push({ name: basename(path), ...(await pkg.files.data(path)) });
  return files;
}

function resourcesOf({ descriptor, files, findings }: PolygonPackage, stage: string): ResourceEntry[] {
  const resources = descriptor.files?.resources ?? [];
  return resources.filter((resource) => {
    const isForSolutions = resource.assets.some(({ name }) => name === "solution");
    if (!isForSolutions || !resource.stages.some(({ name }) => name === stage)) return false;
    if (!files.has(resource.path))
      findings.errors.push(`${at(resource)}: files/resources: ${resource.path} is missing`);
    return files.has(resource.path);
  });
}

/** C and C++ are linked; elsewhere the grader is what starts. */
function entryOf(language: Language, files: readonly NamedFile[]): Pick<LanguageSupport, "entry" | "submissionName"> {
  if (language === "c17" || language.startsWith("cpp")) return {};
  const entry = files.find(({ name }) => GRADER.test(name))?.name;
  const isPython = language === "python3" || language === "pypy3";
  return { ...(entry && { entry }), ...(entry && isPython && { submissionName: PYTHON_SUBMISSION }) };
}
