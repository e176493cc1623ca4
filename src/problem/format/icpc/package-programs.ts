import { basename } from "node:path/posix";
import type { PackageProgram } from "../../../domain/program.ts";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { readProgram } from "../../read-program.ts";
import { type Constants, programWithConstants } from "./constants.ts";
import { languageOfSource, otherLanguageOf } from "./language-codes.ts";
import { orFinding } from "./or-finding.ts";
import { isPackageName } from "./package-names.ts";

const HEADER = /\.(h|hh|hpp|hxx|inc|inl)$/i;

/** What lies directly in a folder of programs: each a file or a folder of files. */
export interface ProgramFolder {
  /** Sources, and folders. */
  readonly programs: readonly string[];
  /** Headers beside them. */
  readonly headers: readonly string[];
  /** Files that are no program. */
  readonly others: readonly string[];
}

export function listPrograms(files: PackageFiles, folder: string): ProgramFolder {
  const programs = new Set<string>();
  const headers: string[] = [];
  const others: string[] = [];
  for (const path of files.below(folder)) {
    const [name = "", ...rest] = path.slice(folder.length + 1).split("/");
    if (![name, ...rest].every(isPackageName)) continue;
    if (rest.length > 0) programs.add(`${folder}/${name}`);
    else if (HEADER.test(name)) headers.push(path);
    else if (languageOfSource(name) || otherLanguageOf(name) || name === "build" || name === "run") programs.add(path);
    else others.push(path);
  }
  return { programs: [...programs], headers, others };
}

/** A program of the one kind of which there is at most one: in the folder, or all of it. Several are refused by name. */
export async function readOnlyProgram(
  files: PackageFiles,
  { folder, what, constants }: { readonly folder: string; readonly what: string; readonly constants: Constants },
  findings: PackageFindings,
): Promise<PackageProgram | undefined> {
  const { programs, headers } = listPrograms(files, folder);
  const [path, ...more] = programs;
  if (path === undefined) {
    findings.errors.push(`${folder}/: holds no program`);
    return undefined;
  }
  if (more.length > 0 && programs.every((program) => files.has(program)) && isOneProgram(programs))
    return readPlainProgram(files, { path: folder, headers: [], constants }, findings);
  if (more.length > 0) {
    findings.errors.push(
      `${folder}/: ${programs.map((program) => basename(program)).join(", ")}: several ${what}s; expected one`,
    );
    return undefined;
  }
  return readPlainProgram(files, { path, headers, constants }, findings);
}

/** Whether files beside each other belong together, as the sources of one C or C++ program do. */
function isOneProgram(paths: readonly string[]): boolean {
  const names = paths.map((path) => basename(path));
  if (names.some((name) => name === "build" || name === "run" || name === "__main__.py")) return true;
  return names.every((name) => ["c", "cpp"].includes(familyOf(name)));
}

function familyOf(name: string): string {
  return languageOfSource(name)?.replace(/\d+$/, "") ?? "";
}

/** One of what `listPrograms` lists. */
export async function readPlainProgram(
  files: PackageFiles,
  {
    path,
    headers,
    constants,
  }: { readonly path: string; readonly headers: readonly string[]; readonly constants: Constants },
  findings: PackageFindings,
): Promise<PackageProgram | undefined> {
  const language = languageOfSource(path);
  const place = files.has(path) ? { path, beside: headers, ...(language && { language }) } : { path };
  const program = await orFinding(findings, () => readProgram(files, place, findings));
  return program && programWithConstants(program, constants);
}
