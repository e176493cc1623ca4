import { readFile } from "node:fs/promises";
import { LANGUAGE_NAME, type Language } from "../domain/language.ts";
import type { PublicProblem } from "../domain/problem.ts";

const SHOWN_SAMPLE_BYTES = 4_000;

/** What a contestant would get to read, and in what form we want the program. */
export async function writePrompt(problem: PublicProblem, language: Language): Promise<string> {
  const { timeLimitMs, memoryLimitBytes } = problem.limits;
  const parts = [
    `Solve this competitive-programming problem with one complete ${LANGUAGE_NAME[language]} program that reads standard input and writes standard output.`,
    `# ${problem.name}`,
    `Time limit: ${timeLimitMs / 1000} s. Memory limit: ${memoryLimitBytes / 1024 / 1024} MiB.`,
    problem.statement.trim(),
  ];
  for (const [index, sample] of problem.samples.entries()) {
    const input = await readText(sample.input.path);
    const answer = await readText(sample.answer.path);
    parts.push(`## Sample ${index + 1}\n\nInput:\n\`\`\`\n${input}\n\`\`\`\n\nOutput:\n\`\`\`\n${answer}\n\`\`\``);
  }
  parts.push("Think about the constraints first. End with the whole program in a single fenced code block.");
  return parts.join("\n\n");
}

async function readText(path: string): Promise<string> {
  const text = (await readFile(path, "utf8")).trimEnd();
  return text.length <= SHOWN_SAMPLE_BYTES ? text : `${text.slice(0, SHOWN_SAMPLE_BYTES)}\n…`;
}
