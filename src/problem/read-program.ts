import { isUtf8 } from "node:buffer";
import { basename, dirname } from "node:path/posix";
import { type Language, languageOfFile } from "../domain/language.ts";
import type { NamedFile, PackageProgram } from "../domain/program.ts";
import type { PackageFiles } from "./package-files.ts";
import type { PackageFindings } from "./package-reading.ts";

const HEADER = /\.(h|hh|hpp|hxx|inc|inl)$/i;
const INCLUDES_TESTLIB = /^\s*#\s*include\s*["<]testlib\.h[">]/m;

export interface ProgramPlace {
  /** A file, or a folder that holds nothing but the program. */
  readonly path: string;
  /** Headers and further sources from elsewhere in the package. */
  readonly beside?: readonly string[];
  /** Where its ending does not say it. */
  readonly language?: Language;
  /** The file that it starts in, where a folder has several. */
  readonly entry?: string;
}

/** Reads a program of a package; undefined with an error in the findings when it is none that can be run here. */
export async function readProgram(
  files: PackageFiles,
  place: ProgramPlace,
  findings: PackageFindings,
): Promise<PackageProgram | undefined> {
  const own = files.has(place.path) ? [place.path] : files.below(place.path);
  if (own.length === 0) {
    findings.errors.push(`${place.path}: missing`);
    return undefined;
  }
  if (own.some((path) => isScript(place.path, path))) {
    findings.errors.push(`${place.path}: a program with a build or run script is not run here; sources are`);
    return undefined;
  }
  const entry = entryOf(own, place);
  const language = entry && (place.language ?? languageOfFile(entry));
  if (!entry || !language) {
    findings.errors.push(
      `${place.path}: no language that is judged here follows from ${own.map((path) => basename(path)).join(", ")}`,
    );
    return undefined;
  }
  const source = decoded(await files.bytes(entry));
  const others = [...own.filter((path) => path !== entry), ...(place.beside ?? [])];
  const named: NamedFile[] = [];
  for (const path of others) named.push({ name: basename(path), content: await files.bytes(path) });
  const testlib = await testlibFor(files, { entry, source, named }, findings);
  return {
    path: place.path,
    language,
    source,
    fileName: basename(entry),
    others: testlib ? [...named, testlib] : named,
  };
}

/** Old sources have comments in other encodings than UTF-8. */
function decoded(bytes: Uint8Array): string {
  return isUtf8(bytes) ? Buffer.from(bytes).toString("utf8") : Buffer.from(bytes).toString("latin1");
}

/** Where in a folder a program starts: what it is told, what its language prefers, else the first source. */
function entryOf(paths: readonly string[], place: ProgramPlace): string | undefined {
  if (place.entry !== undefined) return paths.find((path) => basename(path) === place.entry);
  const sources = paths.filter((path) => !HEADER.test(path) && (place.language ?? languageOfFile(path)) !== undefined);
  const preferred = [
    "__main__.py",
    "main.py",
    "Main.java",
    "Main.kt",
    "main.kt",
    "main.js",
    "main.rs",
    "main.go",
    "main.ts",
  ];
  return preferred.flatMap((name) => sources.find((path) => basename(path) === name) ?? [])[0] ?? sources[0];
}

function isScript(folder: string, path: string): boolean {
  return path === `${folder}/build` || path === `${folder}/run`;
}

/** Programs of the field's setters include it from wherever their tools put it. */
async function testlibFor(
  files: PackageFiles,
  program: { readonly entry: string; readonly source: string; readonly named: readonly NamedFile[] },
  { errors }: PackageFindings,
): Promise<NamedFile | undefined> {
  const isNeeded = INCLUDES_TESTLIB.test(program.source);
  if (!isNeeded || program.named.some(({ name }) => name === "testlib.h")) return undefined;
  const near = `${dirname(program.entry)}/testlib.h`;
  const path = files.has(near) ? near : files.paths.find((candidate) => basename(candidate) === "testlib.h");
  if (path) return { name: "testlib.h", content: await files.bytes(path) };
  errors.push(
    `${program.entry}: includes testlib.h, which the package does not hold: put the testlib.h that it was written for into ${dirname(program.entry)}/`,
  );
  return undefined;
}
