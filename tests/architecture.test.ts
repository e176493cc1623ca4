import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const src = join(root, "src");

/** Lowest first. A folder may import from folders before it, never after. */
const LAYERS = [
  "domain",
  "mutation",
  "problem",
  "model",
  "sandbox",
  "run-log",
  "judge",
  "strength",
  "recording",
  "solver",
  "selection",
  "contest",
  "replay",
  "report",
  "commands",
  "cli.ts",
];

/** What would make a replay or a score unbelievable, though it lies lower. */
const FORBIDDEN: readonly (readonly [from: string, to: RegExp, why: string])[] = [
  [
    "report",
    /^(judge|strength|recording|solver|sandbox|model|selection)\/|^contest\/(?!rules\/|rating\/|standings\/|submission-clock\/)|^replay\/(?!(?:curve|what-if-row|finding)\.ts)/,
    "a report is made from events alone, and pure rules",
  ],
  [
    "solver",
    /^(contest|problem|report|strength|recording)\//,
    "the solver sees no secret testcase and no verdict of the contest",
  ],
  [
    "solver",
    /^judge\/(judge-program|verify-problem|validate-input|try-validators|try-checker)\.ts$/,
    "these take a problem with its secret testcases",
  ],
  [
    "selection",
    /^(contest|problem|judge|strength|recording|sandbox|run-log|report|solver)\//,
    "a strategy knows its view and nothing else",
  ],
];

const WORDS_NOT_USED = /\b(elo|leaderboard|scoreboard|comparator|communicator)\b/i;

interface Import {
  readonly file: string;
  readonly target: string;
}

const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((path) => /\.tsx?$/.test(path));
const imports = files.flatMap(importsOf);

test("no folder imports from a later one", () => {
  const upward = imports.filter(({ file, target }) => layerOf(target) > layerOf(file));
  expect(upward).toEqual([]);
});

test("what must not know of a thing does not import it", () => {
  const broken = FORBIDDEN.flatMap(([from, to, why]) =>
    imports
      .filter(({ file, target }) => file.startsWith(`${from}/`) && to.test(target))
      .map((found) => ({ ...found, why })),
  );
  expect(broken).toEqual([]);
});

test("solver and selection take no problem with secret testcases", () => {
  const naming = files.filter((file) => /^(solver|selection)\//.test(file) && /\bProblem\b/.test(read(file)));
  expect(naming).toEqual([]);
});

test("nothing that solver and selection reach, however far, holds secret testcases or verdicts of the contest", () => {
  const behindTheServer =
    /^(contest|problem(?!\/source\/temporary-folder\.ts)|report|commands)\/|^judge\/(judge-program|verify-problem)\.ts$|run-file\.ts$/;
  expect(reachedFrom("solver").filter((file) => behindTheServer.test(file))).toEqual([]);
  expect(reachedFrom("selection").filter((file) => !/^(selection|domain)\//.test(file))).toEqual([]);
  expect(reachedFrom("contest")).toContain("judge/judge-program.ts");
});

test("selection reads no file and asks nobody", () => {
  const reading = files.filter((file) => file.startsWith("selection/") && /\bfrom "(?!\.)|\bimport\(/.test(read(file)));
  expect(reading).toEqual([]);
});

test("only cli.ts ends the process; only it and the commands print", () => {
  const exiting = files.filter((file) => file !== "cli.ts" && /process\.exit\b|process\.exitCode/.test(read(file)));
  const printing = files.filter(
    (file) => !/^(cli\.ts|commands\/)/.test(file) && /console\.|process\.std(out|err)/.test(read(file)),
  );
  expect({ exiting, printing }).toEqual({ exiting: [], printing: [] });
});

test("one word for one idea", () => {
  // What stands in quotes may be somebody else's word.
  const ownWords = (file: string) => read(file).replaceAll(/"[^"\n]*"/g, "");
  expect(files.filter((file) => WORDS_NOT_USED.test(ownWords(file)))).toEqual([]);
});

describe("ARCHITECTURE.md", () => {
  const text = readFileSync(join(root, "ARCHITECTURE.md"), "utf8");

  test("names every folder of src", () => {
    const folders = readdirSync(src, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(folders.filter((folder) => !text.includes(`\`src/${folder}/`))).toEqual([]);
  });

  test("names no path that is not there", () => {
    const named = [...text.matchAll(/`((?:src|tests|sandbox|problems)\/[\w./-]*)`/g)].map((match) => match[1] ?? "");
    const missing = named.filter((path) => !exists(path));
    expect(named.length).toBeGreaterThan(10);
    expect(missing).toEqual([]);
  });
});

function importsOf(file: string): Import[] {
  const specifiers = [...read(file).matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map((match) => match[1] ?? "");
  return specifiers.map((specifier) => ({ file, target: relative(src, resolve(src, dirname(file), specifier)) }));
}

/** Files of the folder, and all that they import, directly or not; types too. */
function reachedFrom(folder: string): string[] {
  const reached = new Set(files.filter((file) => file.startsWith(`${folder}/`)));
  for (const file of reached) for (const found of imports) if (found.file === file) reached.add(found.target);
  return [...reached];
}

function layerOf(path: string): number {
  const layer = LAYERS.indexOf(path.split("/")[0] ?? "");
  if (layer < 0) throw new Error(`${path} is in no layer: add its folder to LAYERS`);
  return layer;
}

function read(file: string): string {
  return readFileSync(join(src, file), "utf8");
}

function exists(path: string): boolean {
  try {
    readdirSync(join(root, dirname(path)));
    return path.endsWith("/") || readdirSync(join(root, dirname(path))).includes(path.split("/").at(-1) ?? "");
  } catch {
    return false;
  }
}
