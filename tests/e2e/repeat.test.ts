import { existsSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ModelServer } from "../support/model-server.ts";
import { expectMessage, WorkFolder } from "./support/command.ts";
import { answer, RIGHT, WRONG, writeDoubling, writeFiles } from "./support/doubling.ts";
import { countEvents } from "./support/run-events.ts";

let work: WorkFolder;
beforeEach(() => {
  work = new WorkFolder();
  writeDoubling(work.at("cup", "one"));
  writeFiles(work.at("cup"), { "contest.yaml": "name: The Cup\nrules: ioi\nlength_minutes: 100\nproblems: [one]\n" });
});
afterEach(() => work[Symbol.dispose]());

const SAMPLES = ["--samples", "2", "--no-baselines"];

test("runs with seeds one after another ask nothing twice, are resumed, and say how they differ", async () => {
  const asked: number[] = [];
  // The second run is unlucky.
  await using server = await ModelServer.start((seed) => {
    asked.push(seed);
    return { text: answer(Math.floor(seed / 100_801) === 8 ? WRONG : RIGHT) };
  });
  const args = ["contest", "cup", "--model", "openai:tiny", "--price", "1,1", "--seed", "7", "--repeat", "3"];
  const all = [...args, ...SAMPLES, "--run", "cup.sqlite", "--json"];

  const planned = await work.run([...args, ...SAMPLES, "--dry-run"], server.env);
  expect(planned.stdout).toMatch(/^3 runs of these: 6 questions, about /m);
  expect(asked).toEqual([]);

  const started = work.start(all, server.env);
  while ((countEvents(work.at("cup-run2.sqlite")).get("run-started") ?? 0) < 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
  started.kill("SIGKILL");
  await started.ended;
  expectMessage(await work.run(all, server.env), 2, "cup-run1.sqlite is there already: go on with --resume");

  const ended = await work.run([...all, "--resume"], server.env);
  expect(ended.exitCode, ended.stderr).toBe(1);
  expect(ended.stderr).toContain("run file cup-run3.sqlite");
  expect(new Set(asked.filter((seed) => seed < 9 * 100_801))).toEqual(
    new Set([7, 8].flatMap((seed) => [seed * 100_801, seed * 100_801 + 1])),
  );
  const { runs, mean, deviation, interval } = JSON.parse(ended.stdout);
  expect(runs).toMatchObject([
    { run: "cup-run1.sqlite", seed: 7, score: 100, solved: 1, state: "finished", usd: expect.any(Number) },
    { run: "cup-run2.sqlite", seed: 8, score: 0, solved: 0 },
    { run: "cup-run3.sqlite", seed: 9, score: 100 },
  ]);
  expect([mean, deviation]).toEqual([expect.closeTo(200 / 3, 9), expect.closeTo(100 / Math.sqrt(3), 9)]);
  expect(interval.high - mean).toBeCloseTo((4.303 * 100) / 3, 9);

  const before = asked.length;
  const again = await work.run([...all.slice(0, -1), "--resume"], server.env);
  expect(again.stdout).toContain("mean 66.67; standard deviation of a run 57.74\n");
  expect(asked).toHaveLength(before);
});

test("a run that is still to come is refused where it would not be like the first", async () => {
  await using server = await ModelServer.start([answer(RIGHT)]);
  const args = ["contest", "cup", "--model", "openai:tiny", "--run", "cup.sqlite", "--no-baselines", "--quiet"];
  const two = await work.run([...args, "--samples", "2", "--repeat", "2"], server.env);
  expect(two.exitCode, two.stderr).toBe(0);
  const third = await work.run([...args, "--samples", "3", "--repeat", "3", "--resume"], server.env);
  expectMessage(third, 2, "--samples 3: the run was started with 2");
  expect(existsSync(work.at("cup-run3.sqlite"))).toBe(false);
});
