import { afterEach, beforeEach, expect, test } from "vitest";
import { type Misbehaviour, ModelServer } from "../support/model-server.ts";
import { expectMessage, WorkFolder } from "./support/command.ts";
import { answer, RIGHT, SMALL_ONLY, writeDoubling } from "./support/doubling.ts";
import { countEvents } from "./support/run-events.ts";

let work: WorkFolder;
let server: ModelServer;
beforeEach(async () => {
  work = new WorkFolder();
  writeDoubling(work.at("doubling"));
  server = await ModelServer.start([SMALL_ONLY, SMALL_ONLY, RIGHT].map(answer));
});
afterEach(async () => {
  await server[Symbol.asyncDispose]();
  work[Symbol.dispose]();
});

/** Each befalls one request, which is sent again after a second or so. */
const PASSING: readonly Misbehaviour[] = [
  { kind: "error", status: 429 },
  { kind: "error", status: 429, headers: { "retry-after": "1" } },
  { kind: "error", status: 500 },
  { kind: "error", status: 503 },
  { kind: "hang" },
  { kind: "cut" },
  { kind: "broken stream", events: 3, ending: "cut" },
  { kind: "broken stream", events: 3, ending: "end" },
  { kind: "broken stream", events: 3, ending: "hang" },
  { kind: "raw", body: '{"choices": [{"mess', contentType: "application/json" },
];

test("a server that fails in every way that passes: each answer is had and paid for once", async () => {
  const samples = PASSING.length;
  server.misbehaviours.push(...PASSING);
  const solved = await solve(samples, "--concurrency", String(samples), "--silence-timeout", "3");
  expect(solved.exitCode, solved.stderr).toBe(0);
  expect([server.asked, server.answered]).toEqual([2 * samples, samples]);
  expect(solved.stdout).toMatch(new RegExp(`^ {2}answers +${samples} of ${samples} asked for$`, "m"));
  const again = await work.run(["solve", "doubling", "--resume", "--run", "r.sqlite"], server.env);
  expect(again.stdout).toBe(solved.stdout);
  expect([server.asked, server.answered]).toEqual([2 * samples, samples]);
});

test("answers that are of no use are counted by their reason, and one that never comes does not hold up the others", async () => {
  server.misbehaviours.push(
    { kind: "says", said: { text: "", refusal: "I will not." } },
    { kind: "says", said: { text: "```python\nprint(", finishReason: "length" } },
    { kind: "document", document: { choices: [] } },
    { kind: "raw", body: "<html>Log in</html>", contentType: "text/html" },
  );
  const solved = await solve(7, "--concurrency", "1");
  expect(solved.exitCode, solved.stderr).toBe(0);
  expect(solved.stdout).toMatch(/^ {2}answers +5 of 7 asked for, 2 failed$/m);
  expect(solved.stdout).toMatch(
    /^ {2}unusable +1 no code block in a refusal, 1 cut off inside the code block at the token limit$/m,
  );
  expect(solved.stdout).toMatch(/^ {2}passing samples +2$/m);
  const events = countEvents(work.at("r.sqlite"));
  expect([events.get("model-answered"), events.get("model-failed"), events.get("answer-unusable")]).toEqual([5, 2, 2]);
  expect([server.asked, server.answered]).toEqual([7, 5]);
});

test("answers without usage make tokens and cost unknown, never 0, and a budget ends all the same", async () => {
  server.misbehaviours.push(
    ...Array<Misbehaviour>(9).fill({ kind: "says", said: { text: answer(RIGHT), usage: null } }),
  );
  const solved = await solve(9, "--price", "1,1", "--budget-tokens", "5000", "--concurrency", "1");
  expect(server.asked).toBeGreaterThan(1);
  expect(server.asked).toBeLessThan(9);
  expect(solved.stdout).toMatch(/^ {2}tokens +unknown$/m);
  expect(solved.stdout).toMatch(/^ {2}cost +unknown$/m);
});

test("a key that is refused ends the run with what the server said, asking no more", async () => {
  server.misbehaviours.push(...Array<Misbehaviour>(9).fill({ kind: "error", status: 401 }));
  expectMessage(await solve(9, "--concurrency", "1"), 3, /gave no answer: 401/);
  expect(server.answered).toBe(0);
});

function solve(samples: number, ...options: readonly string[]) {
  const args = ["solve", "doubling", "--model", "openai:tiny", "--samples", String(samples), "--run", "r.sqlite"];
  return work.run([...args, ...options], server.env);
}
