import { expect, test } from "vitest";
import { randomFrom } from "../../src/domain/random.ts";
import { ModelServer } from "../support/model-server.ts";
import { expectNoContainers, type Running, until, WorkFolder } from "./support/command.ts";
import { answer, NOT_COMPILING, RIGHT, SMALL_ONLY, WRONG, writeDoubling } from "./support/doubling.ts";
import { countEvents, withoutTimes } from "./support/run-events.ts";

/** As many as one likes by hand: MEDALIST_KILLS=50, at other moments with MEDALIST_KILLS_SEED=2. */
const KILLS = Number(process.env["MEDALIST_KILLS"] ?? 10);
const SEED = Number(process.env["MEDALIST_KILLS_SEED"] ?? 1);
const CANDIDATES = 300;
/** What comes after the last answer, and how often in an undisturbed run of these answers. */
const LATER = [
  ["submission-made", 2],
  ["submission-judged", 2],
  ["run-finished", 1],
  ["candidate-judged", 1],
] as const;

const ANSWERS = Array.from({ length: CANDIDATES }, (_, index) => answer(programOf(index)));

function programOf(index: number): string {
  const programs = [SMALL_ONLY, WRONG, NOT_COMPILING, SMALL_ONLY, WRONG.replace("- 1", "- 2")];
  return index === CANDIDATES - 1 ? RIGHT : (programs[index % programs.length] ?? RIGHT);
}

const SOLVE = ["solve", "doubling", "--model", "openai:tiny", "--samples", String(CANDIDATES), "--submissions", "2"];
const RUN = ["--run", "r.sqlite", "--concurrency", "1", "--json", "--quiet"];

test(`killed outright at ${KILLS} random moments of ${CANDIDATES} candidates: each answer is paid for once, and the report is that of an undisturbed run`, {
  timeout: 60_000 * (KILLS + 1),
}, async () => {
  await using server = await ModelServer.start(ANSWERS);
  using quiet = newWork();
  const undisturbed = await quiet.run([...SOLVE, ...RUN], server.env);
  expect(server.answered, undisturbed.stderr).toBe(CANDIDATES);
  const expected = withoutTimes(undisturbed.stdout);
  const random = randomFrom(SEED);
  let tooLate = 0;
  for (let kill = 0; kill < KILLS; ) {
    using own = newWork();
    const [paid, asked] = [server.answered, server.asked];
    const drawn = Math.floor(random() * CANDIDATES * 1.2);
    const killed = own.start([...SOLVE, ...RUN], server.env);
    const where = drawn < CANDIDATES ? `answer ${drawn + 1}` : "after the last answer";
    if (drawn < CANDIDATES) {
      // Asked for the next, it has kept all before: none is on its way that it would have to be asked for again.
      server.holdFrom = asked + drawn + 1;
      await until(() => server.asked >= server.holdFrom || !killed.isRunning, where);
    } else await reachLater(own, killed, LATER[drawn % LATER.length] ?? LATER[0]);
    if (!killed.isRunning && drawn >= CANDIDATES) {
      // What comes after the last answer takes a blink: on a busy machine it may be over, as it should. Another moment is drawn.
      const { exitCode, stdout, stderr } = await killed.ended;
      expect(exitCode, stderr).toBe(undisturbed.exitCode);
      expect(withoutTimes(stdout)).toEqual(expected);
      expect(server.answered - paid, "answers paid for").toBe(CANDIDATES);
      expect(++tooLate, "moments missed").toBeLessThanOrEqual(KILLS);
      continue;
    }
    expect(killed.isRunning, `still running: ${where}`).toBe(true);
    kill++;
    killed.kill("SIGKILL");
    await killed.ended;
    server.holdFrom = Number.POSITIVE_INFINITY;
    const resumed = await own.run(["solve", "doubling", "--resume", ...RUN], server.env);
    expect(withoutTimes(resumed.stdout), `${where}\n${resumed.stderr}`).toEqual(expected);
    expect(server.answered - paid, `answers paid for: ${where}`).toBe(CANDIDATES);
    await expectNoContainers(killed.pid);
  }
});

async function reachLater(own: WorkFolder, killed: Running, [type, count]: readonly [string, number]): Promise<void> {
  const isThere = () => (countEvents(own.at("r.sqlite")).get(type) ?? 0) >= count;
  await until(() => isThere() || !killed.isRunning, type);
}

function newWork(): WorkFolder {
  const work = new WorkFolder();
  writeDoubling(work.at("doubling"));
  return work;
}
