import type { Language } from "../domain/language.ts";
import type { PublicProblem } from "../domain/problem.ts";
import { fenced } from "./fenced.ts";

const LONGEST_SHOWN_BYTES = 20_000;

/**
 * What a program that is linked with others has to fit: their headers, or the stub that calls it where there is none. A
 * grader is not shown: it may hold what checks the program.
 */
export function supportText({ task, support }: PublicProblem, language: Language): string {
  const own = support.byLanguage.get(language);
  if (!own || !support.isRequired) return "";
  const headers = own.files.filter(({ name }) => /\.(h|hh|hpp)$/.test(name) && name !== "testlib.h");
  const stubs = task.kind === "communication" ? own.files.filter(({ name }) => /^stub\.[a-z]+$/.test(name)) : [];
  const shown = (headers.length > 0 ? headers : stubs).filter(({ content }) => content.length <= LONGEST_SHOWN_BYTES);
  const parts = shown.map(({ name, content }) => `\`${name}\`:\n${fenced(Buffer.from(content).toString("utf8"))}`);
  if (own.submissionName !== undefined) parts.unshift(`Your source is called \`${own.submissionName}\`.`);
  return parts.join("\n\n");
}
