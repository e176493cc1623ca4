import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ModelServer } from "../support/model-server.ts";
import { expectMessage, WorkFolder } from "./support/command.ts";
import { answer, NOT_COMPILING, RIGHT, SMALL_ONLY, WRONG, writeDoubling, writePool } from "./support/doubling.ts";

let work: WorkFolder;
beforeEach(() => {
  work = new WorkFolder();
  writeDoubling(work.at("doubling"));
});
afterEach(() => work[Symbol.dispose]());

const PROBLEM = "problem_format_version: 2025-09\ntype: pass-fail\nlimits:\n  time_limit: 2\n  memory: 256\n";
const ANSWERS = [...[SMALL_ONLY, RIGHT, NOT_COMPILING, RIGHT].map(answer), "I cannot solve this."];

test.each([{ json: [] }, { json: ["--json"] }])("prints what solve printed, byte for byte $json", async ({ json }) => {
  writePool(work.at("pool"), ANSWERS);
  const solved = await work.run(["solve", "doubling", "--model", "recorded:pool", "--run", "runs/a.sqlite", ...json]);
  const replayed = await work.run(["replay", "runs/a.sqlite", ...json]);
  expect(solved.stdout).not.toBe("");
  expect(replayed).toEqual({ ...solved, stderr: "" });
});

test("prints what a run with a live model printed, with neither package, model nor engine", async () => {
  await using server = await ModelServer.start(ANSWERS);
  const args = [
    "--model",
    "openai:tiny",
    "--samples",
    "5",
    "--run",
    "a.sqlite",
    "--price",
    "1,2",
    "--submissions",
    "2",
  ];
  const solved = await work.run(["solve", "doubling", ...args], server.env);
  const asked = server.asked;
  const replayed = await work.run(["replay", "a.sqlite"], { DOCKER_HOST: "unix:///nowhere.sock" });
  expect(replayed).toEqual({ ...solved, stderr: "" });
  expect(server.asked).toBe(asked);
});

test("the curves are data, too, each point with its interval", async () => {
  const example = fileURLToPath(new URL("../../submissions/example.sqlite", import.meta.url));
  const { curves, score } = JSON.parse((await work.run(["replay", example, "--json"])).stdout);
  expect(curves).toMatchObject([{ axis: "submissions" }, { axis: "samples" }, { axis: "tokens" }]);
  const [{ lines }, { lines: bySamples }] = curves;
  const namesOf = (of: { name: string }[]) => of.map(({ name }) => name);
  expect(namesOf(lines)).toEqual(["public-filter", "random", "oracle"]);
  expect(lines[0].points.at(-1)).toEqual({ x: 3, mean: score, low: score, high: score });
  expect(namesOf(bySamples)).toEqual(["public-filter, n@k", "random", "oracle"]);
  const [drawn] = bySamples[1].points;
  expect(drawn.low).toBeLessThan(drawn.mean);
  expect(drawn.high).toBeGreaterThan(drawn.mean);
});

test("a file that is not there, or is no run, is a mistake", async () => {
  expectMessage(await work.run(["replay", "none.sqlite"]), 2, "there is no run file none.sqlite");
  expectMessage(await work.run(["replay", "doubling/problem.yaml"]), 2, "cannot be opened as a run file");
});

test("a strategy that goes by a model's judgement is refused where the run holds none", async () => {
  writePool(work.at("pool"), [RIGHT, WRONG].map(answer));
  await work.run(["solve", "doubling", "--model", "recorded:pool", "--run", "unjudged.sqlite"]);
  const replayed = (strategy: string) => work.run(["replay", "unjudged.sqlite", "--strategy", strategy]);
  expectMessage(await replayed("gencluster"), 2, "unjudged.sqlite holds no such comparisons");
  expectMessage(await replayed("gencluster-rated"), 2, "unjudged.sqlite holds none");
  const own = ["--strategy", "gencluster-rated"];
  await work.run(["solve", "doubling", "--model", "recorded:pool", ...own, "--ratings", "0", "--run", "own.sqlite"]);
  expect(await work.run(["replay", "own.sqlite", ...own, "--seeds", "2"])).toMatchObject({ exitCode: 0 });
});

test("programs with terminal escapes or a megabyte on one line do no harm, nor do names and messages", async () => {
  const escapes = "\x1b[2J\x1b]0;mine\x07\x9b31m\u202e";
  const huge = `# ${"x".repeat(2 ** 20)}\n${RIGHT}`;
  const shouting = `import sys\nsys.stderr.write("""${escapes}""")\n# ${escapes}\nsys.exit(1)\n`;
  writePool(work.at("pool"), [RIGHT, huge, shouting, `def ${escapes}(:\n`].map(answer));
  writeDoubling(work.at("evil"), { "problem.yaml": `${PROBLEM}name: "a\\x1b[2Jb\\x9b31mc"\n` });
  const args = ["solve", "evil", "--model", "recorded:pool", "--run", "a.sqlite", "--submissions", "3"];
  const { stdout } = await work.run([...args, "--strategy", "random"]);
  expect(stdout).toContain("a?[2Jb?31mc: ");
  const reports = [stdout, (await work.run(["replay", "a.sqlite", "--strategy", "random", "--seeds", "2"])).stdout];
  for (const line of reports.flatMap((report) => report.trimEnd().split("\n"))) {
    expect([...line].length).toBeLessThanOrEqual(100);
    expect(line).not.toMatch(/\p{C}/u);
  }
});

test("the shipped example is shown as the README says, by a clone that has no engine", async () => {
  const example = fileURLToPath(new URL("../../submissions/example.sqlite", import.meta.url));
  const replayed = await work.run(["replay", example], { DOCKER_HOST: "unix:///nowhere.sock" });
  expect(replayed).toMatchObject({ exitCode: 0, stderr: "" });
  for (const line of replayed.stdout.split("\n")) expect([...line].length).toBeLessThanOrEqual(100);
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  expect(readme).toContain(replayed.stdout.slice(0, replayed.stdout.indexOf("\nRun file:")).trim());
});
