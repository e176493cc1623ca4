import { describe, expect, test } from "vitest";
import { JudgeError } from "../../../src/domain/errors.ts";
import type { RunOutcome } from "../../../src/domain/run-outcome.ts";
import { classifyInteraction } from "../../../src/judge/classify-interaction.ts";
import type { InteractionReport } from "../../../src/sandbox/sandbox.ts";

type Participant = InteractionReport["participants"][number];

const MIB = 1024 * 1024;
const LIMITS = { timeLimitMs: 1000, memoryLimitBytes: 256 * MIB, outputLimitBytes: 8 * MIB };

const exit = (exitCode: number): RunOutcome => ({ kind: "exited", exitCode });
const signal = (name: string): RunOutcome => ({ kind: "signalled", signal: name });
const limit = (name: "cpu" | "wall" | "memory" | "output"): RunOutcome => ({ kind: "limit", limit: name });
const KILLED = signal("SIGKILL");

function participant(outcome: Participant["outcome"], changes: Partial<Participant> = {}): Participant {
  const facts = {
    cpuMs: 10,
    wallMs: 12,
    peakMemoryBytes: MIB,
    stdoutBytes: 0,
    stderrBytes: 0,
    stderr: "",
    endOrder: 0,
  };
  return { outcome, ...facts, ...changes };
}

/** `first` ended first. */
function known(first: "candidate" | "interactor", candidate: RunOutcome, interactor: RunOutcome): string {
  const order = { candidate: first === "candidate" ? 0 : 1, interactor: first === "candidate" ? 1 : 0 };
  const result = classifyInteraction(
    participant(candidate, { endOrder: order.candidate }),
    participant(interactor, { endOrder: order.interactor }),
    LIMITS,
  );
  return result?.kind === "failed" ? result.verdict : (result?.kind ?? "nothing");
}

describe("an interactor that ended first and rejects decides, whatever becomes of the candidate", () => {
  test.each([exit(0), exit(1), signal("SIGPIPE"), limit("cpu"), limit("wall"), limit("memory"), limit("output")])(
    "%j",
    (candidate) => expect(known("interactor", candidate, exit(43))).toBe("rejected"),
  );
});

describe("otherwise the candidate's own failure comes before what the interactor says", () => {
  test.each([
    ["TLE", "interactor", limit("cpu"), exit(42)],
    ["TLE", "interactor", limit("wall"), exit(42)],
    ["RTE", "interactor", signal("SIGPIPE"), exit(42)],
    ["RTE", "candidate", signal("SIGSEGV"), exit(43)],
    ["RTE", "candidate", exit(1), exit(42)],
    ["MLE", "candidate", limit("memory"), exit(43)],
    ["OLE", "candidate", limit("output"), exit(43)],
  ] as const)("%s where the %s ended first: %j, %j", (verdict, first, candidate, interactor) => {
    expect(known(first, candidate, interactor)).toBe(verdict);
  });
});

describe("a candidate that ended well leaves it to the interactor", () => {
  test.each(["candidate", "interactor"] as const)("where the %s ended first", (first) => {
    expect(known(first, exit(0), exit(42))).toBe("accepted");
    expect(known(first, exit(0), exit(43))).toBe("rejected");
  });

  test("an interactor that dies of speaking to nobody rejects", () => {
    expect(known("candidate", exit(0), signal("SIGPIPE"))).toBe("rejected");
    expect(known("candidate", exit(1), signal("SIGPIPE"))).toBe("RTE");
  });
});

describe("an interactor that was ended because of the candidate is not to blame", () => {
  test.each(["candidate", "interactor"] as const)("where the %s is seen to end first", (first) => {
    expect(known(first, limit("cpu"), KILLED)).toBe("TLE");
    expect(known(first, limit("output"), KILLED)).toBe("OLE");
    expect(known(first, limit("memory"), KILLED)).toBe("MLE");
    expect(known(first, limit("wall"), limit("wall"))).toBe("TLE");
    expect(known(first, limit("cpu"), limit("cpu"))).toBe("TLE");
  });

  test("nor is one that could not go on without a candidate that had failed", () => {
    expect(known("candidate", signal("SIGABRT"), exit(1))).toBe("RTE");
    expect(known("candidate", signal("SIGABRT"), limit("wall"))).toBe("RTE");
  });

  test("where the box was out of memory, the larger one is the reason", () => {
    const large = participant(limit("memory"), { peakMemoryBytes: 200 * MIB });
    const small = participant(limit("memory"));
    expect(classifyInteraction(large, small, LIMITS)).toMatchObject({ kind: "failed", verdict: "MLE" });
    expect(() => classifyInteraction(small, large, LIMITS)).toThrow(JudgeError);
  });
});

describe("an interactor that broke is a judge error and never a verdict", () => {
  test.each([
    {
      how: "crashed first",
      first: "interactor",
      ends: [signal("SIGPIPE"), signal("SIGSEGV")],
      words: "was ended by SIGSEGV",
    },
    {
      how: "crashed first, and the candidate had to wait",
      first: "interactor",
      ends: [limit("wall"), exit(1)],
      words: "exited with 1",
    },
    {
      how: "crashed first, and the candidate went on computing",
      first: "interactor",
      ends: [limit("cpu"), exit(1)],
      words: "exited with 1",
    },
    { how: "exited with 0", first: "candidate", ends: [exit(0), exit(0)], words: "exited with 0" },
    { how: "never ended", first: "candidate", ends: [exit(0), limit("wall")], words: "came to its wall limit" },
    { how: "computed too long", first: "candidate", ends: [KILLED, limit("cpu")], words: "came to its cpu limit" },
    { how: "computed too long", first: "interactor", ends: [KILLED, limit("cpu")], words: "came to its cpu limit" },
    {
      how: "complained too much",
      first: "candidate",
      ends: [KILLED, limit("output")],
      words: "came to its output limit",
    },
    {
      how: "took too much memory",
      first: "interactor",
      ends: [exit(0), limit("memory")],
      words: "came to its memory limit",
    },
    {
      how: "was killed by nobody knows whom",
      first: "candidate",
      ends: [exit(0), KILLED],
      words: "was ended by SIGKILL",
    },
  ] as const)("it $how", ({ first, ends: [candidate, interactor], words }) => {
    expect(() => known(first, candidate, interactor)).toThrow(JudgeError);
    expect(() => known(first, candidate, interactor)).toThrow(words);
  });
});

test("a conversation that was cancelled makes nothing known", () => {
  const cancelled = participant({ kind: "cancelled" });
  expect(classifyInteraction(cancelled, cancelled, LIMITS)).toBeUndefined();
});
