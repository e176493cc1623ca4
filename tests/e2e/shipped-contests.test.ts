import { readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WorkFolder } from "./support/command.ts";
import { writeFiles, writePool } from "./support/doubling.ts";
import { countEvents } from "./support/run-events.ts";

const PROBLEMS = fileURLToPath(new URL("../../problems", import.meta.url));

let work: WorkFolder;
beforeEach(() => {
  work = new WorkFolder();
});
afterEach(() => work[Symbol.dispose]());

/** A pool a problem, of its jury's own programs, and the contest as it is shipped but for people beside it. */
function writeContest(name: string, programs: Readonly<Record<string, readonly string[]>>, people: string): void {
  const shipped = join(PROBLEMS, name);
  const packages = readdirSync(shipped).filter((entry) => entry !== "contest.yaml");
  expect(packages.sort()).toEqual(Object.keys(programs).sort());
  const yaml = `${readFileSync(join(shipped, "contest.yaml"), "utf8")}\nstandings: [people.csv]\n`;
  writeFiles(work.at(name), { "contest.yaml": yaml, "people.csv": people });
  for (const [problem, files] of Object.entries(programs)) {
    symlinkSync(join(shipped, problem), work.at(name, problem));
    const sources = files.map((file) => readFileSync(join(shipped, problem, file), "utf8"));
    writePool(
      work.at("pools", problem),
      sources.map((source) => `Read it twice, then write.\n\n\`\`\`cpp\n${source}\n\`\`\`\n`),
    );
  }
}

async function solve(name: string) {
  const args = ["contest", name, "--model", "recorded:pools", "--run", "run.sqlite", "--clock", "fixed:30"];
  const { stdout, stderr } = await work.run([...args, "--no-baselines", "--json"]);
  expect(stdout, stderr).not.toBe("");
  const { result } = JSON.parse(stdout);
  const text = (await work.run(["replay", "run.sqlite", "--clock", "fixed:30"])).stdout;
  return { result, text };
}

/** Slow: real packages, each with a checker or a manager to compile, and all of their testcases. */
const SLOW_MACHINE_MS = 900_000;

/** Two hundred people, from the best to the worst. */
function people(pointsOf: (place: number) => number, awardOf: (place: number) => string): string {
  const rows = Array.from({ length: 200 }, (_, index) => {
    return `${pointsOf(index + 1)},${2900 - 10 * index},${awardOf(index + 1)}`;
  });
  return `points,rating,award\n${rows.join("\n")}\n`;
}

test("the olympiad, over its two days: subtasks add up, and there are a place, a medal and a card", {
  timeout: SLOW_MACHINE_MS,
}, async () => {
  const award = (place: number) => (place <= 20 ? "gold" : place <= 50 ? "silver" : place <= 100 ? "bronze" : "");
  const programs = {
    sluice: ["solutions/correct/sub1-table.cpp", "solutions/correct/sub2-prefix.cpp"],
    ports: ["solutions/incorrect/by-letters.cpp", "solutions/model_solution/halve-the-ports.cpp"],
    walks: ["solutions/model_solution/thirds-side-by-side.cpp", "solutions/incorrect/lit-is-one-too-many.cpp"],
    tape: ["solutions/incorrect/order_of_peeling.cpp", "solutions/model_solution/peel_and_lines.cpp"],
    anchor: ["solutions/model_solution/two_way_tree.cpp", "solutions/correct/sub1-walk.cpp"],
    wreath: ["solutions/incorrect/remembers.cpp", "solutions/incorrect/counts-in-int.cpp"],
  };
  writeContest(
    "olympiad",
    programs,
    people((place) => 600 - 3 * place, award),
  );
  const { result, text } = await solve("olympiad");
  const points = result.problems.map((problem: { label: string; points: number }) => [problem.label, problem.points]);
  expect(Object.fromEntries(points)).toEqual({
    ...{ sluice: 22, ports: 100, walks: 100, tape: 100, anchor: 100, wreath: 15.41 },
  });
  expect(result).toMatchObject({
    points: 437.41,
    solved: 4,
    ranking: { rank: 55, participants: 200, percentile: 0.73 },
  });
  expect(result.medals).toEqual([{ award: "bronze", source: "people.csv" }]);
  expect(result.ratings).toMatchObject({ "place-likelihood": expect.any(Object), "problem-difficulty": null });
  expect(text).toContain("Rating card: one result by each method");
});

test("the round, under Codeforces' rules: points decay, attempts cost, and there are a place and a card", {
  timeout: SLOW_MACHINE_MS,
}, async () => {
  const wrong = (file: string) => `submissions/wrong_answer/${file}.cpp`;
  const right = (file: string) => `submissions/accepted/${file}.cpp`;
  const programs = {
    "a-fairy-lights": [wrong("last_colour"), right("one_balance")],
    "b-not-a-bun-left": [wrong("sum_in_int"), right("both_ways")],
    "c-one-more-turn": [right("halving"), wrong("above_average")],
    "d-ring-of-flags": [wrong("largest_first"), right("fewest_flags")],
    "e-slow-pigeons": [wrong("golden_section"), wrong("sums_in_int")],
    "f-full-crates": [wrong("pairs_in_int"), wrong("parity_only")],
  };
  writeContest(
    "round",
    programs,
    people(
      (place) => 9000 - 40 * place,
      () => "",
    ),
  );
  const { result, text } = await solve("round");
  // 120 * x * 30 / (250 * 135) of x is gone after half an hour, in whole points.
  const points = result.problems.map((problem: { label: string; points: number }) => [problem.label, problem.points]);
  expect(Object.fromEntries(points)).toEqual({ A: 447, B: 894, C: 1340, D: 1787, E: 0, F: 0 });
  expect(result).toMatchObject({
    points: 4468,
    solved: 4,
    ranking: { rank: 114, participants: 200, percentile: 0.435 },
  });
  for (const rating of Object.values(result.ratings)) expect(rating).toMatchObject({ rating: expect.any(Number) });
  expect(text).toContain("Rating card: one result by each method");
});

/** The problems of each whose answers have programs that make tests. */
const WITH_TESTS = [
  ["olympiad", ["sluice", "ports", "anchor"]],
  ["round", ["a-fairy-lights", "b-not-a-bun-left", "c-one-more-turn", "d-ring-of-flags", "f-full-crates"]],
] as const;

test.each(WITH_TESTS)(
  "the %s from its recorded answers with every feature on: made tests, repairs, rounds",
  {
    timeout: SLOW_MACHINE_MS,
  },
  async (name, withTests) => {
    symlinkSync(PROBLEMS, work.at("problems"));
    const features = ["--tests-per-subtask", "--brute-forces", "4", "--repairs", "1", "--hints", "0.3"];
    const inputs = ["--generators", "16", "--validators", "16", "--inputs", "8"];
    const solver = ["--samples", "2", "--rounds", "2", "--strategy", "gencorrect", "--per-subtask", "0.5"];
    const run = ["--model", "recorded", "--run", "run.sqlite", "--no-baselines", "--json"];
    const ended = await work.run(["contest", `problems/${name}`, ...run, ...solver, ...features, ...inputs]);
    expect(ended.stdout, ended.stderr).not.toBe("");
    const { problems } = JSON.parse(ended.stdout);
    const made = problems.filter(({ tests }: { tests: unknown }) => tests !== null);
    expect(made.map(({ id }: { id: string }) => id)).toEqual(withTests);
    for (const { id, tests } of made) {
      // One of the recorded generators ends in an error, on purpose.
      expect(tests.programs, id).toMatchObject({ generator: { failed: 1 }, validator: { failed: 0 } });
      expect(tests.kept, id).toBeGreaterThanOrEqual(6);
    }
    // No answer has more than one program: what is more are repairs.
    const total = (of: "answers" | "programs") =>
      problems.reduce((sum: number, { pool }: { pool: Record<typeof of, number> }) => sum + pool[of], 0);
    expect(total("programs")).toBeGreaterThan(total("answers"));
    const events = countEvents(work.at("run.sqlite"));
    for (const type of ["output-agreed", "signature-taken", "round-finished"])
      expect(events.get(type) ?? 0, type).toBeGreaterThan(0);
  },
);
