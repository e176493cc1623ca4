import { afterEach, beforeEach, expect, test } from "vitest";
import { expectMessage, WorkFolder } from "./support/command.ts";
import { RIGHT, SMALL_ONLY, writeDoubling, writeFiles } from "./support/doubling.ts";

let work: WorkFolder;
beforeEach(() => {
  work = new WorkFolder();
});
afterEach(() => work[Symbol.dispose]());

const verify = (...args: string[]) => work.run(["verify", ...args]);

test("a package whose submissions get what their folders say is ok", async () => {
  writeDoubling(work.at("doubling"));
  const { exitCode, stdout } = await verify("doubling", "--json");
  expect(exitCode).toBe(0);
  const submission = (path: string, verdict: string, score: number) => ({
    ...{ path, expected: [verdict], expectedScore: null, verdict, score, ok: true },
  });
  expect(JSON.parse(stdout)).toEqual({
    ok: true,
    problems: [
      {
        ...{ problem: "doubling", ok: true, errors: [], warnings: [] },
        submissions: [
          submission("submissions/accepted/right.py", "AC", 100),
          submission("submissions/wrong_answer/small_only.py", "WA", 0),
        ],
      },
    ],
  });
});

test("a mislabelled submission comes first, with testcase and reason; a good package beside it stays ok", async () => {
  writeDoubling(work.at("good"));
  writeDoubling(work.at("bad"), {
    "submissions/accepted/zz_mislabelled.py": SMALL_ONLY,
    "submissions/wrong_answer/right_after_all.py": RIGHT,
  });
  const { exitCode, stdout } = await verify("good", "bad");
  expect(exitCode).toBe(1);
  const [good, bad] = stdout.split("\n\n");
  expect(good).toMatch(/^good: ok, 2 of 2 submissions agree/);
  const lines = bad?.split("\n") ?? [];
  expect(lines[0]).toMatch(/^bad: not ok, 2 of 4 submissions agree/);
  const disagreement = /zz_mislabelled\.py: expected AC, got WA on secret\/2-large: expected "10000", .+/;
  expect(lines[1]).toMatch(disagreement);
  expect(lines[2]).toMatch(/right_after_all\.py: expected WA at least once, got AC on all 5/);
  const json = JSON.parse((await verify("good", "bad", "--json")).stdout);
  expect(json).toMatchObject({ ok: false, problems: [{ ok: true }, { ok: false }] });
});

test("a contest stands for its packages, and an empty folder is a mistake", async () => {
  writeDoubling(work.at("contest", "a", "first"));
  writeDoubling(work.at("contest", "b"), { "submissions/accepted/small.py": SMALL_ONLY });
  writeFiles(work.at("contest"), { "contest.yaml": "name: Two\n", "empty/readme.txt": "" });
  const { exitCode, stdout } = await verify("contest", "--json");
  expect(exitCode).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, problems: [{ ok: true }, { ok: false }] });
  expectMessage(await verify("contest/empty"), 2, "contest/empty is not a problem package");
});

test("everything that is wrong with a package on disk is told at once, without an engine", async () => {
  writeDoubling(work.at("doubling"), {
    "data/secret/2-large.ans": undefined,
    "data/secret/3-larger.ans": undefined,
    "statement/problem.en.md": undefined,
    "problem.yaml": "problem_format_version: 2025-09\nname: Doubling\ntype: interactive\n",
  });
  const { exitCode, stdout } = await work.run(["verify", "doubling"], { DOCKER_HOST: "unix:///nowhere.sock" });
  expect(exitCode).toBe(1);
  for (const place of ["2-large.in", "3-larger.in", "statement/", "output_validator/"])
    expect(stdout).toMatch(new RegExp(`^ {2}error: .*${place}`, "m"));
});

test("an input that the validator rejects is an error", async () => {
  writeDoubling(work.at("doubling"), { "data/secret/4-negative.in": "-5\n", "data/secret/4-negative.ans": "-10\n" });
  const { exitCode, stdout } = await verify("doubling");
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/error: secret\/4-negative: input_validators\/validate\.py rejects the input/);
});
