import { readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { messageOf, UsageError } from "../domain/errors.ts";
import type { Testcase } from "../domain/problem.ts";
import type { AnswerSet } from "../domain/program.ts";
import { PackageFiles } from "./package-files.ts";
import { TemporaryFolder } from "./source/temporary-folder.ts";
import { unpackArchive } from "./source/unpack-archive.ts";
import type { UnpackLimits } from "./source/unpack-limits.ts";

type Answered = Pick<Testcase, "id" | "kind">;

interface NamedContent {
  readonly path: string;
  readonly content: Uint8Array;
}

const MIB = 1024 * 1024;

/** Outputs are held in memory until they are judged. */
const LIMITS: UnpackLimits = {
  ...{ totalBytes: 64 * MIB, fileBytes: 16 * MIB, entries: 2000 },
  ...{ ratio: 1000, harmlessBytes: 64 * MIB },
};

const ARCHIVE = /\.(zip|tar|tgz|tar\.\w+)$/i;

/** Whether a file's name says that it holds outputs: `output_NAME.txt` as in CMS, `NAME.out`, `.ans`, `.txt`, an archive. */
export function isAnswerFile(path: string): boolean {
  return /\.(out|ans|txt)$/.test(path) || ARCHIVE.test(path);
}

/**
 * Takes files as answers to the testcases that they are called after, in full or by the last part; a single one is the
 * answer to a single secret testcase, whatever its name. What is unclear goes to the errors, what cannot be read is thrown.
 */
export async function readAnswerSet(
  files: PackageFiles,
  path: string,
  testcases: readonly Answered[],
  errors: string[],
): Promise<AnswerSet> {
  const contents: NamedContent[] = [];
  for (const file of files.has(path) ? [path] : files.below(path))
    contents.push(...(await contentsOf(file, join(files.folder, file), () => files.bytes(file))));
  return answerSetOf(path, contents, testcases, errors);
}

/** The same for what lies anywhere: a text, a folder or an archive of them. */
export async function readHandedInAnswers(
  path: string,
  testcases: readonly Answered[],
  errors: string[],
): Promise<AnswerSet> {
  const stats = await stat(path).catch((error: unknown) => {
    throw new UsageError(`${path} cannot be read: ${messageOf(error)}`, { cause: error });
  });
  const contents = stats.isDirectory()
    ? await contentsOfFolder(path, path)
    : await contentsOf(path, path, () => readFile(path));
  return answerSetOf(path, contents, testcases, errors);
}

async function contentsOf(name: string, path: string, read: () => Promise<Uint8Array>): Promise<NamedContent[]> {
  if (!ARCHIVE.test(path)) return [{ path: name, content: await read() }];
  await using temporary = await TemporaryFolder.make();
  const { folder, errors } = await unpackArchive(path, temporary.path, { limits: LIMITS });
  if (errors.length > 0) throw new UsageError(errors.map((error) => `${name}: ${error}`).join("\n"));
  return contentsOfFolder(name, folder);
}

async function contentsOfFolder(name: string, folder: string): Promise<NamedContent[]> {
  const files = await PackageFiles.list(folder);
  const { errors } = files.findings(() => true);
  if (errors.length > 0) throw new UsageError(errors.map((error) => `${name}: ${error}`).join("\n"));
  return Promise.all(files.paths.map(async (path) => ({ path: `${name}/${path}`, content: await files.bytes(path) })));
}

function answerSetOf(
  place: string,
  contents: readonly NamedContent[],
  testcases: readonly Answered[],
  errors: string[],
): AnswerSet {
  const answers = new Map<string, Uint8Array>();
  const secrets = testcases.filter(({ kind }) => kind === "secret");
  for (const { path, content } of contents) {
    const isAlone = contents.length === 1 && secrets.length === 1;
    const testcase = isAlone ? secrets[0] : testcaseCalled(nameOf(path, place), testcases);
    if (!testcase) errors.push(`${path}: expected an output called after a testcase: output_NAME.txt or NAME.out`);
    else if (answers.has(testcase.id)) errors.push(`${path}: a second answer to testcase ${testcase.id}`);
    else answers.set(testcase.id, content);
  }
  return { answers };
}

function nameOf(path: string, place: string): string {
  const inside = path.startsWith(`${place}/`) ? path.slice(place.length + 1) : basename(path);
  const ofCms = /^(.*\/)?output_(.+)\.txt$/.exec(inside);
  return ofCms ? `${ofCms[1] ?? ""}${ofCms[2]}` : inside.replace(/\.[^./]+$/, "");
}

function testcaseCalled(name: string, testcases: readonly Answered[]): Answered | undefined {
  const whole = testcases.find(({ id }) => id === name);
  if (whole) return whole;
  const byLastPart = testcases.filter(({ id }) => basename(id) === name);
  const ofSecrets = byLastPart.filter(({ kind }) => kind === "secret");
  const candidates = byLastPart.length === 1 ? byLastPart : ofSecrets;
  return candidates.length === 1 ? candidates[0] : undefined;
}
