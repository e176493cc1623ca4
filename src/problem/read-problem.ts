import { stat } from "node:fs/promises";
import { messageOf, UsageError } from "../domain/errors.ts";
import type { PackagedProblem } from "../domain/problem.ts";
import { FORMAT_NAMES, FORMATS, type FormatName, type PackageFormat } from "./format/index.ts";
import { readRows } from "./format/rows/read-rows.ts";
import { PackageFiles } from "./package-files.ts";
import type { PackageReading } from "./package-reading.ts";
import { TemporaryFolder } from "./source/temporary-folder.ts";
import { unpackArchive } from "./source/unpack-archive.ts";

export interface ReadOptions {
  /** Where the files themselves leave it open. */
  readonly format?: FormatName | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Where a problem is. */
type Source =
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "archive"; readonly path: string }
  | { readonly kind: "rows"; readonly path: string; readonly key: string | undefined };

const ROWS = /\.jsonl(\.(gz|zst|xz))?$/i;
const ROW_IN_FILE = /^(.+?\.jsonl(?:\.(?:gz|zst|xz))?)#(.+)$/is;

/**
 * Reads a problem from the folder or an archive of its package, or from a row of a data set (`FILE.jsonl#ID`); tells all
 * that is wrong with it, not only the first thing. What was unpacked goes away with the reading.
 */
export async function readPackage(path: string, options: ReadOptions = {}): Promise<PackageReading & AsyncDisposable> {
  const source = await sourceOf(path);
  if (source.kind === "folder")
    return { ...(await readFolder(source.path, path, options)), [Symbol.asyncDispose]: async () => undefined };
  const folder = await TemporaryFolder.make();
  try {
    const reading =
      source.kind === "archive"
        ? await readArchive(path, folder.path, options)
        : await readRowsOf(source, folder.path, options);
    return { ...reading, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
  } catch (error) {
    await folder[Symbol.asyncDispose]();
    throw error;
  }
}

/** A problem that can be used, or a UsageError with the list of what is wrong. */
export async function readProblem(
  path: string,
  options: ReadOptions = {},
): Promise<{ readonly problem: PackagedProblem } & AsyncDisposable> {
  const { problem, errors, [Symbol.asyncDispose]: dispose } = await readPackage(path, options);
  if (problem) return { problem, [Symbol.asyncDispose]: dispose };
  await dispose();
  throw new UsageError(
    `${path} has ${errors.length === 1 ? "an error" : `${errors.length} errors`}:\n${errors.map((error) => `  ${error}`).join("\n")}`,
  );
}

async function sourceOf(path: string): Promise<Source> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) return { kind: "folder", path };
    if (!stats.isFile()) throw new UsageError(`${path} is neither a folder nor a file`);
    return ROWS.test(path) ? { kind: "rows", path, key: undefined } : { kind: "archive", path };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const [, file, key] = ROW_IN_FILE.exec(path) ?? [];
    if (file !== undefined && (await isFile(file))) return { kind: "rows", path: file, key };
    throw new UsageError(`there is no problem package ${path}: ${messageOf(error)}`, { cause: error });
  }
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  );
}

async function readArchive(path: string, into: string, options: ReadOptions): Promise<PackageReading> {
  const { folder, errors } = await unpackArchive(path, into, { signal: options.signal });
  if (errors.length > 0) return { problem: undefined, errors, warnings: [] };
  return readFolder(folder, path, options);
}

async function readRowsOf(
  { path, key }: Source & { readonly kind: "rows" },
  into: string,
  { format, signal }: ReadOptions,
): Promise<PackageReading> {
  if (format !== undefined)
    throw new UsageError(`${path}: --format ${format} is for packages: what a row is follows from its keys`);
  return readRows(path, key, { folder: into, signal });
}

async function readFolder(folder: string, path: string, { format }: ReadOptions): Promise<PackageReading> {
  const files = await PackageFiles.list(folder).catch((error: unknown) => {
    if (error instanceof UsageError) return error;
    throw new UsageError(`${path} cannot be read: ${messageOf(error)}`, { cause: error });
  });
  if (files instanceof UsageError) return { problem: undefined, errors: [files.message], warnings: [] };
  const reader: PackageFormat = FORMATS[format ?? recognisedFormat(files, path)];
  return orErrors(() => reader.read(files), files.errors);
}

function recognisedFormat(files: PackageFiles, path: string): FormatName {
  const recognised = FORMAT_NAMES.filter((name) => FORMATS[name].recognises(files));
  const [only] = recognised;
  if (only === undefined)
    throw new UsageError(`${path} is not a problem package, which would be one of\n${describe(FORMAT_NAMES)}`);
  if (recognised.length > 1)
    throw new UsageError(
      `${path} could be more than one kind of problem package; --format decides between\n${describe(recognised)}`,
    );
  return only;
}

function describe(names: readonly FormatName[]): string {
  return names.map((name) => `  ${name}: ${FORMATS[name].describe}`).join("\n");
}

/** A file that cannot be read ends a reader at once; whoever made the package has to mend it all the same. */
async function orErrors(read: () => Promise<PackageReading>, known: readonly string[] = []): Promise<PackageReading> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { problem: undefined, errors: [...known, error.message], warnings: [] };
  }
}
