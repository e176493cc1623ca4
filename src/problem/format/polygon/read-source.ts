import { basename } from "node:path/posix";
import { UsageError } from "../../../domain/errors.ts";
import type { PackageProgram } from "../../../domain/program.ts";
import { readProgram } from "../../read-program.ts";
import { at, type SourceEntry } from "./descriptor.ts";
import { languageOfType } from "./language-type.ts";
import type { PolygonPackage } from "./polygon-package.ts";

const JAVA_TESTLIB = /\bru\.ifmo\.testlib\b/;

/** Reads a checker, interactor, validator or generator with the resources that Polygon compiles it with. */
export async function readSource(
  pkg: PolygonPackage,
  source: SourceEntry,
  role: string,
): Promise<PackageProgram | undefined> {
  const { files, findings } = pkg;
  if (!files.has(source.path)) {
    findings.errors.push(`${at(source)}: ${role}: ${source.path} is missing`);
    return undefined;
  }
  const language = source.type === undefined ? undefined : languageOfType(source.type);
  const place = { path: source.path, beside: resourcesFor(pkg, source.path), ...(language && { language }) };
  const program = await orFinding(findings.errors, () => readProgram(files, place, findings));
  if (program && JAVA_TESTLIB.test(program.source)) {
    findings.errors.push(`${source.path}: testlib for Java is not run here: expected a ${role} with testlib.h`);
    return undefined;
  }
  return program;
}

/** Files that a program may include or import. */
function resourcesFor({ files, descriptor }: PolygonPackage, path: string): string[] {
  const wanted = /\.(cpp|cc|cxx|c|c\+\+)$/i.test(path)
    ? /\.(h|hh|hpp|hxx|inc|inl)$/i
    : /\.py$/i.test(path)
      ? /\.py$/i
      : undefined;
  const resources = descriptor.files?.resources.map((resource) => resource.path) ?? [];
  return [...new Set(resources)].filter(
    (resource) => wanted?.test(resource) && files.has(resource) && basename(resource) !== basename(path),
  );
}

/** What makes a file unreadable as a text or program is a finding like any other. */
export async function orFinding<T>(found: string[], read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    found.push(error.message);
    return undefined;
  }
}
