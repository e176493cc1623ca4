import { readFile } from "node:fs/promises";
import { messageOf, UsageError } from "../domain/errors.ts";
import { type Language, languageOfFile } from "../domain/language.ts";
import type { PackagedProblem } from "../domain/problem.ts";
import type { AnswerSet, Program } from "../domain/program.ts";
import { readHandedInAnswers } from "../problem/read-answer-set.ts";

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
  const answers = await readHandedInAnswers(path, problem.testcases, errors);
  if (errors.length > 0) throw new UsageError(errors.join("\n"));
  return answers;
}

async function readSource(path: string): Promise<string> {
  return readFile(path, "utf8").catch((error: unknown) => {
    throw new UsageError(`${path} cannot be read: ${messageOf(error)}`, { cause: error });
  });
}
