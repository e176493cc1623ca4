import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ModelServer } from "../support/model-server.ts";
import { containersOf, type Ended, expectNoContainers, type Running, until, WorkFolder } from "./support/command.ts";
import {
  answer,
  NEVER_ENDING,
  NOT_COMPILING,
  RIGHT,
  SLOW,
  SMALL_ONLY,
  WRONG,
  writeDoubling,
  writeFiles,
} from "./support/doubling.ts";
import { countEvents, withoutTimes } from "./support/run-events.ts";

const ANSWERS = [SMALL_ONLY, SLOW, NOT_COMPILING, SMALL_ONLY, WRONG, RIGHT].map(answer);
const SOLVE = ["solve", "doubling", "--model", "openai:tiny", "--samples", "6", "--submissions", "2"];
const RUN = ["--run", "r.sqlite", "--concurrency", "1", "--json"];

let work: WorkFolder;
let server: ModelServer;
beforeEach(async () => {
  work = new WorkFolder();
  writeDoubling(work.at("doubling"));
  server = await ModelServer.start(ANSWERS);
  server.delayMs = 60;
});
afterEach(async () => {
  await server[Symbol.asyncDispose]();
  work[Symbol.dispose]();
});

/** A moment in a run: so many events of a type are in its file. */
type Moment = readonly [type: string, count: number];

const start = () => work.start([...SOLVE, ...RUN], server.env);
const resume = () => work.run(["solve", "doubling", "--resume", "--run", "r.sqlite", "--json"], server.env);

/** What was sent to a process when it is killed is lost: of an answer on its way nothing can be promised, so that none is. */
function holdAfter(answers: number): void {
  server.holdFrom = server.asked + answers + 1;
}

async function reach(running: Running, [type, count]: Moment): Promise<void> {
  const isThere = () => (countEvents(work.at("r.sqlite")).get(type) ?? 0) >= count;
  await until(() => isThere() || !running.isRunning, `${count} ${type}`);
  expect(running.isRunning, `still running after ${count} ${type}`).toBe(true);
}

async function undisturbed(): Promise<Ended> {
  const ended = await work.run([...SOLVE, "--run", "undisturbed.sqlite", "--concurrency", "1", "--json"], server.env);
  expect(server.answered, ended.stderr).toBe(6);
  return ended;
}

describe("kill -9, then --resume", () => {
  test("at any moment: pays for nothing twice, and reports what an undisturbed run does but for times", async () => {
    const expected = await undisturbed();
    expect(JSON.parse(expected.stdout).submissions.length).toBeGreaterThan(0);
    const moments: readonly (readonly [...Moment, answers: number])[] = [
      ["run-started", 1, 0],
      ["model-answered", 2, 2],
      ["candidate-tested", 1, 3],
      ["model-answered", 5, 5],
      ["submission-made", 1, 6],
      ["submission-judged", 1, 6],
      ["run-finished", 1, 6],
      ["candidate-judged", 1, 6],
    ];
    for (const [type, count, answers] of moments) {
      const moment = [type, count] as const;
      const at = moment.join(" ");
      const paid = server.answered;
      using own = new WorkFolder();
      writeDoubling(own.at("doubling"));
      holdAfter(answers);
      const killed = own.start([...SOLVE, ...RUN], server.env);
      const isHeld = () => answers === ANSWERS.length || server.asked >= server.holdFrom;
      const isThere = () => isHeld() && (countEvents(own.at("r.sqlite")).get(type) ?? 0) >= count;
      await until(() => isThere() || !killed.isRunning, at);
      expect(killed.isRunning, `still running after ${at}`).toBe(true);
      killed.kill("SIGKILL");
      await killed.ended;
      server.holdFrom = Number.POSITIVE_INFINITY;
      const resumed = await own.run(["solve", "doubling", "--resume", "--run", "r.sqlite", "--json"], server.env);
      expect(withoutTimes(resumed.stdout), `killed at ${at}\n${resumed.stderr}`).toEqual(withoutTimes(expected.stdout));
      expect(resumed.exitCode).toBe(expected.exitCode);
      expect(server.answered - paid, `answers paid for, killed at ${at}`).toBe(6);
      await expectNoContainers(killed.pid);
      expect((await own.run(["replay", "r.sqlite", "--json"])).stdout).toBe(resumed.stdout);
    }
  });

  test("killed over and over, a run still ends", async () => {
    const expected = await undisturbed();
    const paid = server.answered;
    for (const answers of [2, 4]) {
      holdAfter(2);
      const running = answers === 2 ? start() : work.start(["solve", "doubling", "--resume", ...RUN], server.env);
      await reach(running, ["model-answered", answers]);
      running.kill("SIGKILL");
      await running.ended;
    }
    server.holdFrom = Number.POSITIVE_INFINITY;
    expect(withoutTimes((await resume()).stdout)).toEqual(withoutTimes(expected.stdout));
    expect(server.answered - paid).toBe(6);
  });
});

describe.each(["SIGINT", "SIGTERM"] as const)("%s", (signal) => {
  test.each([
    { during: "waiting for the model", moment: ["model-answered", 1], delayMs: 300 },
    { during: "trying candidates", moment: ["candidate-extracted", 1], delayMs: 300 },
    { during: "judging a submission", moment: ["submission-made", 1], delayMs: 0 },
  ] as const)("while $during: ends in order, and --resume goes on", async ({ moment, delayMs }) => {
    server.delayMs = delayMs;
    const running = start();
    await reach(running, moment);
    running.kill(signal);
    const ended = await running.ended;
    expect(ended.exitCode, ended.stderr).toBe(130);
    expect(ended.stdout).toBe("");
    expect(ended.stderr).toContain("nothing is lost, go on with: medalist solve doubling --resume --run r.sqlite");
    expect(ended.stderr).not.toMatch(/^\s+at |bug/m);
    await expectNoContainers(running.pid);
    expect(countEvents(work.at("r.sqlite")).get("run-interrupted")).toBe(1);
    const shown = JSON.parse((await work.run(["replay", "r.sqlite", "--json"])).stdout);
    expect(shown).toMatchObject({ state: "interrupted", why: `interrupted by ${signal}` });
    const resumed = JSON.parse((await resume()).stdout);
    expect(resumed).toMatchObject({ state: "finished", pool: { answers: 6 } });
    expect(server.answered).toBe(6);
  });
});

test("judge that is interrupted leaves no container and no report", async () => {
  writeFiles(work.path, { "a.py": NEVER_ENDING });
  const running = work.start(["judge", "doubling", "a.py"]);
  await until(async () => (await containersOf(running.pid)) > 1, "the program runs");
  running.kill("SIGINT");
  const ended = await running.ended;
  expect({ exitCode: ended.exitCode, stdout: ended.stdout }).toEqual({ exitCode: 130, stdout: "" });
  expect(ended.stderr.trim()).toBe("interrupted");
  await expectNoContainers(running.pid);
});
