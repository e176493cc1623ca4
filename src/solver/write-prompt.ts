import { readFile } from "node:fs/promises";
import { LANGUAGE_NAME, type Language } from "../domain/language.ts";
import type { PublicProblem } from "../domain/problem.ts";
import type { Program } from "../domain/program.ts";
import { fillTemplate } from "./prompt-template.ts";

const SHOWN_SAMPLE_BYTES = 4_000;

/** What a contestant would get to read, and in what form we want the program. */
export async function writePrompt(problem: PublicProblem, language: Language): Promise<string> {
  return fillTemplate("candidate", { task: taskOf(problem, language), problem: await problemText(problem) });
}

/** The same for a program that may be as slow as it likes. */
export async function bruteForcePrompt(problem: PublicProblem, language: Language): Promise<string> {
  return fillTemplate("brute-force", { task: taskOf(problem, language), problem: await problemText(problem) });
}

/** For a program that makes or checks inputs, of a subtask where one is named. */
export async function testProgramPrompt(
  kind: "generator" | "validator",
  problem: PublicProblem,
  language: Language,
  subtask: string | undefined,
): Promise<string> {
  return fillTemplate(kind, {
    language: LANGUAGE_NAME[language],
    subtask: subtask === undefined ? "" : `, those of subtask ${subtask} included`,
    problem: await problemText(problem),
  });
}

/** Which of two programs is better; the model gets them in this order. */
export async function comparisonPrompt(problem: PublicProblem, first: Program, second: Program): Promise<string> {
  const text = await problemText(problem);
  return fillTemplate("judge", { problem: text, first: fenced(first), second: fenced(second) });
}

/** In a fence that is longer than any within it. */
function fenced({ language, source }: Program): string {
  const runs = [...source.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = "`".repeat(Math.max(2, ...runs) + 1);
  return `${fence}${language}\n${source.trimEnd()}\n${fence}`;
}

async function problemText(problem: PublicProblem): Promise<string> {
  const { timeLimitMs, memoryLimitBytes } = problem.limits;
  const parts = [
    `# ${problem.name}`,
    `Time limit: ${timeLimitMs / 1000} s. Memory limit: ${memoryLimitBytes / 1024 / 1024} MiB.`,
    problem.statement.trim(),
  ];
  for (const [index, conversation] of problem.sampleInteractions.entries()) {
    parts.push(
      `## Sample ${index + 1}\n\n\`>\` is what your program writes, \`<\` what it reads:\n\`\`\`\n${conversation.trimEnd()}\n\`\`\``,
    );
  }
  for (const [index, sample] of shownSamples(problem).entries()) {
    const input = await readText(sample.input.path);
    const answer = await readText(sample.answer.path);
    parts.push(`## Sample ${index + 1}\n\nInput:\n\`\`\`\n${input}\n\`\`\`\n\nOutput:\n\`\`\`\n${answer}\n\`\`\``);
  }
  return parts.join("\n\n");
}

function taskOf({ task, support }: PublicProblem, language: Language): string {
  const name = LANGUAGE_NAME[language];
  if (support.byLanguage.has(language) && support.isRequired) {
    return `Solve this competitive-programming problem in ${name}: write the functions that the statement asks for. A grader calls them; leave out the main function, standard input and standard output.`;
  }
  const how =
    task.kind === "interactive"
      ? "talks with the judge through standard input and output, and flushes after every line that it writes"
      : "reads standard input and writes standard output";
  return `Solve this competitive-programming problem with one complete ${name} program that ${how}.`;
}

/** What a judge's program is told is no sample to read: conversations are. */
function shownSamples({ task, samples }: PublicProblem): PublicProblem["samples"] {
  return task.kind === "interactive" || task.kind === "communication" ? [] : samples;
}

async function readText(path: string): Promise<string> {
  const text = (await readFile(path, "utf8")).trimEnd();
  return text.length <= SHOWN_SAMPLE_BYTES ? text : `${text.slice(0, SHOWN_SAMPLE_BYTES)}\n…`;
}
