import { basename } from "node:path";
import { parse } from "yaml";
import type { z } from "zod";
import { messageOf } from "../../domain/errors.ts";
import { languageOfFile } from "../../domain/language.ts";
import type {
  Comparison,
  ExpectedVerdict,
  JurySubmission,
  Problem,
  SourceFile,
  Testcase,
} from "../../domain/problem.ts";
import { sha256Of } from "../../domain/sha256.ts";
import type { PackageFiles } from "../package-files.ts";
import type { PackageFindings, PackageReading } from "../package-reading.ts";
import { parseComparisonFlags } from "./comparison-flags.ts";
import { limitsOf, type ProblemYaml, problemYaml, testGroupYaml } from "./icpc-schema.ts";

/** The format has no points for pass-fail problems: solved is 100, as at the IOI. */
const PASS_FAIL_SCORE = 100;

const EXPECTED_BY_FOLDER: ReadonlyMap<string, ExpectedVerdict> = new Map([
  ["accepted", "AC"],
  ["partially_accepted", "PAC"],
  ["wrong_answer", "WA"],
  ["time_limit_exceeded", "TLE"],
  ["run_time_error", "RTE"],
  ["runtime_exception", "RTE"],
  ["memory_limit_exceeded", "MLE"],
  ["output_limit_exceeded", "OLE"],
  ["compile_error", "CE"],
]);

export function isIcpcPackage(files: PackageFiles): boolean {
  return files.has("problem.yaml");
}

/** Reads a pass-fail problem in the ICPC/Kattis package format: https://icpc.io/problem-package-format/ */
export async function readIcpcPackage(files: PackageFiles): Promise<PackageReading> {
  const findings: PackageFindings = { errors: [...files.errors], warnings: [] };
  const yaml = await readYaml(files, "problem.yaml", problemYaml, findings);
  if (yaml) refuseUnread(files, yaml, findings);
  const timeLimitSeconds = yaml && (await readTimeLimit(files, yaml, findings));
  const comparison = yaml && (await readComparison(files, yaml, findings));
  const testcases = await readTestcases(files, findings);
  const submissions = await readSubmissions(files, findings);
  const inputValidators = await readPrograms(files, ["input_validators", "input_format_validators"], findings);
  const statement = await readStatement(files, findings);
  if (findings.errors.length > 0 || !yaml || timeLimitSeconds === undefined || !comparison)
    return { problem: undefined, ...findings };
  const id = basename(files.folder);
  const problem: Problem = {
    ...{ id, name: nameOf(yaml, id), statement, limits: limitsOf(yaml.limits, timeLimitSeconds), comparison },
    maxScore: PASS_FAIL_SCORE,
    testcases,
    subtasks: [{ id: "all", maxScore: PASS_FAIL_SCORE, testcaseIds: testcases.map((testcase) => testcase.id) }],
    submissions,
    inputValidators,
    packageHash: await hashPackage(files),
  };
  return { problem, ...findings };
}

async function readYaml<T>(
  files: PackageFiles,
  path: string,
  schema: z.ZodType<T>,
  findings: PackageFindings,
): Promise<T | undefined> {
  let data: unknown;
  try {
    data = parse(await files.text(path)) ?? {};
  } catch (error) {
    findings.errors.push(`${path}: not YAML: ${messageOf(error)}`);
    return undefined;
  }
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    findings.errors.push(`${path}: ${issue.path.join(".") || "the whole file"}: ${issue.message}`);
  }
  return undefined;
}

/** What is in the format but would be judged wrong here is refused by name. */
function refuseUnread(files: PackageFiles, yaml: ProblemYaml, { errors }: PackageFindings): void {
  const types = [yaml.type].flat().flatMap((type) => type.split(" "));
  for (const type of types) {
    if (type !== "pass-fail") errors.push(`problem.yaml: type: ${type} problems are not read yet, only pass-fail`);
  }
  if (yaml.validation !== "default")
    errors.push(`problem.yaml: validation: "${yaml.validation}" is not read yet, only default`);
  for (const folder of ["output_validator", "output_validators", "include", "graders"]) {
    if (files.below(folder).length > 0) errors.push(`${folder}/: not read yet`);
  }
}

async function readTimeLimit(
  files: PackageFiles,
  yaml: ProblemYaml,
  { errors }: PackageFindings,
): Promise<number | undefined> {
  if (yaml.limits.time_limit !== undefined) return yaml.limits.time_limit;
  if (files.has(".timelimit")) {
    const seconds = Number((await files.text(".timelimit")).trim());
    if (Number.isFinite(seconds) && seconds > 0) return seconds;
    errors.push(".timelimit: expected a number of seconds");
    return undefined;
  }
  errors.push("problem.yaml: limits.time_limit: missing, expected a number of seconds (there is no .timelimit either)");
  return undefined;
}

async function readComparison(
  files: PackageFiles,
  yaml: ProblemYaml,
  findings: PackageFindings,
): Promise<Comparison | undefined> {
  const flags = wordsOf(yaml.validator_flags);
  const groups = await readGroupFlags(files, findings);
  const [first] = groups;
  for (const { path, words } of groups) {
    if (words.join(" ") !== first?.words.join(" "))
      findings.errors.push(`${path}: output validator flags other than in ${first?.path} are not read yet`);
  }
  flags.push(...(first?.words ?? []));
  try {
    return parseComparisonFlags(flags);
  } catch (error) {
    findings.errors.push(`output validator flags: ${messageOf(error)}`);
    return undefined;
  }
}

interface GroupFlags {
  readonly path: string;
  readonly words: readonly string[];
}

/** The files of test groups that give flags, outermost first; those without any inherit them. */
async function readGroupFlags(files: PackageFiles, findings: PackageFindings): Promise<GroupFlags[]> {
  const groups: GroupFlags[] = [];
  for (const path of files.below("data").filter((path) => /\/(test_group|testdata)\.yaml$/.test(path))) {
    const group = await readYaml(files, path, testGroupYaml, findings);
    const value = group?.output_validator_args ?? group?.output_validator_flags;
    if (value !== undefined) groups.push({ path, words: [value].flat().flatMap(wordsOf) });
  }
  return groups.sort((a, b) => a.path.split("/").length - b.path.split("/").length);
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

async function readTestcases(files: PackageFiles, { errors, warnings }: PackageFindings): Promise<Testcase[]> {
  const testcases: Testcase[] = [];
  for (const kind of ["sample", "secret"] as const) {
    for (const path of files.below(`data/${kind}`).filter((path) => path.endsWith(".in"))) {
      const answerPath = `${path.slice(0, -".in".length)}.ans`;
      if (!files.has(answerPath)) {
        errors.push(`${path}: its answer ${answerPath} is missing`);
        continue;
      }
      const id = path.slice("data/".length, -".in".length);
      testcases.push({ id, kind, input: await files.data(path), answer: await files.data(answerPath) });
    }
  }
  if (!testcases.some((testcase) => testcase.kind === "secret"))
    errors.push("data/secret: no testcases: an empty test suite accepts everything");
  if (!testcases.some((testcase) => testcase.kind === "sample")) warnings.push("data/sample: no samples");
  const firstWithInput = new Map<string, string>();
  for (const { id, input } of testcases) {
    const first = firstWithInput.get(input.sha256);
    if (first === undefined) firstWithInput.set(input.sha256, id);
    else warnings.push(`${id}: the same input as ${first}`);
  }
  return testcases;
}

async function readSubmissions(files: PackageFiles, { errors, warnings }: PackageFindings): Promise<JurySubmission[]> {
  const submissions: JurySubmission[] = [];
  for (const path of files.below("submissions")) {
    const [, folder, ...rest] = path.split("/");
    const expected = EXPECTED_BY_FOLDER.get(folder ?? "");
    const language = languageOfFile(path);
    if (!expected || rest.length !== 1 || !language)
      warnings.push(`${path}: passed over: no known folder, or no language that is judged`);
    else
      submissions.push({
        path,
        language,
        source: await files.text(path),
        expected: [expected],
        expectedScore: undefined,
      });
  }
  if (!submissions.some(({ expected }) => expected.includes("AC")))
    errors.push("submissions/accepted: no accepted submission to check the judge with");
  return submissions;
}

async function readPrograms(
  files: PackageFiles,
  folders: readonly string[],
  { warnings }: PackageFindings,
): Promise<SourceFile[]> {
  const programs: SourceFile[] = [];
  for (const path of folders.flatMap((folder) => files.below(folder))) {
    const language = languageOfFile(path);
    if (language) programs.push({ path, language, source: await files.text(path) });
    else warnings.push(`${path}: passed over: no language that is judged`);
  }
  return programs;
}

async function readStatement(files: PackageFiles, { errors }: PackageFindings): Promise<string> {
  const candidates = ["statement", "problem_statement"].flatMap((folder) => files.below(folder));
  for (const pattern of [/\/problem\.en\.md$/, /\/problem(\.\w+)?\.md$/, /\/problem(\.en)?\.tex$/]) {
    const path = candidates.find((candidate) => pattern.test(candidate));
    if (path) return (await files.text(path)).replace(/\{\{\s*(nextsample|remainingsamples)\s*\}\}/g, "").trim();
  }
  errors.push("statement/: no problem.en.md");
  return "";
}

function nameOf(yaml: ProblemYaml, id: string): string {
  if (typeof yaml.name === "string") return yaml.name;
  return yaml.name?.["en"] ?? Object.values(yaml.name ?? {})[0] ?? id;
}

/** Recorded answers of a model lie beside a shipped problem but are not part of it. */
async function hashPackage(files: PackageFiles): Promise<string> {
  const parts: string[] = [];
  for (const path of files.paths.filter((path) => !path.startsWith("recorded/")))
    parts.push(path, (await files.data(path)).sha256);
  return sha256Of(...parts);
}
