import { artifactOf, type Bench, MIB, median, openBench, PROBLEM, timedMs } from "./bench-judge.ts";
import { ANSWERS, ASKS } from "./programs.ts";

const ROUNDS_OF_PING_PONG = 100_000;
const COMMON = { env: {}, cpuMs: 60_000, memoryBytes: 256 * MIB };
const pipe = (number: number) => ({ kind: "pipe", pipe: number }) as const;

export interface InteractionTimes {
  readonly roundTripUs: number;
  readonly roundTripWithTranscriptUs: number;
}

/** A question and its answer between two programs on one core, joined directly and with everything carried and kept. */
export async function measureInteraction(rounds: number): Promise<InteractionTimes> {
  await using bench = await openBench(1);
  const direct: number[] = [];
  const carried: number[] = [];
  for (let round = 0; round < rounds; round++) {
    direct.push(await pingPongMs(bench, 0));
    carried.push(await pingPongMs(bench, 4 * MIB));
  }
  const perRoundUs = (ms: readonly number[]) => (median(ms) * 1000) / ROUNDS_OF_PING_PONG;
  return { roundTripUs: perRoundUs(direct), roundTripWithTranscriptUs: perRoundUs(carried) };
}

async function pingPongMs({ sandbox, deps }: Bench, transcriptBytes: number): Promise<number> {
  return sandbox.withSlot(async (slot) => {
    const asks = await artifactOf(slot, ASKS, deps);
    const answers = await artifactOf(slot, ANSWERS, deps);
    const box = await slot.box("run", PROBLEM.limits.memoryLimitBytes);
    await box.put("judge/asks", asks, "execute");
    await box.put("box/answers", answers, "execute");
    return timedMs(async () => {
      const { participants } = await box.interact({
        participants: [
          { ...COMMON, argv: ["/w/box/answers"], user: "candidate", stdin: pipe(0), stdout: pipe(1) },
          { ...COMMON, argv: ["/w/judge/asks"], user: "judge", stdin: pipe(1), stdout: pipe(0) },
        ],
        wallMs: 120_000,
        stackBytes: 64 * MIB,
        outputBytes: 8 * MIB,
        fileBytes: 0,
        transcriptBytes,
      });
      for (const { outcome } of participants) {
        if (outcome.kind !== "exited" || outcome.exitCode !== 0) throw new Error(JSON.stringify(participants));
      }
    });
  });
}
