import { cpSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ModelServer } from "../support/model-server.ts";
import { expectMessage, expectNoContainers, until, WorkFolder } from "./support/command.ts";
import { answer, NOT_COMPILING, RIGHT, SMALL_ONLY, writeDoubling, writeFiles, writePool } from "./support/doubling.ts";
import { countEvents } from "./support/run-events.ts";

let work: WorkFolder;
beforeEach(() => {
  work = new WorkFolder();
  writeDoubling(work.at("doubling"));
  writePool(work.at("pool"), [SMALL_ONLY, RIGHT].map(answer));
});
afterEach(() => work[Symbol.dispose]());

const medalist = (line: string, env = {}) => work.run(line.split(" "), env);
const SOLVE = "solve doubling --model recorded:pool";

describe("options", () => {
  test.each([
    ["--bogus", "unknown option '--bogus'"],
    ["--language cobol", "argument 'cobol' is invalid. Allowed choices are cpp17"],
    ["--strategy best", "argument 'best' is invalid. Allowed choices are random"],
    ["--rules chess", "argument 'chess' is invalid. Allowed choices are ioi"],
    ["--samples many", "argument 'many' is invalid. expected a whole number from 1"],
    ["--samples 0", "argument '0' is invalid. expected a whole number from 1"],
    ["--submissions 2.5", "argument '2.5' is invalid. expected a whole number from 1"],
    ["--seed -1", "argument '-1' is invalid. expected a whole number from 0"],
    ["--seed 0x10", "argument '0x10' is invalid. expected a whole number from 0"],
    ["--concurrency none", "argument 'none' is invalid. expected a whole number from 1"],
    ["--temperature hot", "argument 'hot' is invalid. expected a number from 0"],
    ["--budget-tokens 1k", "argument '1k' is invalid. expected a whole number from 1"],
    ["--budget-usd free", "argument 'free' is invalid. expected a number above 0"],
    ["--price 3", "argument '3' is invalid. expected USD per million tokens as INPUT,OUTPUT"],
    ["--slots none", "argument 'none' is invalid. expected a whole number from 1"],
    ["--model gpt", "--model gpt: expected recorded, recorded:POOL, openai:NAME or gguf:FILE"],
  ])("solve %s", async (options, says) => {
    expectMessage(await medalist(`solve doubling ${options}`), 2, says);
  });

  test("more slots than cores", async () => {
    const slots = availableParallelism() + 1000;
    expectMessage(await medalist(`${SOLVE} --slots ${slots}`), 2, `--slots ${slots}: the engine has`, "cores");
  });

  test("no command, an unknown one, and one without its argument", async () => {
    expectMessage(await medalist("solv"), 2, "unknown command 'solv'", "--help");
    expectMessage(await medalist("solve"), 2, "missing required argument 'problem'", "--help");
    expect((await work.run([])).exitCode).toBe(2);
  });

  test("--help is no mistake", async () => {
    const { exitCode, stdout, stderr } = await medalist("solve --help");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toContain("--budget-tokens");
    expect((await medalist("--help")).stdout).toContain("Exit codes:");
  });
});

describe("packages and pools", () => {
  test("a package that is not there, a file, a folder of something else, broken YAML", async () => {
    expectMessage(await medalist("solve nowhere"), 2, "there is no problem package nowhere");
    expectMessage(await medalist("solve doubling/problem.yaml"), 2, "no folder and no archive", "expected");
    expectMessage(await medalist("solve pool"), 2, "pool is not a problem package", "problem.yaml");
    writeFiles(work.at("doubling"), { "problem.yaml": "name: [Doubling\nlimits: {\n" });
    for (const command of ["solve doubling", "judge doubling pool/01.md --language python3"])
      expectMessage(await medalist(command), 2, "doubling has", "problem.yaml: not YAML");
  });

  test("a package without recorded answers needs a model's name", async () => {
    expectMessage(await medalist("solve doubling"), 2, "no recorded answers", "--model openai:NAME");
  });

  test("an empty pool, and one that is not there", async () => {
    writeFiles(work.at("empty"), { "README.txt": "no answers" });
    expectMessage(await medalist("solve doubling --model recorded:empty"), 2, "empty is empty", ".md");
    expectMessage(await medalist("solve doubling --model recorded:nowhere"), 2, "nowhere cannot be read");
  });

  test("a pool where nothing compiles is a run that did not solve", async () => {
    writePool(work.at("broken"), [NOT_COMPILING, `${NOT_COMPILING}#\n`].map(answer));
    const { exitCode, stdout } = await medalist("solve doubling --model recorded:broken");
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^Doubling: 0 of 100 points/m);
    expect(stdout).toMatch(/^ {2}compiling +0$/m);
    expect(stdout).not.toMatch(/NaN|undefined|Infinity/);
  });

  test("a pool of prose is a run without a program", async () => {
    writePool(work.at("prose"), ["I cannot solve this.\n", "Neither can I.\n"]);
    const { exitCode, stdout } = await medalist("solve doubling --model recorded:prose");
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^ {2}unusable +2 no code block$/m);
    expect(stdout).toMatch(/^ {2}none$/m);
    expect(stdout).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe("the engine", () => {
  test.each([
    "solve doubling --model recorded:pool",
    "judge doubling pool/01.md --language python3",
    "verify doubling",
  ])("is not there: %s", async (line) => {
    const ended = await medalist(line, { DOCKER_HOST: "unix:///nowhere.sock" });
    expectMessage(
      ended,
      3,
      "no Docker engine answers",
      "DOCKER_HOST=unix:///nowhere.sock: no socket",
      "unset DOCKER_HOST",
    );
  });
});

describe("run files", () => {
  test("one that exists is not written over; a folder is no name for one", async () => {
    expect((await medalist(`${SOLVE} --run r.sqlite`)).exitCode).toBe(0);
    const before = readFileSync(work.at("r.sqlite"));
    expectMessage(await medalist(`${SOLVE} --run r.sqlite`), 2, "r.sqlite exists already", "--resume");
    expect(readFileSync(work.at("r.sqlite")).equals(before)).toBe(true);
    expectMessage(await medalist(`${SOLVE} --run pool`), 2, "pool is a folder");
  });

  test("of a newer version, torn, or another program's", async () => {
    await medalist(`${SOLVE} --run r.sqlite`);
    cpSync(work.at("r.sqlite"), work.at("newer.sqlite"));
    const newer = new Database(work.at("newer.sqlite"));
    newer.pragma("user_version = 99");
    newer.close();
    cpSync(work.at("r.sqlite"), work.at("torn.sqlite"));
    truncateSync(work.at("torn.sqlite"), 9000);
    const other = new Database(work.at("other.sqlite"));
    other.exec("CREATE TABLE t (a)");
    other.close();
    writeFileSync(work.at("nothing.sqlite"), "");
    for (const command of ["replay", "solve doubling --resume --run"]) {
      expectMessage(await medalist(`${command} newer.sqlite`), 2, "newer.sqlite has run format 99");
      expectMessage(await medalist(`${command} torn.sqlite`), 2, "torn.sqlite cannot be opened as a run file");
      expectMessage(await medalist(`${command} other.sqlite`), 2, "other.sqlite cannot be opened as a run file");
      expectMessage(await medalist(`${command} nothing.sqlite`), 2, "nothing.sqlite cannot be opened as a run file");
      expectMessage(await medalist(`${command} none.sqlite`), 2, "there is no run file none.sqlite");
    }
  });

  test("with an event that was changed afterwards", async () => {
    await medalist(`${SOLVE} --run r.sqlite`);
    const database = new Database(work.at("r.sqlite"));
    database.exec("UPDATE event SET body = replace(body, '\"WA\"', '\"AC\"')");
    database.close();
    expectMessage(await medalist("replay r.sqlite"), 2, "was changed after it was written");
  });

  test("a submissions folder that cannot be made", async () => {
    writeFileSync(work.at("submissions"), "a file is in the way");
    expectMessage(await medalist(SOLVE), 2, "submissions", "--run");
  });

  test("--resume where there is nothing to resume", async () => {
    expectMessage(await medalist(`${SOLVE} --resume`), 2, "there is no run of doubling under submissions/");
  });

  test("--resume with a package that has changed", async () => {
    await medalist(`${SOLVE} --run r.sqlite`);
    writeFiles(work.at("doubling"), { "data/secret/1-small.in": "51\n", "data/secret/1-small.ans": "102\n" });
    expectMessage(await medalist(`${SOLVE} --run r.sqlite --resume`), 2, "resume it with the package as it was");
  });

  test("--resume under other options names both values; the same ones again are fine", async () => {
    const solved = await medalist(`${SOLVE} --run r.sqlite --samples 9 --seed 4`);
    const ended = await medalist(
      `${SOLVE} --run r.sqlite --resume --samples 1 --strategy random --seed 5 --submissions 3`,
    );
    expectMessage(
      ended,
      2,
      "--samples 1: the run was started with 2",
      "--strategy random: the run was started with public-filter",
      "--seed 5: the run was started with 4",
      "--submissions 3: the run was started with 50",
    );
    const model = await medalist("solve doubling --run r.sqlite --resume --model openai:tiny --budget-tokens 10");
    expectMessage(model, 2, "--model openai:tiny: the run was started with recorded:pool", "started with none");
    const again = await medalist(`${SOLVE} --run r.sqlite --resume --samples 9 --seed 4 --strategy public-filter`);
    expect(again.stdout).toBe(solved.stdout);
    expect((await medalist(`solve doubling --run r.sqlite --resume`)).stdout).toBe(solved.stdout);
  });

  test("--resume while another process writes it", async () => {
    await using server = await ModelServer.start([answer(RIGHT)]);
    server.delayMs = 30_000;
    const args = ["solve", "doubling", "--model", "openai:tiny", "--samples", "1", "--run", "r.sqlite"];
    const first = work.start(args, server.env);
    await until(() => server.asked > 0, "the model is asked");
    expectMessage(
      await medalist("solve doubling --resume --run r.sqlite", server.env),
      2,
      `written by process ${first.pid}`,
    );
    expect(countEvents(work.at("r.sqlite")).get("run-resumed")).toBeUndefined();
    first.kill("SIGKILL");
    await first.ended;
    await expectNoContainers(first.pid);
  });
});
