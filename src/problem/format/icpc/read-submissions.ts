import type { JurySubmission, Testcase } from "../../../domain/problem.ts";
import type { AnswerSet, Program } from "../../../domain/program.ts";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { isAnswerFile, readAnswerSet } from "../../read-answer-set.ts";
import { readProgram } from "../../read-program.ts";
import { programWithConstants } from "./constants.ts";
import { type ExpectedTags, readExpectedTags } from "./expected-tags.ts";
import { type Expected, type FolderContext, folderExpectation, verdict } from "./folder-expectations.ts";
import { withParents } from "./glob.ts";
import type { Grading } from "./grading.ts";
import { orFinding } from "./or-finding.ts";
import { isPackageName } from "./package-names.ts";
import type { PackageSettings } from "./problem-yaml.ts";
import { reportImpossible } from "./report-impossible.ts";
import { requiredOf } from "./requirements.ts";
import { fileOfEntry, isSaidByEnding, languageOfSubmission } from "./submission-language.ts";
import { readSubmissionsYaml, SUBMISSIONS_YAML, type SubmissionEntry } from "./submissions-yaml.ts";

export interface SubmissionParts {
  readonly settings: PackageSettings;
  readonly testcases: readonly Testcase[];
  readonly grading: Grading;
  /** Whether groups are graded by flags; the folders then mean what they do in the legacy format. */
  readonly hasLegacyGroups: boolean;
  readonly givesPoints: boolean;
}

interface Context extends SubmissionParts {
  readonly files: PackageFiles;
  readonly findings: PackageFindings;
  readonly entries: readonly SubmissionEntry[];
  readonly folder: FolderContext;
  /** What is in other languages, each with the reason. */
  readonly notJudged: string[];
}

export async function readSubmissions(
  files: PackageFiles,
  parts: SubmissionParts,
  findings: PackageFindings,
): Promise<JurySubmission[]> {
  const { testcases, grading, settings, givesPoints } = parts;
  const entries = await readSubmissionsYaml(files, findings);
  const folder = {
    everywhere: { name: "", testcaseIds: testcases.map(({ id }) => id) },
    ...{ isScoring: settings.isScoring, givesPoints, maxScore: grading.maxScore },
    hasGroups: grading.scoring.kind === "groups",
  };
  const context: Context = { ...parts, files, findings, entries, folder, notJudged: [] };
  const submissions: JurySubmission[] = [];
  for (const path of listSubmissions(files)) {
    const submission = await readSubmission(path, context);
    if (submission) submissions.push(submission);
  }
  reportEntries(context);
  if (context.notJudged.length > 0) findings.warnings.push(`submissions: not judged: ${context.notJudged.join("; ")}`);
  if (!submissions.some(({ path }) => path.startsWith("submissions/accepted/")) && !submissions.some(isAccepted))
    findings.errors.push("submissions/accepted: no accepted submission to check the judge with");
  reportImpossible(submissions, grading, findings);
  return submissions;
}

/** Every file and folder directly in a folder of submissions is one. */
function listSubmissions(files: PackageFiles): string[] {
  const paths = files.below("submissions").map((path) => path.split("/"));
  const named = paths.filter((names) => names.length > 2 && names.every(isPackageName));
  return [...new Set(named.map((names) => names.slice(0, 3).join("/")))];
}

async function readSubmission(path: string, context: Context): Promise<JurySubmission | undefined> {
  const { files, findings } = context;
  const own = files.has(path) ? [path] : files.below(path);
  const content = await orFinding(findings, () => readContent(path, own, context));
  if (!content) return undefined;
  const sources =
    "source" in content ? [content.source, ...(content.others ?? []).map((file) => textOf(file.content))] : [];
  const tags = readExpectedTags(sources);
  for (const word of tags.unknown) findings.errors.push(`${path}: @EXPECTED_RESULTS@: no result is called "${word}"`);
  const expected = expectedOf(path, tags, context);
  if (!expected) {
    findings.warnings.push(`${path}: passed over: neither its folder nor a tag says what is expected of it`);
    return undefined;
  }
  return { path, content, ...expected };
}

/** A tag in the source goes before the folder, as in DOMjudge. */
function expectedOf(path: string, tags: ExpectedTags, context: Context): Expected | undefined {
  const { findings, entries, folder, grading, settings } = context;
  const relative = path.slice("submissions/".length);
  const [name = ""] = relative.split("/");
  const isLegacy = settings.version.generation === "legacy" || context.hasLegacyGroups;
  const requirement = { everywhere: folder.everywhere, subtasks: grading.subtasks, isScoring: settings.isScoring };
  const isMentioned = entries.some(({ matches }) => withParents(relative).some(matches));
  const required = isLegacy && !isMentioned ? undefined : requiredOf(relative, entries, requirement, findings);
  const own = required ?? folderExpectation(name, folder) ?? (isMentioned ? anything() : undefined);
  if (!settings.isScoring && name === "partially_accepted")
    findings.errors.push(`${path}: partially_accepted is only for problems of type scoring`);
  return withTags(tags, own, { path, context });
}

function withTags(
  { verdicts, score }: ExpectedTags,
  own: Expected | undefined,
  { path, context }: { readonly path: string; readonly context: Context },
): Expected | undefined {
  const { findings, settings } = context;
  if (verdicts?.length === 0) {
    findings.warnings.push(`${path}: to be looked at by a person, says its tag: any verdict is right`);
    return anything();
  }
  if (score !== undefined && !settings.isScoring)
    findings.warnings.push(`${path}: @EXPECTED_SCORE@: only for problems of type scoring; passed over`);
  const base = verdicts ? tagged(verdicts, score !== undefined) : own;
  if (!base || score === undefined || !settings.isScoring) return base;
  const expectation = { kind: "score", subtaskId: undefined, atLeast: score, atMost: score } as const;
  return { ...base, expectedScore: score, expectations: [...base.expectations, expectation] };
}

/** Who names a score beside it means by "correct" that the submission earns that. */
function tagged(verdicts: Expected["expected"], hasScore: boolean): Expected {
  const base = verdict(hasScore && verdicts.includes("AC") ? [...verdicts, "PAC"] : verdicts);
  const [only, ...more] = verdicts;
  if (more.length > 0 || (only !== "AC" && only !== "TLE")) return base;
  return { ...base, timeLimitBound: only === "AC" ? "lower" : "upper" };
}

function anything(): Expected {
  return { ...verdict(["AC", "PAC", "WA", "TLE", "MLE", "OLE", "RTE", "CE"]), expectations: [] };
}

async function readContent(
  path: string,
  own: readonly string[],
  context: Context,
): Promise<Program | AnswerSet | undefined> {
  const { files, findings, entries, settings, notJudged } = context;
  const relative = path.slice("submissions/".length);
  const matching = entries.filter(({ matches }) => withParents(relative).some(matches));
  const code = matching.findLast((entry) => entry.language !== undefined)?.language;
  const told = await languageOfSubmission(own, code, files);
  if ("missing" in told) {
    if (settings.isSubmitAnswer && own.every(isAnswerFile))
      return readAnswerSet(files, path, context.testcases, findings.errors);
    notJudged.push(`${relative} (no ${told.missing} here)`);
    return undefined;
  }
  const entrypoint = matching.findLast((entry) => entry.entrypoint !== undefined)?.entrypoint;
  const entry = entrypoint === undefined ? undefined : fileOfEntry(entrypoint, own);
  if (entrypoint !== undefined && !entry) {
    findings.errors.push(`${SUBMISSIONS_YAML}: ${path}: entrypoint: there is no file for "${entrypoint}" in it`);
    return undefined;
  }
  const { language } = told;
  const place = { path, ...(!isSaidByEnding(language, own) && { language }), ...(entry !== undefined && { entry }) };
  const program = await readProgram(files, place, findings);
  return program && programWithConstants(program, settings.constants);
}

function reportEntries({ entries, files, findings }: Context): void {
  const paths = files.below("submissions").map((path) => path.slice("submissions/".length));
  for (const { pattern, matches } of entries)
    if (!paths.some((path) => withParents(path).some(matches)))
      findings.warnings.push(`${SUBMISSIONS_YAML}: ${pattern}: matches no submission`);
}

function isAccepted({ expected }: JurySubmission): boolean {
  return expected.length > 0 && expected.every((verdict) => verdict === "AC");
}

function textOf(content: Uint8Array): string {
  return Buffer.from(content).toString("latin1");
}
