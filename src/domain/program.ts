import type { Language } from "./language.ts";

/** A file beside a program's source, by its name without folders. */
export interface NamedFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** A program as it is handed in. */
export interface Program {
  readonly language: Language;
  /** The text that the program starts in. */
  readonly source: string;
  /** What the source is called, where other files depend on it; otherwise what the language prefers. */
  readonly fileName?: string;
  /** Further sources, headers and modules of a program of several files. */
  readonly others?: readonly NamedFile[];
}

/** What is handed in where the task asks for outputs and not for a program: a text for each testcase that it answers. */
export interface AnswerSet {
  readonly answers: ReadonlyMap<string, Uint8Array>;
}

/** A program that somebody else wrote into a package: a checker, interactor, manager, validator or generator. */
export interface PackageProgram extends Program {
  /** Of its source or folder, relative to the package, with forward slashes. */
  readonly path: string;
}

/** What is compiled together with every submission. */
export interface SupportCode {
  /** Where a task needs a grader: a program in a language that has none cannot be compiled. */
  readonly isRequired: boolean;
  readonly byLanguage: ReadonlyMap<Language, LanguageSupport>;
}

export interface LanguageSupport {
  /** They replace files of the submission that have the same names. */
  readonly files: readonly NamedFile[];
  /** Which of them the program starts in, where it is not the submission: `grader.py`. */
  readonly entry?: string;
  /** The name that the submission's source must have there: `message.py`. */
  readonly submissionName?: string;
}
