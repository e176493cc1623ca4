import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { Command, Option } from "commander";
import type { Io } from "../../src/commands/io.ts";
import { openTruth } from "../../src/commands/mutate.ts";
import { cacheFolder, type OpenJudge, openJudge } from "../../src/commands/open-judge.ts";
import { wholeFrom } from "../../src/commands/options.ts";
import { startProgress } from "../../src/commands/progress.ts";
import { findPackages } from "../../src/problem/find-packages.ts";
import { readProblem } from "../../src/problem/read-problem.ts";
import { findFacts, type PackageFacts, packageFacts } from "./package-facts.ts";
import { type PlacedFacts, problemsMarkdown } from "./problems-markdown.ts";

const PROBLEMS = fileURLToPath(new URL("../../problems", import.meta.url));

const { mutants, slots } = new Command("problems:table")
  .description(
    "writes problems/README.md; what was found of a package that has not changed since is not looked for again",
  )
  .addOption(
    new Option("--mutants <n>", "of the accepted submissions of each package").argParser(wholeFrom(1)).default(60),
  )
  .addOption(new Option("--slots <n>", "programs judged at a time").argParser(wholeFrom(1)))
  .parse()
  .opts<{ mutants: number; slots?: number }>();

const io: Io = {
  out: console.log,
  note: console.error,
  env: process.env,
  signal: new AbortController().signal,
  isTerminal: process.stderr.isTTY === true,
};

await using judge = await openJudge({ image: "default", ...(slots === undefined ? {} : { slots }) }, [], io);
using progress = startProgress(io, false);
const packages: PlacedFacts[] = [];
for (const path of await findPackages(PROBLEMS))
  packages.push({ path: relative(PROBLEMS, path), facts: await factsOf(path, judge) });
writeFileSync(join(PROBLEMS, "README.md"), problemsMarkdown(packages, mutants));

async function factsOf(path: string, { ...deps }: OpenJudge): Promise<PackageFacts> {
  await using reading = await readProblem(path);
  const { problem } = reading;
  const folder = join(cacheFolder(io.env), "problem-facts");
  const kept = join(folder, `${problem.packageHash}-${mutants}.json`);
  const known = textOf(kept);
  if (known !== undefined) return packageFacts.parse(JSON.parse(known));
  const truth = await openTruth(undefined, problem.packageHash, io.env);
  const facts = await findFacts(problem, mutants, { ...deps, truth }, (what) => progress.show(what));
  mkdirSync(folder, { recursive: true });
  writeFileSync(kept, JSON.stringify(facts));
  return facts;
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
