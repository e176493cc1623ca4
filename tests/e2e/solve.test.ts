import { readdirSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ModelServer, TOKENS } from "../support/model-server.ts";
import { type Ended, expectMessage, expectNoContainers, LAMPLIGHTER, WorkFolder } from "./support/command.ts";
import {
  answer,
  NOT_COMPILING,
  RIGHT,
  RIGHT_TOO,
  SMALL_ONLY,
  WRONG,
  writeDoubling,
  writePool,
} from "./support/doubling.ts";
import { countEvents, withoutTimes } from "./support/run-events.ts";

let work: WorkFolder;
beforeEach(() => {
  work = new WorkFolder();
  writeDoubling(work.at("doubling"));
});
afterEach(() => work[Symbol.dispose]());

const MIXED = [SMALL_ONLY, WRONG, RIGHT, NOT_COMPILING].map(answer);
const pool = (answers: readonly string[] = MIXED) => `recorded:${writePool(work.at("pool"), answers)}`;
const solve = (...args: string[]) => work.run(["solve", "doubling", "--run", "r.sqlite", ...args]);

describe("solve with recorded answers", () => {
  test("the demo solves or does not, says so, and leaves nothing behind", async () => {
    const running = work.start(["solve", LAMPLIGHTER]);
    const ended = await running.ended;
    expect(ended.exitCode, ended.stderr).toBe(ended.stdout.startsWith("Lamplighter: 100 of 100 points") ? 0 : 1);
    expect(ended.stdout).toContain("Recorded answers: no model was asked");
    for (const section of ["Candidates", "Submissions", "What selection was worth", "Where the time went"])
      expect(ended.stdout).toMatch(new RegExp(`^${section}`, "m"));
    expect(ended.stdout).toMatch(/^ {2}answers +20 of 20/m);
    expect(Math.max(...ended.stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
    await expectNoContainers(running.pid);
    const files = readdirSync(work.at("submissions"));
    expect(files).toEqual([expect.stringMatching(/^lamplighter-.*\.sqlite$/)]);
  });

  test("the report shows every submission with its verdict, and what chance and hindsight would have got", async () => {
    const { exitCode, stdout } = await solve("--model", pool());
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Doubling: 100 of 100 points with \d of 50 submissions$/m);
    expect(stdout).toMatch(/\(recorded\)/);
    expect(stdout).toMatch(/^ {2}1 +.* c000[13] +(AC|WA) /m);
    expect(stdout).toMatch(/c0003 +AC /);
    expect(stdout).toMatch(/^ {2}random +100/m);
    expect(stdout).toMatch(/^ {2}oracle +100/m);
    expect(stdout).toMatch(/^ {2}efficiency +/m);
    expect(stdout).toMatch(/^ {2}compiling +3$/m);
    expect(stdout).toMatch(/^ {2}passing samples +2$/m);
    expect(stdout).toContain("Run file: r.sqlite");
  });

  test("what is not solved ends with exit code 1", async () => {
    const { exitCode, stdout } = await solve("--model", pool([SMALL_ONLY, WRONG].map(answer)), "--submissions", "1");
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^Doubling: 0 of 100 points with 1 of 1 submission$/m);
  });

  test("--json prints one document with the contract's keys and nothing else", async () => {
    const { stdout } = await solve("--model", pool(), "--json");
    const document = JSON.parse(stdout);
    expect(document).toMatchObject({
      run: "r.sqlite",
      state: "finished",
      strategy: "public-filter",
      recorded: true,
      seed: 1,
      score: 100,
      maxScore: 100,
      cost: { inputTokens: null, outputTokens: null, usd: 0 },
      baselines: { random: 100, oracle: 100, selectionEfficiency: null },
    });
    expect(Object.keys(document.submissions[0])).toEqual(
      expect.arrayContaining(["problem", "candidate", "verdict", "score", "atMs"]),
    );
  });

  test("a program that was submitted is not judged again for the baselines", async () => {
    const { stdout } = await solve("--model", pool(), "--json");
    const { submissions, baselines } = JSON.parse(stdout);
    expect(countEvents(work.at("r.sqlite")).get("candidate-judged")).toBe(baselines.of - submissions.length);
  });

  test("--quiet says nothing on standard error", async () => {
    expect((await solve("--model", pool(), "--quiet")).stderr).toBe("");
  });

  test("one seed, one choice; every seed, programs of the pool", async () => {
    const model = pool([SMALL_ONLY, WRONG, RIGHT, RIGHT_TOO].map(answer));
    const submissions = async (run: string, seed: string) => {
      const args = ["--model", model, "--strategy", "random", "--submissions", "2", "--seed", seed];
      return withoutTimes((await solve(...args, "--json", "--run", run)).stdout);
    };
    expect(await submissions("a.sqlite", "7")).toEqual(await submissions("b.sqlite", "7"));
  });

  test("recorded:RUN.sqlite gives another run's answers again", async () => {
    const first = await solve("--model", pool(), "--json");
    const again = await solve("--model", "recorded:r.sqlite", "--run", "again.sqlite", "--json");
    const { model: _one, ...expected } = withoutTimes(first.stdout) as Record<string, unknown>;
    expect(withoutTimes(again.stdout)).toMatchObject(expected);
  });
});

describe("solve with a model behind an endpoint", () => {
  const ask = (server: ModelServer, ...args: string[]): Promise<Ended> =>
    work.run(
      ["solve", "doubling", "--run", "r.sqlite", "--model", "openai:tiny", "--samples", "4", ...args],
      server.env,
    );

  test("tokens are counted, and --price makes a cost of them", async () => {
    await using server = await ModelServer.start(MIXED);
    const { exitCode, stdout } = await ask(server, "--price", "1000,2000", "--json");
    expect(exitCode).toBe(0);
    expect(server.answered).toBe(4);
    expect(JSON.parse(stdout)).toMatchObject({
      model: "openai:tiny",
      recorded: false,
      cost: { inputTokens: 4 * TOKENS.prompt, outputTokens: 4 * TOKENS.completion, usd: 0.8 },
    });
  });

  test("without --price the cost is unknown", async () => {
    await using server = await ModelServer.start(MIXED);
    expect((await ask(server)).stdout).toMatch(/^ {2}cost +unknown$/m);
  });

  test("--budget-tokens and --budget-usd end the asking", async () => {
    await using server = await ModelServer.start(MIXED);
    const tokens = await ask(server, "--concurrency", "1", "--budget-tokens", "250");
    expect(server.asked).toBe(2);
    expect(tokens.stdout).toMatch(/^ {2}answers +2 of 4 asked for$/m);
    const args = ["--concurrency", "1", "--price", "1000,1000", "--budget-usd", "0.4", "--run", "usd.sqlite"];
    await ask(server, ...args);
    expect(server.asked).toBe(2 + 3);
  });

  test("--budget-usd without --price is refused before anything is asked", async () => {
    await using server = await ModelServer.start(MIXED);
    expectMessage(await ask(server, "--budget-usd", "1"), 2, "a budget in USD needs --price");
    expect(server.asked).toBe(0);
  });

  test("a server that fails ends the run with a message; --resume asks only for what is missing", async () => {
    await using server = await ModelServer.start(MIXED);
    // The first answers are paid for, then the server breaks down.
    const tokens = await ask(server, "--concurrency", "1", "--budget-tokens", "250", "--run", "first.sqlite");
    expect(tokens.exitCode).not.toBe(3);
    server.isFailing = true;
    const failed = await ask(server);
    expectMessage(failed, 3, /medalist: openai:tiny at http.*gave no answer: 500/, "--resume --run r.sqlite");
    server.isFailing = false;
    const before = server.answered;
    const resumed = await work.run(["solve", "doubling", "--resume", "--run", "r.sqlite"], server.env);
    expect(resumed.exitCode, resumed.stderr).toBe(0);
    expect(server.answered - before).toBe(4);
    const again = await work.run(["solve", "doubling", "--resume", "--run", "r.sqlite"], server.env);
    expect(again.stdout).toBe(resumed.stdout);
    expect(server.answered - before).toBe(4);
  });

  test("an endpoint where nobody listens ends with exit code 3", async () => {
    const env = { OPENAI_BASE_URL: "http://127.0.0.1:9/v1" };
    const ended = await work.run(["solve", "doubling", "--model", "openai:tiny", "--samples", "1"], env);
    expectMessage(ended, 3, /gave no answer/);
  });

  test("openai:NAME without key or endpoint is a mistake", async () => {
    expectMessage(await solve("--model", "openai:tiny"), 2, "OPENAI_API_KEY is not set", "OPENAI_BASE_URL");
  });
});
