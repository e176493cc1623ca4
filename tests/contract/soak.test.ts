import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { forEachConcurrently } from "../../src/domain/concurrently.ts";
import { randomFrom, shuffled } from "../../src/domain/random.ts";
import type { JudgeDeps } from "../../src/judge/test-program.ts";
import { CleanSlot } from "./clean-slot.ts";
import { HOSTILE_PROGRAMS, type HostileProgram } from "./hostile-programs.ts";
import { openTestSandbox, type TestSandbox } from "./open-test-sandbox.ts";
import { fixtureProgram, judge, judgeDeps, keptCompileCache, MIB, sumProblem } from "./tiny-problem.ts";

const SEED = 20261123;
const ORDINARY = 500;
const QUICK = 440;
const SPINNING = 40;
/** Each is waited for during its wall limit of more than two seconds: they make most of this test's time. */
const WAITING = 20;
const NODE_GROWTH_BYTES = 200 * MIB;

// Slow (a minute or two) because only many programs in two slots at a time show what one leaves for another.
describe("hundreds of hostile and ordinary programs in two slots", () => {
  let folder: string;
  let sandbox: TestSandbox;
  let deps: JudgeDeps;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "medalist-soak-"));
    sandbox = await openTestSandbox(2);
    deps = judgeDeps(sandbox.sandbox, sandbox.imageId, keptCompileCache());
  });

  afterAll(async () => {
    await sandbox[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  test("each earn what they earn alone, and the ordinary find nothing of the others", {
    timeout: 400_000,
  }, async () => {
    const slot = await CleanSlot.open(sandbox, deps, folder);
    const random = randomFrom(SEED);
    const hostile = drawHostile(random);
    const work = shuffled([...hostile, ...Array.from({ length: ORDINARY }, () => "ordinary" as const)], random);
    const wrong: string[] = [];
    const counted = { hostile: 0, ordinary: 0 };
    const rssBefore = process.memoryUsage().rss;
    let rssMost = rssBefore;
    await forEachConcurrently(work, 4, async (program) => {
      const isOrdinary = program === "ordinary";
      const complaint = isOrdinary ? await slot.complaintOfOrdinary() : await judgeHostile(program);
      counted[isOrdinary ? "ordinary" : "hostile"]++;
      if (complaint) wrong.push(complaint);
      rssMost = Math.max(rssMost, process.memoryUsage().rss);
    });
    expect(wrong).toEqual([]);
    expect(counted).toEqual({ hostile: 500, ordinary: 500 });
    expect(rssMost - rssBefore).toBeLessThan(NODE_GROWTH_BYTES);
    expect((await sandbox.processes()).filter((args) => args !== "/runner")).toEqual([]);
  });

  async function judgeHostile({ file, verdict, input, limits, comparison }: HostileProgram): Promise<string> {
    const inputs = input === undefined ? ["1 2\n", "31415926 27182818\n"] : [input];
    const problem = await sumProblem(folder, inputs, limits, comparison);
    const judged = await judge(problem, await fixtureProgram(file), deps);
    return judged.verdict === verdict ? "" : `${file}: ${judged.verdict} ${judged.message}`;
  }
});

function drawHostile(random: () => number): HostileProgram[] {
  const isWaiting = ({ limits }: HostileProgram) => limits?.timeLimitMs === 100;
  const slow = HOSTILE_PROGRAMS.filter(({ verdict }) => verdict === "TLE");
  const spinning = slow.filter((program) => !isWaiting(program));
  return [
    ...draw(
      HOSTILE_PROGRAMS.filter(({ quick }) => quick),
      QUICK,
      random,
    ),
    ...draw(spinning, SPINNING, random).map((program) => ({ ...program, limits: { timeLimitMs: 150 } })),
    ...draw(slow.filter(isWaiting), WAITING, random),
  ];
}

function draw<T>(items: readonly T[], count: number, random: () => number): T[] {
  return Array.from({ length: count }, () => items[Math.floor(random() * items.length)]).filter(
    (item) => item !== undefined,
  );
}
