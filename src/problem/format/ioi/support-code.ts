import { basename, dirname } from "node:path/posix";
import type { Language } from "../../../domain/language.ts";
import type { LanguageSupport, NamedFile, SupportCode } from "../../../domain/program.ts";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { filesIn, isHeader } from "./folder.ts";
import { orReported } from "./or-reported.ts";

export const NO_SUPPORT_CODE: SupportCode = { isRequired: false, byLanguage: new Map() };

/** Languages that share graders, with the endings of their files. */
const FAMILIES: readonly {
  readonly languages: readonly Language[];
  readonly endings: RegExp;
  /** Whether the grader is one file with headers; elsewhere sources are found by what imports them. */
  readonly takesHeaders: boolean;
}[] = [
  { languages: ["cpp17", "cpp20", "cpp23"], endings: /\.(cpp|cc|cxx|c\+\+)$/, takesHeaders: true },
  { languages: ["c17"], endings: /\.c$/, takesHeaders: true },
  { languages: ["python3", "pypy3"], endings: /\.py$/, takesHeaders: false },
  { languages: ["java"], endings: /\.java$/, takesHeaders: false },
  { languages: ["kotlin"], endings: /\.kt$/, takesHeaders: false },
  { languages: ["rust"], endings: /\.rs$/, takesHeaders: false },
  { languages: ["go"], endings: /\.go$/, takesHeaders: false },
  { languages: ["javascript"], endings: /\.c?js$/, takesHeaders: false },
  { languages: ["typescript"], endings: /\.ts$/, takesHeaders: false },
];

export interface GraderPlaces {
  readonly folders: readonly string[];
  /** What the file with the main program may be called, without its ending; the first that is there. */
  readonly names: readonly string[];
  /** Of files that run apart from the submission. */
  readonly excluded: readonly string[];
  /** What a submission's file is called, without its ending; undefined where it keeps its name. */
  readonly submissionName: string | undefined;
}

/** Reads the graders or stubs of all languages that have one. */
export async function readSupportCode(
  files: PackageFiles,
  places: GraderPlaces,
  findings: PackageFindings,
): Promise<SupportCode> {
  const paths = places.folders
    .flatMap((folder) => filesIn(files, folder))
    .filter((path) => !places.excluded.includes(stemOf(path)));
  const byLanguage = new Map<Language, LanguageSupport>();
  for (const { languages, endings, takesHeaders } of FAMILIES) {
    const sources = paths.filter((path) => endings.test(path));
    const main = places.names.flatMap((name) => sources.find((path) => stemOf(path) === name) ?? [])[0];
    if (main === undefined) continue;
    const beside = (takesHeaders ? paths.filter(isHeader) : sources).filter((path) => dirname(path) === dirname(main));
    const own = [main, ...beside.filter((path) => path !== main)];
    const support: LanguageSupport = {
      files: (await orReported(findings, () => namedFiles(files, own))) ?? [],
      entry: basename(main),
      ...(places.submissionName !== undefined && {
        submissionName: places.submissionName + main.slice(main.lastIndexOf(".")),
      }),
    };
    for (const language of languages) byLanguage.set(language, support);
  }
  if (byLanguage.size === 0)
    findings.errors.push(
      `${places.folders[0] ?? "grader/cpp"}/${places.names[0]}.cpp: missing: expected ${places.names.join(" or ")} in a language that is judged here`,
    );
  return { isRequired: true, byLanguage };
}

/** Graders do not use testlib.h; it lies beside them for managers. */
async function namedFiles(files: PackageFiles, paths: readonly string[]): Promise<NamedFile[]> {
  const named: NamedFile[] = [];
  for (const path of paths.filter((path) => basename(path) !== "testlib.h"))
    named.push({ name: basename(path), content: await files.bytes(path) });
  return named;
}

function stemOf(path: string): string {
  return basename(path).replace(/\.[^.]*$/, "");
}
