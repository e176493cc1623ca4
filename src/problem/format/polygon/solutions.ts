import { languageOfFile } from "../../../domain/language.ts";
import type { JurySubmission } from "../../../domain/problem.ts";
import { readProgram } from "../../read-program.ts";
import { at, DESCRIPTOR_PATH, type SolutionEntry } from "./descriptor.ts";
import { type Places, readExpectations } from "./expectations.ts";
import { languageOfType } from "./language-type.ts";
import type { PolygonPackage } from "./polygon-package.ts";
import { orFinding } from "./read-source.ts";

/** The jury's submissions; those that cannot be judged here are left out with a warning. */
export async function readSolutions(pkg: PolygonPackage, places: Places): Promise<JurySubmission[]> {
  const { assets } = pkg.descriptor;
  const { errors } = pkg.findings;
  const submissions: JurySubmission[] = [];
  for (const solution of assets.solutions) {
    const submission = await readSolution(pkg, solution, places);
    if (submission) submissions.push(submission);
  }
  const mains = assets.solutions.filter(({ tag }) => tag === "main").length;
  if (mains !== 1)
    errors.push(`${at(assets)}: assets/solutions: ${mains} solutions have the tag main: expected exactly one`);
  if (!submissions.some(({ expected }) => expected.length === 1 && expected[0] === "AC"))
    errors.push(`${DESCRIPTOR_PATH}: assets/solutions: no accepted solution to check the judge with`);
  return submissions;
}

async function readSolution(
  pkg: PolygonPackage,
  solution: SolutionEntry,
  places: Places,
): Promise<JurySubmission | undefined> {
  const { errors, warnings } = pkg.findings;
  const { path, type } = solution.source;
  const expectations = readExpectations(pkg, solution, places);
  if (!pkg.files.has(path)) {
    errors.push(`${at(solution.source)}: solution: ${path} is missing`);
    return undefined;
  }
  const language = type === undefined ? languageOfFile(path) : languageOfType(type);
  if (!language) warnings.push(`${path}: not judged: no ${type ?? "language for it"} here`);
  if (!language || !expectations) return undefined;
  const place = { path, language };
  const content = await orFinding(errors, () => readProgram(pkg.files, place, pkg.findings));
  return content && { path, content, expectedScore: undefined, ...expectations };
}
