import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import type { PublicProblem, Testcase } from "../../../src/domain/problem.ts";
import type { Wish } from "../../../src/solver/draw-wish.ts";
import { repairPrompt, roundPrompt, writePrompt } from "../../../src/solver/write-prompt.ts";
import { batchTask, NO_SUPPORT, VALIDATION_LIMITS } from "../../support/tasks.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const PLAIN: Wish = { subtask: undefined, hint: undefined, approach: "Think first." };

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
});

test("holds statement, limits, language and what to end with", async () => {
  const prompt = await writePrompt(aProblem([]), "cpp20", PLAIN);
  expect(prompt).toContain("# Adding");
  expect(prompt).toContain("Add $a$ and $b$.");
  expect(prompt).toContain("Time limit: 1.5 s. Memory limit: 256 MiB.");
  expect(prompt).toContain("C++20 (g++)");
  expect(prompt).toMatch(/whole program in a single fenced code block\.$/);
  expect(await writePrompt(aProblem([]), "python3", PLAIN)).toContain("Python 3 (CPython)");
});

test("holds every sample, numbered, input before output", async () => {
  const prompt = await writePrompt(aProblem([aSample("1 2\n", "3\n"), aSample("5 6\n7\n", "11\n")]), "cpp20", PLAIN);
  expect(prompt).toContain("## Sample 1\n\nInput:\n```\n1 2\n```\n\nOutput:\n```\n3\n```");
  expect(prompt).toContain("## Sample 2\n\nInput:\n```\n5 6\n7\n```\n\nOutput:\n```\n11\n```");
});

test("a long sample is cut, and one can see that it is", async () => {
  const prompt = await writePrompt(
    aProblem([aSample("9".repeat(100_000), "1\n"), aSample("8".repeat(4000), "1\n")]),
    "c17",
    PLAIN,
  );
  expect(prompt).toContain(`\n${"9".repeat(4000)}\n…\n\`\`\``);
  expect(prompt).not.toContain("9".repeat(4001));
  expect(prompt).toContain(`\n${"8".repeat(4000)}\n\`\`\``);
});

test("a prompt for one subtask begins with its constraint, and marks the others", async () => {
  const statement =
    "Add.\n\n## Subtasks\n\n| subtask | points | limit |\n|---|---|---|\n| 1 | 30 | $n < 9$ |\n| 2 | 70 | none |";
  const subtasks = [
    { id: "1", maxScore: 30 },
    { id: "2", maxScore: 70 },
  ];
  const prompt = await writePrompt({ ...aProblem([]), statement, subtasks }, "cpp20", { ...PLAIN, subtask: "1" });
  expect(prompt).toContain("Solve only subtask 1 (30 points): points: 30; limit: $n < 9$");
  expect(prompt.indexOf("Solve only subtask 1")).toBeLessThan(prompt.indexOf("# Adding"));
  expect(prompt).toContain("| 2 | 70 | none *(not asked for)* |");
  expect(prompt).toContain("| 1 | 30 | $n < 9$ |\n");
});

test("a hint is pointed to, and the approach is what the wish says", async () => {
  const prompt = await writePrompt(aProblem([]), "cpp20", { ...PLAIN, hint: "hashing" });
  expect(prompt).toContain("It may help to consider hashing.\n\nThink first. End with");
});

test("with a grader the header is shown, and the grader is not", async () => {
  const files = [
    { name: "add.h", content: Buffer.from("int add(int a, int b);\n") },
    { name: "grader.cpp", content: Buffer.from("int secret;") },
  ];
  const support = { isRequired: true, byLanguage: new Map([["cpp20", { files }] as const]) };
  const prompt = await writePrompt({ ...aProblem([]), support }, "cpp20", PLAIN);
  expect(prompt).toContain("`add.h`:\n```\nint add(int a, int b);\n```");
  expect(prompt).not.toContain("secret");
});

test("what does not compile goes back with the compiler's words, what fails a sample with the sample", async () => {
  const program = { language: "cpp20", source: "int main() {}" } as const;
  const problem = aProblem([aSample("1 2\n", "3\n")]);
  const broken = await repairPrompt(problem, undefined, { program, compile: { ok: false, log: "no ;" }, samples: [] });
  expect(broken).toContain("```cpp20\nint main() {}\n```\n\nIt does not compile:\n```\nno ;\n```");
  const [sample] = problem.samples;
  const failed = {
    id: sample?.id ?? "",
    verdict: "WA",
    message: "token 1: got 4, expected 3",
    check: undefined,
  } as const;
  const wrong = await repairPrompt(problem, undefined, { program, compile: { ok: true, log: "" }, samples: [failed] });
  expect(wrong).toContain("It fails sample 1. Verdict: wrong answer: token 1: got 4, expected 3.");
  expect(wrong).toContain("A right output:\n```\n3\n```");
});

test("a later round shows what was submitted, and what the contest told", async () => {
  const programOf = (id: string) => ({ language: "cpp20", source: `// ${id}` }) as const;
  const history = { programOf, told: [{ candidate: "c0001", feedback: { ...NOTHING_TOLD, score: 40 } }] };
  const prompt = await roundPrompt(aProblem([]), "cpp20", PLAIN, history);
  expect(prompt).toContain("- best single submission: 40 of 100");
  expect(prompt).toContain("The contest told: score 40.\n\n```cpp20\n// c0001\n```");
});

const NOTHING_TOLD = {
  ...{ verdict: undefined, score: undefined, subtasks: undefined, firstFailure: undefined, testcases: undefined },
};

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
