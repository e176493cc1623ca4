import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ModelServer } from "../support/model-server.ts";
import { WorkFolder } from "./support/command.ts";
import { answer, RIGHT, SMALL_ONLY, writeDoubling } from "./support/doubling.ts";

const TINY = fileURLToPath(new URL("../fixtures/models/tiny-q8_0.gguf", import.meta.url));

let work: WorkFolder;
beforeEach(() => {
  work = new WorkFolder();
  writeDoubling(work.at("doubling"));
});
afterEach(() => work[Symbol.dispose]());

test("a batch is handed over once, priced as one, and a resumed run asks nothing", async () => {
  await using server = await ModelServer.start([SMALL_ONLY, RIGHT, RIGHT].map(answer));
  const args = ["solve", "doubling", "--model", "openai:tiny", "--api", "batch", "--samples", "3"];
  const run = [...args, "--price", "1,2", "--run", "a.sqlite", "--json"];
  const solved = await work.run(run, server.env);
  expect(solved.exitCode, solved.stderr).toBe(0);
  const { pool, score, cost } = JSON.parse(solved.stdout);
  expect({ answers: pool.answers, score }).toEqual({ answers: 3, score: 100 });
  expect(cost.usd).toBeGreaterThan(0);
  expect([server.batches.created.length, server.batches.answered, server.asked]).toEqual([1, 3, 0]);
  const again = await work.run([...run, "--resume"], server.env);
  expect(again.stdout).toBe(solved.stdout);
  expect(server.batches.created.length).toBe(1);
});

test("a model in a file answers in this process, for nothing", async () => {
  const args = ["--model", `gguf:${TINY}`, "--samples", "2", "--max-output-tokens", "120", "--run", "a.sqlite"];
  const solved = await work.run(["solve", "doubling", ...args, "--submissions", "1", "--json"]);
  expect(solved.stdout, solved.stderr).not.toBe("");
  const { pool, model, cost, recorded } = JSON.parse(solved.stdout);
  expect({ answers: pool.answers, model, usd: cost.usd, recorded }).toEqual({
    ...{ answers: 2, usd: 0, recorded: false },
    model: expect.stringContaining("tiny-q8_0.gguf"),
  });
  expect(cost.outputTokens).toBeGreaterThan(0);
});
