import { readFile, stat } from "node:fs/promises";
import { messageOf, UsageError } from "../domain/errors.ts";
import { type Language, languageOfFile } from "../domain/language.ts";
import type { PackagedProblem } from "../domain/problem.ts";
import type { AnswerSet, Program } from "../domain/program.ts";
import { answerSetOf, type NamedContent } from "../problem/answer-set.ts";
import { PackageFiles } from "../problem/package-files.ts";
import { TemporaryFolder } from "../problem/source/temporary-folder.ts";
import { unpackArchive } from "../problem/source/unpack-archive.ts";

/** What somebody hands in: a program, or where the task asks for outputs, a text, a folder or an archive of them. */
export async function readSubmission(
  path: string,
  problem: PackagedProblem,
  asked: Language | undefined,
): Promise<Program | AnswerSet> {
  const language = asked ?? languageOfFile(path);
  if (language) return { language, source: await readSource(path) };
  if (problem.task.kind !== "answers")
    throw new UsageError(`${path}: no language follows from its name: say it with --language`);
  const errors: string[] = [];
  const answers = answerSetOf(path, await readOutputs(path), problem.testcases, errors);
  if (errors.length > 0) throw new UsageError(errors.join("\n"));
  return answers;
}

async function readSource(path: string): Promise<string> {
  return readFile(path, "utf8").catch((error: unknown) => {
    throw new UsageError(`${path} cannot be read: ${messageOf(error)}`, { cause: error });
  });
}

async function readOutputs(path: string): Promise<NamedContent[]> {
  const stats = await stat(path).catch((error: unknown) => {
    throw new UsageError(`${path} cannot be read: ${messageOf(error)}`, { cause: error });
  });
  if (stats.isDirectory()) return contentsOf(await PackageFiles.list(path));
  if (!/\.(zip|tar|tgz|tar\.\w+)$/i.test(path)) return [{ path, content: await readFile(path) }];
  await using temporary = await TemporaryFolder.make();
  const { folder, errors } = await unpackArchive(path, temporary.path);
  if (errors.length > 0) throw new UsageError(errors.map((error) => `${path}: ${error}`).join("\n"));
  return await contentsOf(await PackageFiles.list(folder));
}

async function contentsOf(files: PackageFiles): Promise<NamedContent[]> {
  return Promise.all(files.paths.map(async (path) => ({ path, content: await files.bytes(path) })));
}
