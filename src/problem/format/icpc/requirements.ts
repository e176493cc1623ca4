import type { Expectation, ExpectedVerdict, Where } from "../../../domain/expectation.ts";
import type { Subtask } from "../../../domain/scoring-rule.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { CRASHES, type Expected } from "./folder-expectations.ts";
import { withParents } from "./glob.ts";
import { type Requirement, type SpecVerdict, SUBMISSIONS_YAML, type SubmissionEntry } from "./submissions-yaml.ts";

export interface RequirementContext {
  readonly everywhere: Where;
  readonly subtasks: readonly Subtask[];
  readonly isScoring: boolean;
}

/** A requirement, and the testcases that it is about. */
interface Applied {
  readonly requirement: Requirement;
  readonly where: Where;
  /** Whose score is meant; undefined for that of all. */
  readonly subtaskIds: readonly (string | undefined)[];
  readonly place: string;
}

/** Folders whose submissions are held to something without submissions.yaml. */
const FOLDERS: ReadonlyMap<string, Requirement> = new Map<string, Requirement>([
  ["accepted", { permitted: ["AC"] }],
  ["rejected", { required: ["RTE", "TLE", "WA"] }],
  ["wrong_answer", { permitted: ["AC", "WA"], required: ["WA"] }],
  ["time_limit_exceeded", { permitted: ["AC", "TLE"], required: ["TLE"] }],
  ["run_time_error", { permitted: ["AC", "RTE"], required: ["RTE"] }],
  ["brute_force", { permitted: ["AC", "RTE", "TLE"], required: ["RTE", "TLE"] }],
]);

const VERDICTS: Readonly<Record<SpecVerdict, readonly ExpectedVerdict[]>> = {
  AC: ["AC"],
  WA: ["WA"],
  TLE: ["TLE"],
  RTE: CRASHES,
};

/** What the folder of a submission and submissions.yaml ask of it; undefined where neither says anything. */
export function requiredOf(
  submission: string,
  entries: readonly SubmissionEntry[],
  context: RequirementContext,
  findings: PackageFindings,
): Expected | undefined {
  const applied = appliedTo(submission, entries, context, findings);
  if (applied.length === 0) return undefined;
  const expectations = applied.flatMap((one) => expectationsOf(one, context, findings));
  const scores = expectations.flatMap((one) => (one.kind === "score" && one.subtaskId === undefined ? [one] : []));
  const [score] = scores;
  const bound = timeLimitBound(applied, context);
  return {
    expected: inShort(applied, context),
    expectedScore: score && score.atLeast === score.atMost ? score.atMost : undefined,
    expectations,
    ...(bound && { timeLimitBound: bound }),
  };
}

function appliedTo(
  submission: string,
  entries: readonly SubmissionEntry[],
  { everywhere, subtasks }: RequirementContext,
  { errors }: PackageFindings,
): Applied[] {
  const [folder = ""] = submission.split("/");
  const matching = entries.filter(({ matches }) => withParents(submission).some(matches));
  const isOfFolder = ({ pattern }: SubmissionEntry) => pattern.replace(/\/$/, "") === folder;
  const ofFolder = matching.find(isOfFolder)?.requirement ?? {};
  const whole = [
    { requirement: { ...FOLDERS.get(folder), ...withoutUndefined(ofFolder) }, place: folder },
    ...matching
      .filter((entry) => !isOfFolder(entry))
      .map(({ requirement, pattern }) => ({ requirement, place: pattern })),
  ];
  const applied: Applied[] = whole
    .filter(({ requirement }) => Object.keys(withoutUndefined(requirement)).length > 0)
    .map((one) => ({ ...one, where: everywhere, subtaskIds: [undefined] }));
  for (const { pattern, parts } of matching) {
    for (const part of parts) {
      const place = `${pattern}: ${part.pattern}`;
      const testcaseIds = everywhere.testcaseIds.filter((id) => withParents(id).some(part.matches));
      if (testcaseIds.length === 0)
        pushOnce(errors, `${SUBMISSIONS_YAML}: ${place}: there is no such testcase or test group`);
      const groups = subtasks.map(({ id }) => id).filter((id) => id !== "secret" && part.matches(id));
      const subtaskIds = part.matches("secret") ? [undefined, ...groups] : groups;
      applied.push({ requirement: part.requirement, where: { name: part.pattern, testcaseIds }, subtaskIds, place });
    }
  }
  return applied;
}

function expectationsOf(
  { requirement, where, subtaskIds, place }: Applied,
  { isScoring }: RequirementContext,
  { errors }: PackageFindings,
): Expectation[] {
  const { permitted, required, score, message } = requirement;
  const expectations: Expectation[] = [];
  if (permitted) expectations.push({ kind: "permitted", where, verdicts: verdictsOf(permitted) });
  if (required) expectations.push({ kind: "required", where, verdicts: verdictsOf(required) });
  if (message) expectations.push({ kind: "message", where, text: message });
  if (score === undefined) return expectations;
  if (!isScoring) pushOnce(errors, `${SUBMISSIONS_YAML}: ${place}: score: only for problems of type scoring`);
  if (subtaskIds.length === 0)
    pushOnce(errors, `${SUBMISSIONS_YAML}: ${place}: score: only for test groups, which have one`);
  for (const subtaskId of subtaskIds)
    expectations.push({ kind: "score", subtaskId, atLeast: Math.min(...score), atMost: Math.max(...score) });
  return expectations;
}

/** Upper where it must be too slow; lower where no testcase may be. */
function timeLimitBound(applied: readonly Applied[], { everywhere }: RequirementContext): Expected["timeLimitBound"] {
  const used = applied.filter(({ requirement }) => requirement.use_for_time_limit !== false);
  const isUpper = ({ required, use_for_time_limit: use }: Requirement) =>
    use === "upper" || (required?.length === 1 && required[0] === "TLE");
  if (used.some(({ requirement }) => isUpper(requirement))) return "upper";
  const isLower = ({ permitted, use_for_time_limit: use }: Requirement) =>
    use === "lower" || (permitted !== undefined && !permitted.includes("TLE"));
  const bounded = new Set(
    used.filter(({ requirement }) => isLower(requirement)).flatMap(({ where }) => where.testcaseIds),
  );
  return everywhere.testcaseIds.every((id) => bounded.has(id)) ? "lower" : undefined;
}

/** What the submission as a whole may end with. */
function inShort(applied: readonly Applied[], { everywhere, isScoring }: RequirementContext): ExpectedVerdict[] {
  const whole = applied.filter(({ where }) => where === everywhere).map(({ requirement }) => requirement);
  const all: SpecVerdict[] = ["AC", "WA", "TLE", "RTE"];
  const permitted = all.filter((verdict) => whole.every((one) => one.permitted?.includes(verdict) ?? true));
  const required = permitted.filter((verdict) => whole.every((one) => one.required?.includes(verdict) ?? true));
  const verdicts = verdictsOf(required.length > 0 ? required : permitted);
  const mayBePartial = isScoring && verdicts.some((verdict) => verdict !== "AC");
  return mayBePartial ? [...verdicts, "PAC"] : verdicts;
}

function verdictsOf(verdicts: readonly SpecVerdict[]): ExpectedVerdict[] {
  return [...new Set(verdicts.flatMap((verdict) => VERDICTS[verdict]))];
}

function withoutUndefined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Partial<T>;
}

function pushOnce(messages: string[], message: string): void {
  if (!messages.includes(message)) messages.push(message);
}
