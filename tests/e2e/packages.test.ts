import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { tarOf } from "../unit/problem/source/tar-archive.ts";
import { zipOf } from "../unit/problem/source/zip-archive.ts";
import { expectMessage, WorkFolder } from "./support/command.ts";
import { answer, writeDoubling, writePool } from "./support/doubling.ts";

const FIXTURES = fileURLToPath(new URL("../fixtures/problems", import.meta.url));

let work: WorkFolder;
let unpackedBefore: string[];
beforeEach(() => {
  work = new WorkFolder();
  unpackedBefore = unpacked();
});
afterEach(() => {
  expect(unpacked().filter((name) => !unpackedBefore.includes(name))).toEqual([]);
  work[Symbol.dispose]();
});

const unpacked = () => readdirSync(tmpdir()).filter((name) => name.startsWith("medalist-package-"));

/** All files below a folder, by their path in it. */
function filesIn(folder: string): { name: string; content: Buffer }[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => ({ name: path, content: readFileSync(join(folder, path)) }));
}

describe("a package in an archive", () => {
  test("is verified as its folder would be", async () => {
    writeDoubling(work.at("doubling"));
    writeFileSync(work.at("packed.zip"), zipOf(filesIn(work.at("doubling"))));
    const { exitCode, stdout } = await work.run(["verify", "packed.zip", "--json"]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, problems: [{ problem: "packed", ok: true }] });
  });

  test("may be wrapped in a folder, which then gives the name, and be a tar", async () => {
    writeDoubling(work.at("doubling"));
    const entries = filesIn(work.at("doubling")).map(({ name, content }) => ({ name: `twice/${name}`, content }));
    writeFileSync(work.at("packed.tar"), tarOf(entries));
    const { exitCode, stdout } = await work.run([
      "judge",
      "packed.tar",
      "doubling/submissions/accepted/right.py",
      "--json",
    ]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ problem: "twice", verdict: "AC", score: 100 });
  });

  test("that would write elsewhere is refused, and writes nothing", async () => {
    writeFileSync(work.at("evil.zip"), zipOf([{ name: "../evil.txt", content: Buffer.from("x") }]));
    const { exitCode, stdout } = await work.run(["verify", "evil.zip"], { DOCKER_HOST: "unix:///nowhere.sock" });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/error: .*\.\.\/evil\.txt/);
    expect(readdirSync(work.at("."))).not.toContain("evil.txt");
  });
});

test("a row of a data set is a problem with its own submissions", async () => {
  const tests = (...pairs: [string, string][]) => ({
    input: pairs.map(([input]) => input),
    output: pairs.map(([, output]) => output),
  });
  const row = {
    name: "1_A. Sum",
    description: "Print a + b.",
    public_tests: tests(["1 2\n", "3\n"]),
    private_tests: tests(["5 6\n", "11\n"]),
    generated_tests: tests(),
    solutions: { language: [3], solution: ["print(sum(map(int, input().split())))"] },
    incorrect_solutions: { language: [3], solution: ["print(3)"] },
    time_limit: { seconds: 1, nanos: 0 },
    memory_limit_bytes: 256_000_000,
  };
  writeFileSync(work.at("rows.jsonl"), `${JSON.stringify({ ...row, name: "other" })}\n${JSON.stringify(row)}\n`);
  const { exitCode, stdout } = await work.run(["verify", "rows.jsonl#1_A. Sum", "--json"]);
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout).problems[0].submissions).toMatchObject([
    { expected: ["AC"], verdict: "AC", ok: true },
    { verdict: "WA", ok: true },
  ]);
  const several = await work.run(["verify", "rows.jsonl"]);
  expect(several.exitCode).toBe(2);
  expect(several.stderr).toContain("other");
});

test("answers are handed in as a zip, a folder, or made by a program", async () => {
  cpSync(join(FIXTURES, "icpc-submit-answer"), work.at("texts"), { recursive: true });
  const counted = work.at("texts/submissions/accepted/counted");
  writeFileSync(work.at("answers.zip"), zipOf(filesIn(counted)));
  const judged = async (path: string) => JSON.parse((await work.run(["judge", "texts", path, "--json"])).stdout);
  expect(await judged("answers.zip")).toMatchObject({ language: "answers", verdict: "AC", score: 100 });
  expect(await judged("texts/submissions/wrong_answer/miscounted")).toMatchObject({ verdict: "WA" });
  expect(await judged("texts/submissions/accepted/counts.py")).toMatchObject({ language: "python3", verdict: "AC" });
});

test("--format decides what could be two things, and nothing else can be asked for", async () => {
  writeDoubling(work.at("doubling"), { "problem.xml": "<problem/>" });
  const unclear = await work.run(["verify", "doubling"]);
  expect(unclear).toMatchObject({ exitCode: 2 });
  expect(unclear.stderr).toMatch(/--format/);
  expect(await work.run(["verify", "doubling", "--format", "icpc", "--quiet"])).toMatchObject({ exitCode: 0 });
  expect(await work.run(["verify", "doubling", "--format", "nonsense"])).toMatchObject({ exitCode: 2 });
});

test("a time limit that is to be measured is measured once", async () => {
  cpSync(join(FIXTURES, "icpc-legacy-float"), work.at("syrup"), { recursive: true });
  const judge = () => work.run(["judge", "syrup", "syrup/submissions/accepted/divides.cpp", "--json"]);
  const kept = () => filesIn(work.at("cache")).filter(({ name }) => name.endsWith("time-limit-ms"));
  expect(await judge()).toMatchObject({ exitCode: 0 });
  const [measured] = kept();
  expect(Number(measured?.content.toString())).toBe(1000);
  const writtenAt = statSync(join(work.at("cache"), measured?.name ?? "")).mtimeMs;
  expect(await judge()).toMatchObject({ exitCode: 0 });
  expect(statSync(join(work.at("cache"), measured?.name ?? "")).mtimeMs).toBe(writtenAt);
  expect(kept()).toHaveLength(1);
});

test("a package that takes the least of its groups is scored by the best submission, live and replayed", async () => {
  cpSync(join(FIXTURES, "icpc-groups"), work.at("least"), { recursive: true });
  rmSync(work.at("least/submissions"), { recursive: true });
  const right = join(FIXTURES, "icpc-groups/submissions/accepted/largest.cpp");
  cpSync(right, work.at("least/submissions/accepted/largest.cpp"));
  writeFileSync(work.at("least/data/secret/test_group.yaml"), "max_score: 20\nscore_aggregation: min\n");
  const one = readFileSync(join(FIXTURES, "icpc-groups/submissions/partial/always_one.py"), "utf8");
  writePool(work.at("pool"), [answer(one)]);
  const args = ["--model", "recorded:pool", "--language", "python3", "--run", "least.sqlite", "--json", "--quiet"];
  const solved = await work.run(["solve", "least", ...args]);
  const { score, maxScore, baselines } = JSON.parse(solved.stdout);
  // Its groups have points of their own, which add up to nothing.
  expect({ score, maxScore }).toEqual({ score: 0, maxScore: 20 });
  expect(baselines).toMatchObject({ random: 0, oracle: 0 });
  expect((await work.run(["replay", "least.sqlite", "--json"])).stdout).toBe(solved.stdout);
});

test("a package whose scores are to be low is judged, but no run is made of it", async () => {
  cpSync(join(FIXTURES, "icpc-legacy-groups"), work.at("low"), { recursive: true });
  const yaml = readFileSync(work.at("low/problem.yaml"), "utf8");
  writeFileSync(work.at("low/problem.yaml"), yaml.replace("objective: max", "objective: min"));
  writePool(work.at("pool"), [answer("print(1)\n")]);
  expectMessage(await work.run(["solve", "low", "--model", "recorded:pool"]), 2, "low: objective: min: expected max");
});
