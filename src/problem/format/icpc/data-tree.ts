import { basename } from "node:path/posix";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { isPackageName } from "./package-names.ts";

/** A folder below `data/` with its testcases and folders in the order in which they are judged. */
export interface DataFolder {
  /** Below `data/`; empty for the root. */
  readonly path: string;
  /** Testcases by their name below `data/`, without an ending. */
  readonly items: readonly (DataFolder | string)[];
}

/** Folders of test data for testing validators, that no submission is run on: see `validator-trials.ts`. */
const FOR_VALIDATORS = /^(in)?valid_(input|output)s?$/;

/** The root holds `sample`, where there is one, and `secret`. */
export function readDataTree(files: PackageFiles, findings: PackageFindings): DataFolder {
  reportElsewhere(files, findings);
  const items: DataFolder[] = [];
  for (const name of ["sample", "secret"]) {
    const folder = readFolder(files, name, findings);
    if (folder.items.length > 0) items.push(folder);
  }
  return { path: "", items };
}

export function foldersOf(folder: DataFolder): DataFolder[] {
  return folder.items.filter((item) => typeof item !== "string");
}

export function testcaseIdsOf(folder: DataFolder): string[] {
  return folder.items.flatMap((item) => (typeof item === "string" ? [item] : testcaseIdsOf(item)));
}

/** The folder and all below it, outermost first. */
export function allFolders(folder: DataFolder): DataFolder[] {
  return [folder, ...foldersOf(folder).flatMap(allFolders)];
}

/** The folders that a testcase or folder is in, the root first. */
export function foldersAbove(path: string): string[] {
  const names = path.split("/").slice(0, -1);
  return ["", ...names.map((_, index) => names.slice(0, index + 1).join("/"))];
}

function readFolder(files: PackageFiles, path: string, findings: PackageFindings): DataFolder {
  const { errors } = findings;
  const names = namesIn(files, `data/${path}`);
  const testcases = new Set<string>();
  for (const name of [...names.files].filter((candidate) => candidate.endsWith(".in"))) {
    const testcase = name.slice(0, -".in".length);
    if (names.files.has(`${testcase}.ans`)) testcases.add(testcase);
    else errors.push(`data/${path}/${name}: its answer data/${path}/${testcase}.ans is missing`);
    if (testcase === "test_group") errors.push(`data/${path}/${name}: no testcase may be called test_group`);
  }
  for (const name of [...names.files].filter((candidate) => candidate.endsWith(".ans"))) {
    const input = `${name.slice(0, -".ans".length)}.in`;
    if (!names.files.has(input)) errors.push(`data/${path}/${name}: an answer without its input data/${path}/${input}`);
  }
  const folders = names.folders.filter((name) => !name.endsWith(".files"));
  for (const name of folders)
    if (testcases.has(name)) errors.push(`data/${path}/${name}: a testcase and a folder have the same name`);
  const byName = new Map<string, DataFolder | string>([...testcases].map((name) => [name, `${path}/${name}`]));
  for (const name of folders) {
    const folder = readFolder(files, `${path}/${name}`, findings);
    if (folder.items.length > 0) byName.set(name, folder);
    else errors.push(`data/${path}/${name}: a folder without testcases`);
  }
  return { path, items: [...byName].sort(([a], [b]) => compareNames(a, b)).map(([, item]) => item) };
}

function reportElsewhere(files: PackageFiles, { errors, warnings }: PackageFindings): void {
  const names = namesIn(files, "data");
  for (const name of names.files)
    if (/\.(in|ans)$/.test(name)) errors.push(`data/${name}: testcases are in data/sample and data/secret`);
  for (const name of names.folders) {
    if (name === "sample" || name === "secret" || FOR_VALIDATORS.test(name)) continue;
    warnings.push(`data/${name}: neither sample nor secret; passed over`);
  }
}

/** Names directly in a folder of the package; those that the format says are to be passed over are left out. */
function namesIn(files: PackageFiles, folder: string) {
  const fileNames = new Set<string>();
  const folderNames = new Set<string>();
  for (const path of files.below(folder)) {
    const [name = "", ...rest] = path.slice(folder.length + 1).split("/");
    if (!isPackageName(name)) continue;
    if (rest.length === 0) fileNames.add(basename(path));
    else folderNames.add(name);
  }
  return { files: fileNames, folders: [...folderNames] };
}

function compareNames(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
