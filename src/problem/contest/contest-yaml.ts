import { z } from "zod";
import { FEEDBACK_LEVELS } from "../../domain/feedback.ts";
import { IOI_CUTOFFS } from "./ioi-cutoffs.ts";

const path = z.string("expected the path of a problem package").min(1);
const positive = z.number("expected a number above 0").positive("expected a number above 0");

const problem = z.union([
  path.transform((own) => ({ path: own, label: undefined, points: undefined, difficulty: undefined })),
  z.strictObject({
    path,
    label: z.string().min(1).optional(),
    points: positive.optional(),
    /** A rating: somebody of this rating solves it with a chance of one half. */
    difficulty: positive.optional(),
  }),
]);

const problems = z.array(problem, "expected a list of problems").min(1, "expected at least one problem");

const cutoffs = z.strictObject({
  gold: z.number().optional(),
  silver: z.number().optional(),
  bronze: z.number().optional(),
  source: z.string("expected where the figures are from"),
});

/** `contest.yaml`: either `problems`, or `days` with problems each. */
export const contestYaml = z
  .strictObject({
    name: z.string("expected the contest's name"),
    rules: z.string("expected the name of the rules"),
    /** Whom it is for. */
    division: z.string().min(1).optional(),
    /** Of a day. */
    length_minutes: positive,
    submission_limit: z.int("expected a whole number").min(1).optional(),
    min_interval_seconds: z.number().nonnegative().optional(),
    feedback: z.enum(FEEDBACK_LEVELS).optional(),
    problems: problems.optional(),
    days: z.array(z.strictObject({ problems }), "expected a list of days").min(1).optional(),
    /** Files with who else took part. */
    standings: z.array(z.string()).default([]),
    cutoffs: z.array(cutoffs).default([]),
    /** Adds the medal lines of that IOI, as far as a source says them. */
    ioi_year: z
      .int("expected a year")
      .refine((year) => IOI_CUTOFFS[year] !== undefined, {
        error: `expected a year whose lines are known: ${Object.keys(IOI_CUTOFFS).join(", ")}`,
      })
      .optional(),
  })
  .refine((contest) => (contest.problems === undefined) !== (contest.days === undefined), {
    error: "expected either problems or days",
  });

export type ContestYaml = z.infer<typeof contestYaml>;
