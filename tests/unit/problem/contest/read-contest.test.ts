import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { UsageError } from "../../../../src/domain/errors.ts";
import { readContest } from "../../../../src/problem/contest/read-contest.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";

let folder: string;

beforeEach(() => {
  folder = join(temporaryFolder(), "cup");
  for (const name of ["one", "two", "three"]) mkdirSync(join(folder, name), { recursive: true });
});

test("days hold problems, by path or with points and difficulty; the folder's name is the contest's id", async () => {
  write(`
name: The Cup
rules: ioi
length_minutes: 300
min_interval_seconds: 60
submission_limit: 20
feedback: full
days:
  - problems: [one, two]
  - problems:
      - { path: three, label: C, points: 250, difficulty: 1900 }
`);
  expect(await readContest(folder)).toEqual({
    ...{ id: "cup", name: "The Cup", rules: "ioi", lengthMs: 18_000_000, submissionLimit: 20, minIntervalMs: 60_000 },
    ...{ feedback: "full", standings: [], cutoffs: [] },
    problems: [
      { path: join(folder, "one"), label: "one", day: 1, points: undefined, difficulty: undefined },
      { path: join(folder, "two"), label: "two", day: 1, points: undefined, difficulty: undefined },
      { path: join(folder, "three"), label: "C", day: 2, points: 250, difficulty: 1900 },
    ],
  });
  expect(await readContest(join(folder, "contest.yaml"))).toEqual(await readContest(folder));
});

test("medal lines are the contest's own, or those of an IOI", async () => {
  write(
    "name: Cup\nrules: ioi\nlength_minutes: 300\nproblems: [one]\ncutoffs: [{gold: 50, source: jury}]\nioi_year: 2024\n",
  );
  expect((await readContest(folder)).cutoffs).toMatchObject([
    { gold: 50, source: "jury" },
    { gold: 359.71, silver: 289.31, bronze: 216.97 },
  ]);
  write("name: Cup\nrules: ioi\nlength_minutes: 300\nproblems: [one]\nioi_year: 1066\n");
  await expect(readContest(folder)).rejects.toThrow("ioi_year: expected a year whose lines are known: 2013");
});

test("a contest of one day names its problems directly", async () => {
  write("name: Cup\nrules: icpc\nlength_minutes: 300\nproblems: [one]\n");
  expect((await readContest(folder)).problems).toMatchObject([{ label: "one", day: 1 }]);
});

describe("what is wrong is said with its place", () => {
  test.each([
    [
      "no rules",
      "name: Cup\nlength_minutes: 5\nproblems: [one]\n",
      "contest.yaml: rules: expected the name of the rules",
    ],
    [
      "no problems",
      "name: Cup\nrules: ioi\nlength_minutes: 5\n",
      "contest.yaml: the whole file: expected either problems or days",
    ],
    [
      "both",
      "name: Cup\nrules: ioi\nlength_minutes: 5\nproblems: [one]\ndays: [{problems: [two]}]\n",
      "expected either problems or days",
    ],
    [
      "an empty day",
      "name: Cup\nrules: ioi\nlength_minutes: 5\nproblems: []\n",
      "problems: expected at least one problem",
    ],
    [
      "a negative length",
      "name: Cup\nrules: ioi\nlength_minutes: -5\nproblems: [one]\n",
      "length_minutes: expected a number above 0",
    ],
    ["a word that means nothing", "name: Cup\nrules: ioi\nlength_minutes: 5\nproblems: [one]\nspeed: 3\n", "speed"],
    [
      "a package that is not there",
      "name: Cup\nrules: ioi\nlength_minutes: 5\nproblems: [four]\n",
      "there is no problem package",
    ],
    ["a package twice", "name: Cup\nrules: ioi\nlength_minutes: 5\nproblems: [one, one]\n", "is named twice"],
  ])("%s", async (_, yaml, message) => {
    write(yaml);
    const reading = readContest(folder);
    await expect(reading).rejects.toThrow(UsageError);
    await expect(reading).rejects.toThrow(message);
  });

  test("a folder without a contest.yaml", async () => {
    await expect(readContest(folder)).rejects.toThrow(`${folder} is no contest, a folder with a contest.yaml`);
  });
});

function write(yaml: string): void {
  writeFileSync(join(folder, "contest.yaml"), yaml);
}
