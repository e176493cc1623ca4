import type { JurySubmission, PackagedProblem } from "../domain/problem.ts";
import type { Program } from "../domain/program.ts";
import { type Random, randomFrom } from "../domain/random.ts";
import { sha256Of } from "../domain/sha256.ts";
import { isOffered } from "../judge/language/offered.ts";
import type { PoolAnswer } from "../model/write-pool.ts";
import { type Dressing, dressAnswer } from "./dress-answer.ts";
import { withoutHeading } from "./without-heading.ts";

/** Programs in Python beside a package that a model could have written; undefined where the package has none. */
export interface TestSources {
  /** Prints a valid input for the seed that is its argument; `SIZE = …` on a line of its own says how large. */
  readonly generator: string | undefined;
  /** Reads an input and prints the output, however slowly. */
  readonly bruteForce: string | undefined;
}

export interface RecordedTests {
  readonly generator: readonly PoolAnswer[];
  readonly validator: readonly PoolAnswer[];
  readonly "brute-force": readonly PoolAnswer[];
}

const GENERATORS = 16;
const VALIDATORS = 16;
const SIZE_LINE = /^SIZE = \d+$/m;
const SUBTASK_ARGUMENT = "sys.argv[1]";
const CHECK = /^(\s+)(reject|demand)\(/gm;

/** Generators, validators and brute forces as a model would hand them over, some of them wrong. The same package gives the same ones. */
export function recordTests(problem: PackagedProblem, sources: TestSources, dressing: Dressing): RecordedTests {
  const random = randomFrom(Number.parseInt(sha256Of(problem.id, "tests").slice(0, 8), 16));
  const dressed = (programs: readonly Program[]) =>
    programs.map((program) => asAnswer(program, { ...dressing, random }, random));
  return {
    generator: dressed(generators(sources.generator)),
    validator: dressed(sources.generator === undefined ? [] : validators(problem)),
    "brute-force": dressed(sources.generator === undefined ? [] : bruteForces(problem, sources.bruteForce)),
  };
}

function asAnswer(program: Program, dressing: Dressing, random: Random): PoolAnswer {
  return { answer: dressAnswer(program, random() < 0.5 ? "explained" : "terse", dressing), origin: undefined };
}

/** Of growing size, with one that prints its input twice and one that ends in an error. */
function generators(source: string | undefined): Program[] {
  if (source === undefined) return [];
  if (!SIZE_LINE.test(source)) throw new Error("a generator has no line SIZE = …");
  return Array.from({ length: GENERATORS }, (_, index) => {
    const sized = source.replace(SIZE_LINE, `SIZE = ${3 + 2 * index}`);
    if (index === 6) return python(`${sized.trimEnd()}\nmain()\n`);
    return python(index === 11 ? sized.replaceAll("rng.randint(", "rng.rand_int(") : sized);
  });
}

/**
 * The package's own with the exit codes that a model is told, then ones that forget one check each, as far as there are
 * checks; one that accepts anything and one that mixes up its exit codes.
 */
function validators({ inputValidators, subtasks }: PackagedProblem): Program[] {
  const [own] = inputValidators;
  if (own?.protocol !== "kattis" || own.language !== "python3") return [];
  const whole = ofSubtask(withExitCodes(own.source, { valid: 0, invalid: 1 }), subtasks.at(-1)?.id);
  const forgetful = Array.from({ length: [...whole.matchAll(CHECK)].length }, (_, index) => forgetting(whole, index));
  const careless = [
    "import sys\n\nsys.stdin.read()\nsys.exit(0)\n",
    ofSubtask(withExitCodes(own.source, { valid: 1, invalid: 0 }), subtasks.at(-1)?.id),
  ];
  const right = [whole, ...forgetful].slice(0, VALIDATORS - careless.length);
  const middle = Math.ceil(right.length / 2);
  return [...right.slice(0, middle), ...careless, ...right.slice(middle)].map(python);
}

/** With the subtask as a constant, where the package's own is told which one it is about. */
function ofSubtask(source: string, subtask: string | undefined): string {
  if (!source.includes(SUBTASK_ARGUMENT)) return source;
  const named = source.replaceAll(SUBTASK_ARGUMENT, "SUBTASK");
  return named.replace(/^import sys$/m, `import sys\n\nSUBTASK = ${JSON.stringify(subtask)}`);
}

function withExitCodes(
  source: string,
  { valid, invalid }: { readonly valid: number; readonly invalid: number },
): string {
  const line = /^.*sys\.exit\(.*$/gm;
  return source.replace(line, (text) => text.replace(/\b4[23]\b/g, (code) => String(code === "42" ? valid : invalid)));
}

/** It is still written there, as a line that one has switched off to try something. */
function forgetting(source: string, index: number): string {
  let at = 0;
  return source.replace(CHECK, (text, indent: string, check: string) => {
    if (at++ !== index) return text;
    return check === "demand" ? `${text}True or ` : `${indent}str(`;
  });
}

/** What is right and too slow for the contest, and the package's brute force where plain standard input is all that it reads. */
function bruteForces(problem: PackagedProblem, source: string | undefined): Program[] {
  const { submissions, support, task } = problem;
  const isPlain = task.kind === "batch" && task.checker.kind === "default" && !support.isRequired;
  const slow = submissions.flatMap((submission) => {
    const { content } = submission;
    if ("answers" in content || (content.others ?? []).length > 0 || !isOffered(content.language, "default")) return [];
    return isSlowAlone(submission, problem) ? [content] : [];
  });
  return [...(isPlain && source !== undefined ? [python(source)] : []), ...slow.map(bare)];
}

/** It is meant for the smallest subtask, or runs out of time and nothing else. */
function isSlowAlone({ expected, expectations }: JurySubmission, { subtasks }: PackagedProblem): boolean {
  if (expected.includes("TLE")) return !expected.includes("WA");
  const smallest = `subtask ${subtasks.find(({ maxScore }) => maxScore > 0)?.id}`;
  const isForPart = expected.includes("AC") && expected.includes("PAC");
  return isForPart && expectations.some((one) => one.kind === "permitted" && one.where.name === smallest);
}

function python(source: string): Program {
  return bare({ language: "python3", source });
}

function bare(program: Program): Program {
  return { language: program.language, source: withoutHeading(program) };
}
