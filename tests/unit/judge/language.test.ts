import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../../src/domain/language.ts";
import type { ProblemLimits } from "../../../src/domain/problem.ts";
import type { RunOutcome } from "../../../src/domain/run-outcome.ts";
import { heapLimitBytes } from "../../../src/judge/language/heap-limit.ts";
import { LANGUAGE_SPECS } from "../../../src/judge/language/index.ts";
import { isOffered, notOffered } from "../../../src/judge/language/offered.ts";
import { outcomeInLanguage } from "../../../src/judge/language/own-memory-limit.ts";
import { limitsInLanguage } from "../../../src/judge/language/time-factor.ts";
import { VALIDATION_LIMITS } from "../../support/tasks.ts";

const MIB = 1024 * 1024;

const LIMITS: ProblemLimits = {
  timeLimitMs: 1500,
  memoryLimitBytes: 256 * MIB,
  outputLimitBytes: 8 * MIB,
  codeLimitBytes: 128 * 1024,
  compileTimeLimitMs: 60_000,
  compileMemoryLimitBytes: 2048 * MIB,
  ...VALIDATION_LIMITS,
};

const place = (memoryLimitBytes: number) => ({ folder: "/w/box", memoryLimitBytes }) as const;

describe("every language", () => {
  test.each(LANGUAGES)(
    "%s is run by an absolute path, and compiled by a line without control characters",
    (language) => {
      const { compileArgv, runArgv, versionArgv } = LANGUAGE_SPECS[language];
      for (const argv of [compileArgv(["one"]), compileArgv(["one", "two"]), runArgv(place(256 * MIB)), versionArgv]) {
        expect(argv[0]).toMatch(/^\//);
        expect(argv.join("")).not.toMatch(/[\n\0]/);
      }
    },
  );

  test.each(LANGUAGES)("%s has the problem's own time limit where nothing else is said", (language) => {
    expect(limitsInLanguage(LIMITS, language)).toEqual(LIMITS);
  });
});

test("the default image has C, C++ and Python; the full one has all", () => {
  const inDefault = LANGUAGES.filter((language) => isOffered(language, "default"));
  expect(inDefault).toEqual(["cpp17", "cpp20", "cpp23", "c17", "python3", "pypy3"]);
  expect(LANGUAGES.every((language) => isOffered(language, "full"))).toBe(true);
});

test("what lacks says what to do", () => {
  expect(notOffered("java")).toBe(
    "java needs the full sandbox image: run `npm run set-up -- --full` and add --image full",
  );
});

test("a time factor changes the time limit of its language and nothing else", () => {
  const factors = { java: 2, python3: 2.5 };
  expect(limitsInLanguage(LIMITS, "java", factors)).toEqual({ ...LIMITS, timeLimitMs: 3000 });
  expect(limitsInLanguage(LIMITS, "python3", factors)).toEqual({ ...LIMITS, timeLimitMs: 3750 });
  expect(limitsInLanguage(LIMITS, "cpp20", factors)).toEqual(LIMITS);
});

test.each([
  [64, 32],
  [128, 64],
  [256, 192],
  [2048, 1984],
])("of %i MiB a heap may use %i", (limitMib, heapMib) => {
  expect(heapLimitBytes(limitMib * MIB)).toBe(heapMib * MIB);
});

test("runtimes with a heap of their own are told the memory limit", () => {
  expect(LANGUAGE_SPECS.java.runArgv(place(256 * MIB))).toContain("-Xmx192m");
  expect(LANGUAGE_SPECS.javascript.runArgv(place(256 * MIB))).toContain("--max-old-space-size=192");
  expect(LANGUAGE_SPECS.go.runArgv(place(256 * MIB))).toContain(`GOMEMLIMIT=${192 * MIB}`);
});

describe("a runtime that ends a program by itself", () => {
  const failed: RunOutcome = { kind: "exited", exitCode: 1 };
  const aborted: RunOutcome = { kind: "signalled", signal: "SIGABRT" };
  const memory: RunOutcome = { kind: "limit", limit: "memory" };
  const cpu: RunOutcome = { kind: "limit", limit: "cpu" };
  const well: RunOutcome = { kind: "exited", exitCode: 0 };

  test.each([
    ["java", failed, 220, memory],
    ["kotlin", failed, 220, memory],
    ["javascript", aborted, 240, memory],
    ["java", failed, 100, failed],
    ["java", well, 240, well],
    ["java", cpu, 240, cpu],
    ["cpp20", failed, 250, failed],
    ["python3", failed, 250, failed],
  ] as const)("%s, %j with %i of 256 MiB, counts as %j", (language, outcome, peakMib, expected) => {
    const ended = { outcome, peakMemoryBytes: peakMib * MIB };
    expect(outcomeInLanguage(language, ended, 256 * MIB)).toEqual(expected);
  });
});
