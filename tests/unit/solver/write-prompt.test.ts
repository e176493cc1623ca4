import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import type { PublicProblem, Testcase } from "../../../src/domain/problem.ts";
import { writePrompt } from "../../../src/solver/write-prompt.ts";
import { batchTask, NO_SUPPORT, VALIDATION_LIMITS } from "../../support/tasks.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
});

test("holds statement, limits, language and what to end with", async () => {
  const prompt = await writePrompt(aProblem([]), "cpp20");
  expect(prompt).toContain("# Adding");
  expect(prompt).toContain("Add $a$ and $b$.");
  expect(prompt).toContain("Time limit: 1.5 s. Memory limit: 256 MiB.");
  expect(prompt).toContain("C++20 (g++)");
  expect(prompt).toMatch(/whole program in a single fenced code block\.$/);
  expect(await writePrompt(aProblem([]), "python3")).toContain("Python 3 (CPython)");
});

test("holds every sample, numbered, input before output", async () => {
  const prompt = await writePrompt(aProblem([aSample("1 2\n", "3\n"), aSample("5 6\n7\n", "11\n")]), "cpp20");
  expect(prompt).toContain("## Sample 1\n\nInput:\n```\n1 2\n```\n\nOutput:\n```\n3\n```");
  expect(prompt).toContain("## Sample 2\n\nInput:\n```\n5 6\n7\n```\n\nOutput:\n```\n11\n```");
});

test("a long sample is cut, and one can see that it is", async () => {
  const prompt = await writePrompt(
    aProblem([aSample("9".repeat(100_000), "1\n"), aSample("8".repeat(4000), "1\n")]),
    "c17",
  );
  expect(prompt).toContain(`\n${"9".repeat(4000)}\n…\n\`\`\``);
  expect(prompt).not.toContain("9".repeat(4001));
  expect(prompt).toContain(`\n${"8".repeat(4000)}\n\`\`\``);
});

function aProblem(samples: readonly Testcase[]): PublicProblem {
  return {
    id: "adding",
    name: "Adding",
    statement: "\nAdd $a$ and $b$.\n",
    limits: {
      timeLimitMs: 1500,
      memoryLimitBytes: 256 * 1024 * 1024,
      outputLimitBytes: 1,
      codeLimitBytes: 1,
      compileTimeLimitMs: 1,
      compileMemoryLimitBytes: 1,
      ...VALIDATION_LIMITS,
    },
    sampleInteractions: [],
    task: batchTask(),
    support: NO_SUPPORT,
    maxScore: 100,
    samples,
    subtasks: [],
  };
}

function aSample(input: string, answer: string): Testcase {
  const id = `sample/${Math.random()}`.replace(".", "");
  return { id, kind: "sample", input: aFile(`${id}.in`, input), answer: aFile(`${id}.ans`, answer) };
}

function aFile(name: string, text: string) {
  const path = join(folder, name.replaceAll("/", "-"));
  writeFileSync(path, text);
  return { path, bytes: text.length, sha256: "" };
}
