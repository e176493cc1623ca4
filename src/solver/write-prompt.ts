import { LANGUAGE_NAME, type Language } from "../domain/language.ts";
import type { PublicProblem } from "../domain/problem.ts";
import type { Program } from "../domain/program.ts";
import type { Wish } from "./draw-wish.ts";
import { type Broken, faultText } from "./fault-text.ts";
import { fenced } from "./fenced.ts";
import { type History, historyText } from "./history-text.ts";
import { markSubtask } from "./mark-subtask.ts";
import { fillTemplate } from "./prompt-template.ts";
import { readShown } from "./read-shown.ts";
import { supportText } from "./support-text.ts";

/** What a contestant would get to read, and in what form we want the program. */
export async function writePrompt(problem: PublicProblem, language: Language, wish: Wish): Promise<string> {
  const { hint, approach } = askedFor(wish);
  return fillTemplate("candidate", { ...(await problemParts(problem, language, wish.subtask)), hint, approach });
}

/** The same in a later round: with what the contest told of what was submitted. */
export async function roundPrompt(
  problem: PublicProblem,
  language: Language,
  wish: Wish,
  history: History,
): Promise<string> {
  const { hint, approach } = askedFor(wish);
  const parts = await problemParts(problem, language, wish.subtask);
  return fillTemplate("round", { ...parts, hint, approach, ...historyText(problem, history) });
}

/** For a better version of a program, with what a contestant would see of its fault. */
export async function repairPrompt(
  problem: PublicProblem,
  subtask: string | undefined,
  broken: Broken,
): Promise<string> {
  const { language, source } = broken.program;
  return fillTemplate("repair", {
    ...(await problemParts(problem, language, subtask)),
    program: fenced(source, language),
    fault: await faultText(problem, broken),
  });
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
  return fillTemplate("judge", {
    problem: text,
    first: fenced(first.source, first.language),
    second: fenced(second.source, second.language),
  });
}

/** How likely a program is to be right. */
export async function ratingPrompt(problem: PublicProblem, { source, language }: Program): Promise<string> {
  return fillTemplate("rating", { problem: await problemText(problem), program: fenced(source, language) });
}

function askedFor({ hint, approach }: Wish) {
  return { hint: hint === undefined ? "" : `It may help to consider ${hint}.`, approach };
}

async function problemParts(problem: PublicProblem, language: Language, subtask: string | undefined) {
  const support = supportText(problem, language);
  const task = [taskOf(problem, language), ...(support === "" ? [] : [support])].join("\n\n");
  if (subtask === undefined) return { task, focus: "", problem: await problemText(problem) };
  const scored = scoredSubtasks(problem);
  const { statement, constraint } = markSubtask(problem.statement, scored, subtask);
  const points = problem.subtasks.find(({ id }) => id === subtask)?.maxScore;
  const worth = points === undefined ? "" : ` (${points} points)`;
  const focus = await fillTemplate("subtask", {
    subtask: `${subtask}${worth}`,
    constraint: constraint ?? "its constraints stand in the statement.",
  });
  return { task, focus, problem: await problemText({ ...problem, statement }) };
}

/** By id, those that earn something. */
export function scoredSubtasks({ subtasks }: Pick<PublicProblem, "subtasks">): string[] {
  return subtasks.filter(({ maxScore }) => maxScore > 0).map(({ id }) => id);
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
    const input = await readShown(sample.input.path);
    const answer = await readShown(sample.answer.path);
    parts.push(`## Sample ${index + 1}\n\nInput:\n\`\`\`\n${input}\n\`\`\`\n\nOutput:\n\`\`\`\n${answer}\n\`\`\``);
  }
  return parts.join("\n\n");
}

function taskOf({ task, support }: PublicProblem, language: Language): string {
  const name = LANGUAGE_NAME[language];
  if (support.byLanguage.has(language) && support.isRequired) {
    if (task.kind === "communication")
      return `Solve this competitive-programming problem in ${name}: write the functions that the statement asks for. A stub calls them and talks with the judge; leave out the main function, and leave standard input and standard output alone.`;
    return `Solve this competitive-programming problem in ${name}: write the functions that the statement asks for. A grader calls them; leave out the main function, standard input and standard output.`;
  }
  if (task.kind === "answers")
    return `The competitive-programming problem below asks for outputs. Write one complete ${name} program for all of them: it reads an input from standard input and prints the output for it.`;
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
