import type { Origin } from "../domain/mutant.ts";
import type { JurySubmission, PackagedProblem } from "../domain/problem.ts";
import type { Program } from "../domain/program.ts";
import { type Random, randomFrom, shuffled } from "../domain/random.ts";
import { sha256Of } from "../domain/sha256.ts";
import { isOffered } from "../judge/language/offered.ts";
import type { PoolAnswer } from "../model/write-pool.ts";
import { cppSubmissions, mutateSubmissions } from "../mutation/mutate-submissions.ts";
import { dressAnswer } from "./dress-answer.ts";
import { type Prose, SHAPES, type Shape } from "./prose.ts";
import { withoutHeading } from "./without-heading.ts";

const WITH_PROGRAM = ["explained", "sketched", "terse", "doubting"] as const;

interface Candidate {
  readonly program: Program;
  readonly origin: Origin;
}

/**
 * A candidate pool for a problem that no model was asked for: every program of the jury as a model would hand it over,
 * and mutants of them up to `count`. The same package gives the same pool.
 */
export function recordPool(
  problem: PackagedProblem,
  prose: Prose,
  { count }: { readonly count: number },
): PoolAnswer[] {
  const seed = Number.parseInt(sha256Of(problem.id).slice(0, 8), 16);
  const random = randomFrom(seed);
  const dressing = { prose, problemName: problem.name, promptCharacters: promptCharacters(problem), random };
  const jury = problem.submissions.flatMap((submission) => juryCandidate(submission) ?? []);
  const wanted = Math.max(0, count - jury.length);
  const mutants = mutateSubmissions(cppSubmissions(problem.submissions), { count: wanted, seed }).map(bare);
  // A model says the same thing twice, too.
  const repeated =
    jury.length === 0 ? [] : Array.from({ length: wanted - mutants.length }, (_, n) => jury[n % jury.length]);
  const dressed = (candidate: Candidate, shape: Shape): PoolAnswer => ({
    answer: dressAnswer(candidate.program, shape, dressing),
    origin: shape === "talking" || shape === "cut" ? undefined : candidate.origin,
  });
  return shuffled(
    [
      ...[...jury, ...repeated].flatMap((candidate) =>
        candidate ? [dressed(candidate, drawShape(prose, WITH_PROGRAM, random))] : [],
      ),
      ...mutants.map((candidate) => dressed(candidate, drawShape(prose, SHAPES, random))),
    ],
    random,
  );
}

/** Programs of one file in a language that every installation judges. */
function juryCandidate({ path, content, expected }: JurySubmission): Candidate | undefined {
  if ("answers" in content || (content.others ?? []).length > 0 || !isOffered(content.language, "default"))
    return undefined;
  return bare({ program: content, origin: { submission: path, expected, changes: [] } });
}

function bare({ program, origin }: Candidate): Candidate {
  return { program: { language: program.language, source: withoutHeading(program) }, origin };
}

function promptCharacters({ statement, testcases }: PackagedProblem): number {
  const samples = testcases.filter(({ kind }) => kind === "sample");
  return 400 + statement.length + samples.reduce((sum, { input, answer }) => sum + input.bytes + answer.bytes, 0);
}

function drawShape({ shapes }: Prose, allowed: readonly Shape[], random: Random): Shape {
  let left = random() * allowed.reduce((sum, shape) => sum + shapes[shape], 0);
  const drawn = allowed.find((shape) => {
    left -= shapes[shape];
    return left < 0;
  });
  if (!drawn) throw new Error("the weights of the shapes do not add up");
  return drawn;
}
