import type { Mutant, Origin } from "../domain/mutant.ts";
import type { JurySubmission } from "../domain/problem.ts";
import type { Program } from "../domain/program.ts";
import { randomFrom } from "../domain/random.ts";
import { sha256Of } from "../domain/sha256.ts";
import { mutantsOf } from "./mutate-source.ts";

/** A candidate program with its origin. */
export interface SubmissionMutant {
  readonly program: Program;
  readonly origin: Origin;
  /** The submission itself. */
  readonly originProgram: Program;
}

/** A jury submission that can be mutated. */
export interface CppSubmission extends JurySubmission {
  readonly content: Program;
}

/** Those that are one file of C++, and are meant to compile. */
export function cppSubmissions(submissions: readonly JurySubmission[]): CppSubmission[] {
  return submissions.flatMap((submission) => {
    const { content, expected } = submission;
    if ("answers" in content || !content.language.startsWith("cpp")) return [];
    if ((content.others ?? []).length > 0 || expected.includes("CE")) return [];
    return [{ ...submission, content: { ...content, source: asInPool(content.source) } }];
  });
}

/** As it comes out of a code block again, so that a program in a pool has the hash of the one that was judged. */
function asInPool(source: string): string {
  return `${source.replaceAll("\r\n", "\n").replace(/\n$/, "")}\n`;
}

/** Mutants of the submissions in turn, until there are `count`; fewer where the submissions give no more. No two are alike. */
export function mutateSubmissions(
  submissions: readonly CppSubmission[],
  { count, seed }: { readonly count: number; readonly seed: number },
): SubmissionMutant[] {
  // A stream for each: another submission in the package changes nothing for those that are there.
  let sources = submissions.map((submission) => ({
    submission,
    mutants: mutantsOf(submission.content.source, randomFrom(streamSeed(seed, submission.path))),
  }));
  const made: SubmissionMutant[] = [];
  const known = new Set(submissions.map(({ content }) => content.source));
  while (sources.length > 0) {
    const left: typeof sources = [];
    for (const { submission, mutants } of sources) {
      if (made.length === count) return made;
      const mutant = nextUnknown(mutants, known);
      if (!mutant) continue;
      made.push(candidateOf(submission, mutant));
      left.push({ submission, mutants });
    }
    sources = left;
  }
  return made;
}

function nextUnknown(mutants: Generator<Mutant>, known: Set<string>): Mutant | undefined {
  for (let next = mutants.next(); !next.done; next = mutants.next()) {
    if (known.has(next.value.source)) continue;
    known.add(next.value.source);
    return next.value;
  }
  return undefined;
}

function candidateOf({ path, content, expected }: CppSubmission, { source, changes }: Mutant): SubmissionMutant {
  return { program: { ...content, source }, origin: { submission: path, expected, changes }, originProgram: content };
}

function streamSeed(seed: number, path: string): number {
  return Number.parseInt(sha256Of(String(seed), path).slice(0, 8), 16);
}
