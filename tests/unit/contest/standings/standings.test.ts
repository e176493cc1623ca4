import { describe, expect, test } from "vitest";
import { parseStandings } from "../../../../src/contest/standings/parse-standings.ts";
import { awardFor, medalLines, rankAmong } from "../../../../src/contest/standings/standings.ts";
import { clockNamed } from "../../../../src/contest/submission-clock/index.ts";
import { UsageError } from "../../../../src/domain/errors.ts";
import { IOI_CUTOFFS } from "../../../../src/problem/contest/ioi-cutoffs.ts";

const CSV = "rank,score,penalty,award\n1,500,10,Gold\n2,400,5,Silver\n2,400,5,Bronze\n4,100,,\n";
const field = parseStandings([{ name: "field.csv", text: CSV }]);

describe("a rank among others", () => {
  test("counts those who are better; who is level is neither better nor below", () => {
    expect(rankAmong({ points: 400, penalty: 5 }, field)).toEqual({
      ...{ rank: 2, tied: 2, participants: 4, percentile: 0.25 },
    });
    expect(rankAmong({ points: 400, penalty: 4 }, field)).toMatchObject({ rank: 2, tied: 0, percentile: 0.75 });
    expect(rankAmong({ points: 600, penalty: 0 }, field)).toMatchObject({ rank: 1, percentile: 1 });
    expect(rankAmong({ points: 0, penalty: 0 }, field)).toMatchObject({ rank: 5, percentile: 0 });
  });
});

describe("medals", () => {
  test("by the least points that got one", () => {
    expect(medalLines(field)).toEqual({ gold: 500, silver: 400, bronze: 400 });
    expect(awardFor(500, medalLines(field))).toBe("gold");
    expect(awardFor(399.99, medalLines(field))).toBe("none");
  });

  test("are unknown where the line that decides is", () => {
    expect(awardFor(380, { gold: 438.3 })).toBeUndefined();
    expect(awardFor(440, { gold: 438.3 })).toBe("gold");
  });
});

test("at the IOI of 2024, 362.14 points were gold and 213 just below bronze", () => {
  const lines = IOI_CUTOFFS[2024] ?? {};
  expect([362.14, 359.71, 359.7, 289.31, 216.97, 213].map((points) => awardFor(points, lines))).toEqual([
    ...["gold", "gold", "silver", "silver", "bronze", "none"],
  ]);
});

describe("standings from Codeforces' API", () => {
  const row = (handle: string, points: number, rejected: number, participantType = "CONTESTANT") => ({
    party: { members: [{ handle }], participantType },
    ...{ rank: 1, points, penalty: 0, problemResults: [{ points, rejectedAttemptCount: rejected }] },
  });
  const rows = [row("ann", 900, 0), row("bob", 700, 1), row("cy", 600, 1), row("out", 950, 0, "OUT_OF_COMPETITION")];
  const standings = { name: "standings.json", text: JSON.stringify({ status: "OK", result: { rows } }) };
  const changes = { status: "OK", result: [{ handle: "bob", oldRating: 1700, newRating: 1750 }] };

  test("hold contestants alone, with ratings from a second file", () => {
    const both = parseStandings([standings, { name: "changes.json", text: JSON.stringify(changes) }]);
    expect(both.participants.map(({ points, rating }) => [points, rating])).toEqual([
      [900, undefined],
      [700, 1700],
      [600, undefined],
    ]);
  });

  test("tell what humans with as many failed attempts got for a problem", () => {
    const clock = clockNamed("human-median");
    const humans = parseStandings([standings]);
    expect(clock?.pointsOfSolution?.(0, 1, humans)).toBe(650);
    expect(clock?.pointsOfSolution?.(0, 7, humans)).toBe(650);
    expect(clock?.pointsOfSolution?.(3, 0, humans)).toBeUndefined();
  });

  test.each([
    ["half a file", '{"status":"OK"', "not JSON"],
    ["a refusal", '{"status":"FAILED","comment":"limit"}', "expected what Codeforces' API gives"],
  ])("%s is a mistake with its place", (_, text, message) => {
    const parse = () => parseStandings([{ name: "x.json", text }]);
    expect(parse).toThrow(UsageError);
    expect(parse).toThrow(`x.json: ${message}`);
  });
});

test("a number that is none, and a table without points, are told with their place", () => {
  expect(() => parseStandings([{ name: "a.csv", text: "points\n12\nmany\n" }])).toThrow(
    "a.csv, line 3: points: expected a number, got many",
  );
  expect(() => parseStandings([{ name: "a.csv", text: "name\nann\n" }])).toThrow("a.csv: expected a column points");
  expect(() => parseStandings([{ name: "a.csv", text: "points\n" }])).toThrow("a.csv: no participants");
});

describe("clocks", () => {
  const at = { realMinute: 7.5, contestMinutes: 100 };

  test.each([
    ["wall", [7.5, 7.5, 7.5]],
    ["schedule", [10, 50, 90]],
    ["fixed:30", [30, 30, 30]],
  ])("%s: the first, the second and the tenth submission", (name, minutes) => {
    expect([0, 1, 9].map((index) => clockNamed(name)?.minute(index, at))).toEqual(minutes);
  });

  test("there is no other", () => {
    expect(clockNamed("sundial")).toBeUndefined();
    expect(clockNamed("fixed:")).toBeUndefined();
  });
});
