import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { expectMessage, WorkFolder } from "./support/command.ts";
import {
  answer,
  RIGHT,
  RIGHT_TOO,
  SMALL_ONLY,
  WRONG,
  writeDoubling,
  writeFiles,
  writePool,
} from "./support/doubling.ts";
import { countEvents, withoutTimes } from "./support/run-events.ts";

const CONTEST = `
name: The Cup
rules: codeforces
division: Div. 3
length_minutes: 100
problems:
  - { path: one, label: A, points: 500, difficulty: 800 }
  - { path: two, label: B, points: 1000, difficulty: 1600 }
standings: [others.csv]
cutoffs:
  - { gold: 1400, silver: 400, source: made up for this test }
`;

const OTHERS = ["points,penalty,rating", "1500,0,2400", "900,0,1700", "450,0,1500", "0,0,1100", ""].join("\n");

let work: WorkFolder;
beforeEach(() => {
  work = new WorkFolder();
  for (const name of ["one", "two"]) writeDoubling(work.at("cup", name));
  writeFiles(work.at("cup"), { "contest.yaml": CONTEST, "others.csv": OTHERS });
  writePool(work.at("cup", "one", "recorded"), [SMALL_ONLY, RIGHT, RIGHT_TOO].map(answer));
  writePool(work.at("cup", "two", "recorded"), [WRONG, SMALL_ONLY].map(answer));
});
afterEach(() => work[Symbol.dispose]());

test("solves every problem in one run, and says what that is worth under the rules, beside people, and as ratings", async () => {
  const args = ["contest", "cup", "--run", "cup.sqlite", "--seed", "3", "--clock", "fixed:10"];
  const { stdout, exitCode } = await work.run(args);
  expect(exitCode).toBe(1);
  expect(stdout).toContain("The Cup: 100 of 200 points with");
  expect(stdout).toContain("Result under the rules: Codeforces");
  expect(stdout).toContain("Rating card: one result by each method that there is evidence for");
  for (const line of stdout.split("\n")) expect([...line].length).toBeLessThanOrEqual(100);

  const replayed = await work.run(["replay", "cup.sqlite", "--clock", "fixed:10"]);
  expect(replayed.stdout).toBe(stdout);

  const json = JSON.parse((await work.run(["replay", "cup.sqlite", "--clock", "fixed:10", "--json"])).stdout);
  const { result } = json;
  const [a, b] = result.problems;
  // 120 * 500 * 10 / (250 * 100) = 24 are gone after ten minutes.
  expect(a.points).toBe(500 - 24 - 50 * a.failedAttempts);
  expect(b).toMatchObject({ label: "B", points: 0, solved: false, solvedAtMinute: null });
  expect(result.ranking).toMatchObject({ rank: a.points > 450 ? 3 : 4, participants: 4 });
  expect(result.medals).toEqual([{ award: a.points >= 400 ? "silver" : null, source: "made up for this test" }]);
  expect(result.protocol).toMatchObject({
    ...{ strategy: "public-filter", submissionLimit: 10, clock: "all submissions in minute 10", runs: 1 },
    ...{ contests: ["The Cup"], divisions: ["Div. 3"], rules: expect.stringContaining("Codeforces") },
  });
  expect(stdout).toContain("contests: The Cup; division: Div. 3\n");
  for (const rating of Object.values(result.ratings)) expect(rating).toMatchObject({ rating: expect.any(Number) });
  expect(json.problems.map(({ id }: { id: string }) => id)).toEqual(["one", "two"]);
  expect(new Set(json.submissions.map(({ problem }: { problem: string }) => problem))).toEqual(new Set(["one", "two"]));
});

test("percentiles are among the users of a table of one's own, where there is one", async () => {
  await work.run(["contest", "cup", "--run", "cup.sqlite", "--quiet", "--no-baselines"]);
  writeFiles(work.path, { "club.csv": "# users: our club\n# source: its page\n# date: 2026\nrating,users\n-9000,3\n" });
  const replay = ["replay", "cup.sqlite", "--rating-distribution"];
  const { stdout } = await work.run([...replay, "club.csv"]);
  expect(stdout).toContain("below: share of our club with a lower rating (2026)");
  expect(stdout).toContain("their ratings: its page");
  const { result } = JSON.parse((await work.run([...replay, "club.csv", "--json"])).stdout);
  expect(result.ratingDistribution).toEqual({ users: "our club", source: "its page", date: "2026" });
  for (const rating of Object.values(result.ratings)) expect(rating).toMatchObject({ percentile: 1 });
  expectMessage(await work.run([...replay, "none.csv"]), 2, "--rating-distribution none.csv cannot be read");
});

test("killed and resumed, it ends as an undisturbed run does", async () => {
  const args = ["contest", "cup", "--seed", "5", "--quiet", "--json", "--clock", "fixed:10"];
  const whole = await work.run([...args, "--run", "whole.sqlite"]);
  const killed = work.start([...args, "--run", "killed.sqlite"]);
  while ((countEvents(work.at("killed.sqlite")).get("candidate-tested") ?? 0) < 2)
    await new Promise((resolve) => setTimeout(resolve, 20));
  killed.kill("SIGKILL");
  await killed.ended;
  const resumed = await work.run([...args, "--run", "killed.sqlite", "--resume"]);
  expect(withoutTimes(resumed.stdout)).toEqual(withoutTimes(whole.stdout));
});

describe("mistakes are told with their place", () => {
  test("a folder that is no contest", async () => {
    expectMessage(await work.run(["contest", "cup/one"]), 2, "is no contest, a folder with a contest.yaml");
  });

  test("standings that are no standings", async () => {
    writeFiles(work.at("cup"), { "others.csv": "name,rating\nann,1500\n" });
    expectMessage(await work.run(["contest", "cup", "--quiet"]), 2, "others.csv: expected a column points or score");
  });

  test("a clock that does not exist", async () => {
    expectMessage(await work.run(["contest", "cup", "--clock", "sundial"]), 2, "expected wall, schedule");
  });
});
