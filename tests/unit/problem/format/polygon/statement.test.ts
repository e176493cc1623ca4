import { expect, test } from "vitest";
import { readFixture } from "./fixture.ts";

const ENGLISH = "statement-sections/english";

test("the sections in English are the statement", async () => {
  const { problem, warnings } = await readFixture("polygon-checker", {
    "statement-sections/afrikaans/legend.tex": "Twee vriende",
  });
  expect(problem?.statement).toContain("Two friends share $n$ coins.");
  expect(problem?.statement).toMatch(/Input[\s\S]*The only line[\s\S]*Output[\s\S]*Print two integers/);
  expect(problem?.statement).not.toContain("vriende");
  expect(warnings).toEqual([]);
});

test("another language serves where there is no English, with its name", async () => {
  const { problem } = await readFixture("polygon-checker", {
    [ENGLISH]: undefined,
    "statement-sections/german/legend.tex": "Zwei Freunde",
  });
  expect(problem?.statement).toContain("Zwei Freunde");
  expect(problem?.name).toBe("Gerecht geteilt");
});

test("the properties beside a compiled statement serve where there are no sections", async () => {
  const { problem } = await readFixture("polygon-checker", {
    "statement-sections": undefined,
    "statements/english/problem-properties.json": JSON.stringify({ name: "Even", legend: "Two friends", notes: null }),
  });
  expect(problem?.statement).toContain("Two friends");
  const { errors } = await readFixture("polygon-checker", {
    "statement-sections": undefined,
    "statements/english/problem-properties.json": "[",
  });
  expect(errors).toEqual([expect.stringMatching(/^statements\/english\/problem-properties.json: not JSON/)]);
});

test("a package without a statement is a warning", async () => {
  const { problem, warnings } = await readFixture("polygon-checker", { "statement-sections": undefined });
  expect(problem).toMatchObject({ statement: "", name: "Even Split" });
  expect(warnings).toEqual(["statement-sections: no statement"]);
});

test("examples of an interactive problem are conversations", async () => {
  const { problem } = await readFixture("polygon-interactive");
  expect(problem?.sampleInteractions).toEqual(["<10\n>? 6\n<>=\n>? 8\n<<\n>? 7\n<>=\n>! 7\n"]);
});

test("a statement that shows other samples than the tests is a warning", async () => {
  const { warnings } = await readFixture("polygon-checker", {
    [`${ENGLISH}/example.02`]: "9\n",
    [`${ENGLISH}/example.02.a`]: "4 5\n",
  });
  expect(warnings).toEqual(["statement-sections: shows 2 samples, but 1 tests are samples: these are given"]);
});
