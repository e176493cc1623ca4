import { expect, test } from "vitest";
import type { PackageFacts } from "../../tables/package-facts.ts";
import { problemsMarkdown } from "../../tables/problems-markdown.ts";

const FACTS: PackageFacts = {
  ...{ id: "lamps", name: "Lamps | Oil", kind: "batch", isVerified: true, samples: 2, secret: 35, subtasks: 1 },
  timeLimitMs: 2000,
  verdicts: { AC: 3, WA: 5, TLE: 2 },
  slowestAccepted: { path: "submissions/accepted/a.py", ms: 512.4 },
  fastestTooSlow: { path: "submissions/time_limit_exceeded/s.cpp", ms: 8000 },
  mutants: {
    ...{ mutants: 60, killed: 50, accepted: 6, notCompiling: 4, judgeErrors: 0 },
    differing: { mutants: 51, killed: 50 },
  },
};

const rowOf = (facts: PackageFacts) => {
  const lines = problemsMarkdown([{ path: "round/a", facts }], 60).split("\n");
  return lines[lines.findIndex((line) => line.startsWith("| ---")) + 1];
};

test("a row has the counts, the margins of the time limit and the share of mutants that are killed", () => {
  expect(rowOf(FACTS)).toBe(
    "| [round/a](round/a) Lamps \\| Oil | 2 + 35 | 1 | 3 AC, 5 WA, 2 TLE | 2 s | 512 ms, 0.26 × (a.py) | over 4 × (s.cpp) | 98.0 % (50 of 51) | 6 of 60 |",
  );
});

test("where outputs cannot be compared the share is of all that compile, and says so", () => {
  expect(rowOf({ ...FACTS, mutants: { ...FACTS.mutants, differing: null } })).toContain("89.3 % (50 of 56 of all)");
});

test("what is not there is not a zero, and a package that does not verify is marked", () => {
  const bare = { ...FACTS, isVerified: false, slowestAccepted: null, fastestTooSlow: null };
  expect(rowOf(bare)).toContain("Lamps \\| Oil **(not as its author says)** |");
  expect(rowOf(bare)).toContain("| 2 s | none | none |");
});

test("the page names the command that writes it", () => {
  expect(problemsMarkdown([], 60)).toContain("`npm run problems:table` writes this page");
});
