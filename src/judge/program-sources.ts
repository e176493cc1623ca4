import { extname } from "node:path/posix";
import type { Language } from "../domain/language.ts";
import type { NamedFile, Program, SupportCode } from "../domain/program.ts";
import { LANGUAGE_SPECS } from "./language/index.ts";

/** All that a compiler is given of a submission and the task's support code. */
export interface Sources {
  readonly language: Language;
  /** What is compiled or imported, the file that the program starts in first. */
  readonly names: readonly [string, ...string[]];
  readonly files: readonly NamedFile[];
}

const HEADER = /\.(h|hh|hpp|hxx|inc|inl)$/i;

/** The support code replaces what has its names: a submission cannot bring a grader of its own. */
export function sourcesOf(program: Program, support: SupportCode): Sources {
  const spec = LANGUAGE_SPECS[program.language];
  const own = support.byLanguage.get(program.language);
  const isAlone = !own && (program.others ?? []).length === 0;
  const name = own?.submissionName ?? (isAlone ? spec.sourceFile : (program.fileName ?? spec.sourceFile));
  const content = Buffer.from(normalised(program.source), "utf8");
  const files = new Map<string, NamedFile>([[name, { name, content }]]);
  for (const file of [...(program.others ?? []), ...(own?.files ?? [])]) files.set(file.name, file);
  const sources = [...files.keys()].filter((file) => spec.sourceEndings.includes(extname(file).toLowerCase()));
  const first = own?.entry ?? name;
  return {
    language: program.language,
    names: [first, ...sources.filter((source) => source !== first)],
    files: [...files.values()],
  };
}

/** What a program finds beside it when it runs: neither its sources nor the grader's, which may hold a secret. */
export function dataFilesOf(program: Program, support: SupportCode): readonly NamedFile[] {
  const { names, files } = sourcesOf(program, support);
  return files.filter(({ name }) => !names.includes(name) && !HEADER.test(name));
}

/** The only thing that two sources may differ in and be one: how lines end. */
function normalised(source: string): string {
  const text = source.replaceAll("\r\n", "\n");
  return text.endsWith("\n") ? text : `${text}\n`;
}
