import { expect, test } from "vitest";
import { parseRatingDistribution } from "../../../../src/contest/rating/parse-rating-distribution.ts";
import { percentileOf } from "../../../../src/contest/rating/percentile.ts";
import { UsageError } from "../../../../src/domain/errors.ts";

test("a table of ratings says who they are and of when, and percentiles are among them", () => {
  const text =
    "# users: our club\n# source: its web page\n# date: 2026-11\nrating,users\n1500,2\n1200,1\n-30,1\n1500,1\n1900,5\n";
  const distribution = parseRatingDistribution("club.csv", text);
  expect(distribution).toMatchObject({ users: "our club", source: "its web page", date: "2026-11" });
  expect([-30, 1200, 1500, 1501, 1900, 2000].map((rating) => percentileOf(rating, distribution))).toEqual([
    0, 0.1, 0.2, 0.5, 0.5, 1,
  ]);
});

test("a list of ratings is a user a line; what is not said is said to be unknown", () => {
  const distribution = parseRatingDistribution("list.csv", "rating\r\n1500\r\n1500\r\n1600\r\n");
  expect(distribution).toMatchObject({ users: "the users in list.csv", source: "list.csv", date: "date unknown" });
  expect(percentileOf(1600, distribution)).toBeCloseTo(2 / 3, 12);
});

test.each([
  ["", "club.csv: expected a heading rating,users or rating, got nothing"],
  ["name,users\nann,1\n", "expected a heading rating,users or rating, got name,users"],
  ["rating,users\n", "club.csv: no users"],
  ["rating,users\n1500,0\n", "club.csv: no users"],
  ["rating,users\n1500,3\nhigh,1\n", "club.csv, line 3: expected a whole rating and how many have it, got high,1"],
  ["rating,users\n1500,-1\n", "line 2: expected a whole rating"],
  ["rating,users\n1500\n", "line 2: expected a whole rating"],
  ["rating\n999999999\n", "line 2: expected a whole rating"],
])("%j is a mistake with its place", (text, message) => {
  const parse = () => parseRatingDistribution("club.csv", text);
  expect(parse).toThrow(UsageError);
  expect(parse).toThrow(message);
});
