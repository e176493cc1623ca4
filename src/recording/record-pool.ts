import type { Origin } from "../domain/mutant.ts";
import type { JurySubmission, PackagedProblem } from "../domain/problem.ts";
import type { Program } from "../domain/program.ts";
import { type Random, randomFrom, shuffled } from "../domain/random.ts";
import { sha256Of } from "../domain/sha256.ts";
import { isOffered } from "../judge/language/offered.ts";
import type { PoolAnswer } from "../model/write-pool.ts";
import { cppSubmissions, mutateSubmissions } from "../mutation/mutate-submissions.ts";
import { type Dressing, dressAnswer } from "./dress-answer.ts";
import { type Prose, SHAPES, type Shape } from "./prose.ts";
import { withoutHeading } from "./without-heading.ts";

const WITH_PROGRAM = ["explained", "sketched", "terse", "doubting"] as const;

interface Candidate {
  readonly program: Program;
  readonly origin: Origin;
  /** What it was before somebody changed it. */
  readonly originProgram?: Program;
}

/** A candidate pool, and for each of its answers the one that a repair gets. */
export interface RecordedPool {
  readonly candidate: readonly PoolAnswer[];
  readonly repair: readonly PoolAnswer[];
}

/**
 * A candidate pool for a problem that no model was asked for: every program of the jury as a model would hand it over,
 * and mutants of them up to `count`. The same package gives the same pool.
 */
export function recordPool(
  problem: PackagedProblem,
  prose: Prose,
  { count }: { readonly count: number },
): RecordedPool {
  const seed = Number.parseInt(sha256Of(problem.id).slice(0, 8), 16);
  const random = randomFrom(seed);
  const dressing = dressingOf(problem, prose, random);
  const jury = problem.submissions.flatMap((submission) => juryCandidate(submission) ?? []);
  const wanted = Math.max(0, count - jury.length);
  const mutants = mutateSubmissions(cppSubmissions(problem.submissions), { count: wanted, seed }).map(bare);
  // A model says the same thing twice, too.
  const repeated =
    jury.length === 0 ? [] : Array.from({ length: wanted - mutants.length }, (_, n) => jury[n % jury.length]);
  const dressed = (candidate: Candidate, shape: Shape) => ({
    candidate,
    answer: dressAnswer(candidate.program, shape, dressing),
    origin: shape === "talking" || shape === "cut" ? undefined : candidate.origin,
  });
  const answers = shuffled(
    [
      ...[...jury, ...repeated].flatMap((candidate) =>
        candidate ? [dressed(candidate, drawShape(prose, WITH_PROGRAM, random))] : [],
      ),
      ...mutants.map((candidate) => dressed(candidate, drawShape(prose, SHAPES, random))),
    ],
    random,
  );
  return {
    candidate: answers.map(({ answer, origin }) => ({ answer, origin })),
    repair: answers.map(({ candidate }) => repaired(candidate, dressing)),
  };
}

/** The mistake is found more often than not. */
function repaired({ program, origin, originProgram }: Candidate, dressing: Dressing): PoolAnswer {
  const isFound = originProgram !== undefined && dressing.random() < 0.7;
  const answer = dressAnswer(isFound ? originProgram : program, "explained", dressing);
  return { answer, origin: isFound ? { ...origin, changes: [] } : origin };
}

export function dressingOf(problem: PackagedProblem, prose: Prose, random: Random): Dressing {
  return { prose, problemName: problem.name, promptCharacters: promptCharacters(problem), random };
}

/** Programs of one file in a language that every installation judges. */
function juryCandidate({ path, content, expected }: JurySubmission): Candidate | undefined {
  if ("answers" in content || (content.others ?? []).length > 0 || !isOffered(content.language, "default"))
    return undefined;
  return bare({ program: content, origin: { submission: path, expected, changes: [] } });
}

function bare({ program, origin, originProgram }: Candidate): Candidate {
  const alone = (of: Program) => ({ language: of.language, source: withoutHeading(of) });
  return { program: alone(program), origin, ...(originProgram ? { originProgram: alone(originProgram) } : {}) };
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
