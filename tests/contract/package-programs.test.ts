import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ProblemLimits, Testcase } from "../../src/domain/problem.ts";
import type { PackageProgram } from "../../src/domain/program.ts";
import type { CheckerProtocol, Task } from "../../src/domain/task.ts";
import { runAll } from "../../src/judge/stop-rule.ts";
import { type JudgeDeps, testProgram } from "../../src/judge/test-program.ts";
import { validateInputs } from "../../src/judge/validate-input.ts";
import { NO_SUPPORT } from "../support/tasks.ts";
import { openTestSandbox, type TestSandbox } from "./open-test-sandbox.ts";
import { dataFile, judgeDeps, LIMITS, MIB, NO_COMPILE_CACHE } from "./tiny-problem.ts";

/** Small, as some of the programs here use all that they may. */
const SMALL: ProblemLimits = {
  ...LIMITS,
  validationTimeLimitMs: 1000,
  validationMemoryLimitBytes: 128 * MIB,
  validationOutputLimitBytes: MIB,
};

let sandbox: TestSandbox;
let deps: JudgeDeps;
const folder = mkdtempSync(join(tmpdir(), "medalist-test-"));

beforeAll(async () => {
  sandbox = await openTestSandbox(1);
  deps = judgeDeps(sandbox.sandbox, sandbox.imageId, NO_COMPILE_CACHE);
});

afterAll(async () => {
  await sandbox[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

function python(path: string, ...lines: string[]): PackageProgram {
  return { path, language: "python3", source: ["import os, socket, sys, time", ...lines].join("\n") };
}

async function aTestcase(id: string, input: string, answer: string): Promise<Testcase> {
  return { id, kind: "secret", input: await dataFile(folder, input), answer: await dataFile(folder, answer) };
}

/** What a submission that prints 7 earns on "3 4" under the checker. */
async function checkedBy(checker: PackageProgram, protocol: CheckerProtocol = "kattis") {
  const task: Task = { kind: "batch", checker: { kind: "program", protocol, program: checker }, passes: 1 };
  const problem = { id: "sum", limits: SMALL, task, support: NO_SUPPORT };
  const submission = { language: "python3", source: "a, b = map(int, input().split())\nprint(a + b)\n" } as const;
  const testcases = [await aTestcase("1", "3 4\n", "7\n")];
  const tested = await testProgram(problem, submission, { testcases, stop: runAll }, deps);
  expect((await sandbox.processes()).filter((args) => args !== "/runner")).toEqual([]);
  return tested.testcases[0];
}

describe("a checker of the package", () => {
  test("gets input, answer, feedback folder and the output", async () => {
    const checker = python(
      "c.py",
      "given = [open(path).read() for path in sys.argv[1:3]] + [sys.stdin.read()]",
      "open(sys.argv[3] + 'judgemessage.txt', 'w').write(repr(given) + sys.argv[3][-1])",
      "sys.exit(42)",
    );
    expect(await checkedBy(checker)).toMatchObject({ verdict: "AC", message: "['3 4\\n', '7\\n', '7\\n']/" });
  });

  test.each<[what: string, lines: string[], message: RegExp]>([
    ["loops for ever", ["while True: pass"], /cpu limit/],
    ["sleeps for ever", ["time.sleep(1e9)"], /wall limit/],
    ["hoards", ["kept = []", "while True: kept.append('x' * 10**7)"], /memory limit/],
    ["prints 1 GB", ["for _ in range(1000): sys.stdout.write('x' * 10**6)"], /output limit/],
    ["floods standard error", ["for _ in range(1000): sys.stderr.write('x' * 10**6)"], /output limit/],
    [
      "writes 1 GB of feedback",
      ["f = open(sys.argv[3] + 'judgemessage.txt', 'w')", "for _ in range(1000): f.write('x' * 10**6)"],
      /.+/,
    ],
    ["crashes", ["os.abort()"], /SIGABRT/],
    ["raises", ["raise ValueError('unforeseen')"], /exited with 1.*unforeseen/s],
    ["exits with 0", ["sys.exit(0)"], /exited with 0/],
    [
      "gives points where there are none",
      ["open(sys.argv[3] + 'score.txt', 'w').write('1')", "sys.exit(42)"],
      /score\.txt/,
    ],
  ])("that %s is a judge error that says so", async (_, lines, message) => {
    const testcase = await checkedBy(python("c.py", ...lines));
    expect(testcase).toMatchObject({ verdict: "JE", score: 0, check: undefined });
    expect(testcase?.message).toMatch(message);
  });

  test.each<[what: string, attempt: string]>([
    ["fork", "os.fork()"],
    ["open a socket", "socket.socket()"],
    ["write beside the feedback folder", "open('/w/judge/output', 'w')"],
    ["write into the program's folder", "open('/w/box/x', 'w')"],
    ["list stored inputs", "os.listdir('/w/input')"],
    [
      "see another process",
      "assert not [p for p in os.listdir('/proc') if p.isdigit() and int(p) not in (1, os.getpid())] or sys.exit(43)\nraise OSError",
    ],
    ["kill the runner", "os.kill(1, 9)"],
  ])("cannot %s", async (_, attempt) => {
    const tries = [
      `try:`,
      ...attempt.split("\n").map((line) => `  ${line}`),
      "except OSError: sys.exit(42)",
      "sys.exit(43)",
    ];
    expect(await checkedBy(python("c.py", ...tries))).toMatchObject({ verdict: "AC" });
  });

  test("finds nothing of the submission: it runs where no submission is", async () => {
    const checker = python(
      "c.py",
      "seen = [os.path.join(at, name) for at, _, names in os.walk('/w') for name in names]",
      "open(sys.argv[3] + 'judgemessage.txt', 'w').write(' '.join(sorted(seen)))",
      "sys.exit(42)",
    );
    expect((await checkedBy(checker))?.message).toBe("/w/judge/answer /w/judge/input /w/judge/main.py /w/judge/output");
  });

  test("that speaks the other protocol is a judge error that names both", async () => {
    const cms = python("c.py", "print('1.0')", "sys.stderr.write('translate:success')");
    expect(await checkedBy(cms, "cms")).toMatchObject({ verdict: "AC", score: 1 });
    for (const protocol of ["kattis", "testlib"] as const) {
      const testcase = await checkedBy(cms, protocol);
      expect(testcase).toMatchObject({ verdict: "JE", score: 0 });
    }
    expect(await checkedBy(python("c.py", "sys.exit(42)"), "cms")).toMatchObject({ verdict: "JE" });
  });

  test("of CMS gives a part of the points, with input, answer and output in this order", async () => {
    const checker = python(
      "c.py",
      "a, b, c = (open(path).read().strip() for path in sys.argv[1:4])",
      "print(0.25 if (a, b, c) == ('3 4', '7', '7') else 0)",
      "sys.stderr.write('translate:partial')",
    );
    expect(await checkedBy(checker, "cms")).toMatchObject({ verdict: "PAC", score: 0.25 });
  });

  test("of testlib gets output before answer, and says why by its exit code", async () => {
    const checker = python(
      "c.py",
      "sys.stderr.write('wrong answer ' + sys.argv[2][-6:] + ' ' + sys.argv[3][-6:])",
      "sys.exit(1)",
    );
    expect(await checkedBy(checker, "testlib")).toMatchObject({
      verdict: "WA",
      message: expect.stringContaining("output answer"),
    });
  });

  test("of Python may end by exit(), which is no part of the language proper", async () => {
    expect(await checkedBy(python("c.py", "exit(42)"))).toMatchObject({ verdict: "AC" });
    expect(await checkedBy(python("c.py", "quit(43)"))).toMatchObject({ verdict: "WA" });
  });

  test("that does not compile is its author's to mend", async () => {
    const broken: PackageProgram = { path: "checker/c.cpp", language: "cpp20", source: "int main() { return }" };
    await expect(checkedBy(broken)).rejects.toThrow(/checker\/c\.cpp does not compile: .*error/s);
  });
});

describe("an input validator", () => {
  const validate = async (protocol: "kattis" | "testlib", ...lines: string[]) =>
    validateInputs(
      { limits: SMALL },
      { ...python("v.py", ...lines), protocol },
      [await aTestcase("1", "3 4\n", "7\n")],
      deps,
    );

  test("accepts by its protocol", async () => {
    expect(await validate("kattis", "sys.exit(42 if sys.stdin.read() == '3 4\\n' else 43)")).toEqual([]);
    expect(await validate("testlib", "sys.exit(0)")).toEqual([]);
  });

  test.each<[protocol: "kattis" | "testlib", line: string, message: RegExp]>([
    ["kattis", "print('line 1: too large'); sys.exit(43)", /1: v\.py rejects the input: line 1: too large/],
    ["kattis", "sys.exit(0)", /exited with 0, expected exit code 42 or 43/],
    ["kattis", "while True: pass", /cpu limit/],
    ["kattis", "os.abort()", /SIGABRT/],
    ["testlib", "sys.stderr.write('FAIL Integer parameter'); sys.exit(3)", /rejects the input: FAIL Integer/],
    ["testlib", "time.sleep(1e9)", /wall limit/],
  ])("of %s that does `%s` is told", async (protocol, line, message) => {
    const rejected = await validate(protocol, line);
    expect(rejected).toHaveLength(1);
    expect(rejected[0]?.message).toMatch(message);
  });
});
