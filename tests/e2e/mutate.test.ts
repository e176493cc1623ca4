import { existsSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { expectMessage, expectNoContainers, until, WorkFolder } from "./support/command.ts";
import { writeDoubling, writeFiles } from "./support/doubling.ts";

/** Right; what it does with 0 and 1 no testcase asks. */
const RIGHT_CPP = `#include <iostream>

int main() {
    int n, answer;
    std::cin >> n;
    if (n > 3) {
        answer = 2 * n;
    } else if (n > 1) {
        answer = 4 + 2 * (n - 2);
    } else {
        answer = n + n;
    }
    std::cout << answer << "\\n";
}
`;

/** The output has a word before the number, and an answer may not have it. */
const BARE_ANSWERS_ONLY = `import pathlib
import sys
answer = pathlib.Path(sys.argv[2]).read_text().split()
sys.exit(42 if sys.stdin.read().split() == ["sum", *answer] else 43)
`;

let work: WorkFolder;
beforeEach(() => {
  work = new WorkFolder();
  writeDoubling(work.at("doubling"), { "submissions/accepted/right.cpp": RIGHT_CPP });
});
afterEach(() => work[Symbol.dispose]());

const mutate = (...args: string[]) => work.run(["mutate", "doubling", ...args]);
const facts = (path: string): { type: string; source: string }[] =>
  existsSync(path)
    ? readFileSync(path, "utf8")
        .split("\n")
        .slice(0, -1)
        .map((line) => JSON.parse(line))
    : [];

test("mutants follow from the seed, and say of which submission they are and what was changed", async () => {
  const args = ["--count", "12", "--seed", "5", "--json"];
  const { exitCode, stdout, stderr } = await mutate(...args);
  expect(exitCode, stderr).toBe(0);
  expect((await mutate(...args)).stdout).toBe(stdout);
  expect((await mutate("--count", "12", "--seed", "6", "--json")).stdout).not.toBe(stdout);
  const { mutants, ...rest } = JSON.parse(stdout);
  expect(rest).toEqual({ problem: "doubling", packageHash: expect.stringMatching(/^[0-9a-f]{64}$/), seed: 5 });
  expect(new Set(mutants.map(({ source }: { source: string }) => source)).size).toBe(12);
  for (const mutant of mutants) {
    expect(mutant).toMatchObject({ submission: "submissions/accepted/right.cpp", expected: ["AC"] });
    const [{ line, before }] = mutant.changes;
    expect(before).toContain(RIGHT_CPP.split("\n")[line - 1]?.trim());
  }
  expect((await mutate("--count", "12")).stdout).toMatch(/^doubling: 12 mutants of 1 submission, seed 1$/m);
});

test("a pool that was written is solved with recorded answers", async () => {
  const { exitCode, stderr } = await mutate("--count", "6", "--seed", "2", "--out", "pool");
  expect(exitCode, stderr).toBe(0);
  const solved = await work.run(["solve", "doubling", "--model", "recorded:pool", "--submissions", "1", "--json"]);
  expect(JSON.parse(solved.stdout), solved.stderr).toMatchObject({ pool: { answers: 6, programs: 6, duplicates: 0 } });
});

test("mutants that the tests let through are told from harmless ones by what they do on small inputs", async () => {
  const { exitCode, stdout, stderr } = await mutate("--count", "24", "--judge", "--json");
  expect(exitCode, stderr).toBe(0);
  const { ofAccepted, survivors, mutants } = JSON.parse(stdout);
  expect(ofAccepted.mutants).toBe(24);
  expect(ofAccepted.killed + ofAccepted.accepted + ofAccepted.notCompiling).toBe(24);
  expect(ofAccepted.killed).toBeGreaterThan(5);
  expect(ofAccepted.smallInputs).toBeGreaterThan(10);
  expect(survivors).toHaveLength(ofAccepted.accepted);
  // No testcase is below 2: what is changed for those alone survives, and is seen on small inputs.
  expect(survivors[0].difference.differing).toBeGreaterThan(0);
  expect(survivors[0].diff.join("\n")).toMatch(/^@@ .*\n[\s\S]*^-[\s\S]*^\+/m);
  expect(ofAccepted.differing).toBeGreaterThan(ofAccepted.differingKilled);
  expect(mutants.map(({ verdict }: { verdict: string }) => verdict)).toContain("WA");
  const text = (await mutate("--count", "24", "--judge")).stdout;
  expect(text).toContain(`${ofAccepted.accepted} of 24 mutants of accepted submissions are still accepted.`);
  expect(text).toMatch(
    /The most suspicious:\n\n1\. submissions\/accepted\/right\.cpp: .+, differs on \d+ of \d+ small inputs/,
  );
});

test("where no output can stand as an answer, mutants count as not compared, and not as harmless", async () => {
  const wrapped = RIGHT_CPP.replace('answer << "\\n"', '"sum " << answer << "\\n"');
  expect(wrapped).not.toBe(RIGHT_CPP);
  writeDoubling(work.at("doubling"), {
    "submissions/accepted/right.cpp": wrapped,
    "output_validator/validate.py": BARE_ANSWERS_ONLY,
  });
  const { exitCode, stdout, stderr } = await mutate("--count", "2", "--judge", "--json");
  expect(exitCode, stderr).toBe(0);
  const { ofAccepted, mutants } = JSON.parse(stdout);
  expect(ofAccepted).toMatchObject({ mutants: 2, judgeErrors: 0, smallInputs: null, differing: null });
  expect(ofAccepted.notCompared).toContain("the checker accepts no submission's output as an answer");
  expect(mutants.map(({ difference }: { difference: unknown }) => difference)).toEqual([null, null]);
});

test("killed while it judges, the same command goes on, and judges nothing twice", async () => {
  const args = ["mutate", "doubling", "--count", "5", "--judge", "--out", "pool", "--json"];
  const killed = work.start(args);
  await until(() => facts(work.at("pool", "truth.jsonl")).length > 0 || !killed.isRunning, "the first verdict");
  expect(killed.isRunning).toBe(true);
  killed.kill("SIGKILL");
  await killed.ended;
  await expectNoContainers(killed.pid);
  const before = readFileSync(work.at("pool", "truth.jsonl"), "utf8");
  const resumed = await work.run(args);
  expect(resumed.exitCode, resumed.stderr).toBe(0);
  expect(readFileSync(work.at("pool", "truth.jsonl"), "utf8").startsWith(before)).toBe(true);
  const judged = facts(work.at("pool", "truth.jsonl")).filter(({ type }) => type === "judged");
  expect(new Set(judged.map(({ source }) => source)).size).toBe(5);
  expect(judged).toHaveLength(5);
  const after = readFileSync(work.at("pool", "truth.jsonl"), "utf8");
  expect((await work.run(args)).stdout).toBe(resumed.stdout);
  expect(readFileSync(work.at("pool", "truth.jsonl"), "utf8")).toBe(after);
});

test("Ctrl-C ends it in order, and says how to go on", async () => {
  const running = work.start(["mutate", "doubling", "--count", "20", "--judge", "--out", "pool"]);
  await until(() => facts(work.at("pool", "truth.jsonl")).length > 0 || !running.isRunning, "the first verdict");
  running.kill("SIGINT");
  const { exitCode, stdout, stderr } = await running.ended;
  expect({ exitCode, stdout }).toEqual({ exitCode: 130, stdout: "" });
  expect(stderr).toContain("nothing is lost, the same command goes on");
  expect(stderr).not.toMatch(/^\s+at |bug/m);
  await expectNoContainers(running.pid);
});

test("what cannot be mutated, and a folder that is no pool, are mistakes", async () => {
  writeFiles(work.path, { "thesis/chapter.tex": "" });
  expectMessage(await mutate("--out", "thesis"), 2, "thesis holds chapter.tex, which no candidate pool has");
  writeDoubling(work.at("python"));
  expectMessage(await work.run(["mutate", "python"]), 2, "python has no submission that is one file of C++");
  expectMessage(await mutate("--count", "0"), 2, "expected a whole number from 1");
});
