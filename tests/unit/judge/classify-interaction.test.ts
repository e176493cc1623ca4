import { describe, expect, test } from "vitest";
import type { RunOutcome } from "../../../src/domain/run-outcome.ts";
import type { CheckerProtocol } from "../../../src/domain/task.ts";
import { classifyInteraction, factsOfCandidates } from "../../../src/judge/classify-interaction.ts";
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
  return knownOf(
    [participant(candidate, { endOrder: order.candidate })],
    participant(interactor, { endOrder: order.interactor }),
  );
}

/** A verdict, that the interactor decides, or why it is a judge error. */
function knownOf(
  candidates: readonly Participant[],
  judge: Participant,
  { protocol = "kattis", stdout = "" }: { protocol?: CheckerProtocol; stdout?: string } = {},
): string {
  const result = classifyInteraction(candidates, { ...judge, stdout }, protocol, LIMITS);
  if (!result) return "nothing";
  switch (result.kind) {
    case "candidate-failed":
      return candidates.length === 1 ? result.verdict : `${result.verdict} ${result.message}`;
    case "judge-decides":
      return "the interactor decides";
    case "checked":
      return result.check.verdict;
    case "failed":
      return `JE ${result.message}`;
  }
}

const DECIDES = "the interactor decides";

describe("an interactor that ended first and rejects decides, whatever becomes of the candidate", () => {
  test.each([exit(0), exit(1), signal("SIGPIPE"), limit("cpu"), limit("wall"), limit("memory"), limit("output")])(
    "%j",
    (candidate) => expect(known("interactor", candidate, exit(43))).toBe(DECIDES),
  );
});

test("nor does the time and memory matter that it takes then", () => {
  const later = { endOrder: 1, cpuMs: 1001, peakMemoryBytes: 257 * MIB };
  for (const changes of [later, { ...later, cpuMs: 1 }, { ...later, peakMemoryBytes: 1 }])
    expect(knownOf([participant(exit(0), changes)], participant(exit(43)))).toBe(DECIDES);
});

describe("otherwise the candidate's own failure comes before what the interactor says", () => {
  test.each([
    ["TLE", "interactor", limit("cpu"), exit(42)],
    ["TLE", "interactor", limit("wall"), exit(42)],
    ["RTE", "interactor", signal("SIGSEGV"), exit(42)],
    ["RTE", "interactor", exit(1), exit(42)],
    ["RTE", "candidate", signal("SIGPIPE"), exit(42)],
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
    expect(known(first, exit(0), exit(42))).toBe(DECIDES);
    expect(known(first, exit(0), exit(43))).toBe(DECIDES);
  });

  test.each(["candidate", "interactor"] as const)(
    "an interactor that dies of speaking to nobody rejects, where the %s is seen to end first",
    (first) => {
      expect(known(first, exit(0), signal("SIGPIPE"))).toBe("WA");
      expect(known(first, exit(1), signal("SIGPIPE"))).toBe("RTE");
    },
  );

  test("so does one whose language makes an error of it", () => {
    const interactor = participant(exit(1), { endOrder: 1, stderr: "BrokenPipeError: [Errno 32] Broken pipe\n" });
    expect(knownOf([participant(exit(0))], interactor)).toBe("WA");
  });
});

describe("a candidate that could no longer speak to an interactor which had accepted is not to blame", () => {
  test.each([
    ["by the signal", signal("SIGPIPE"), ""],
    ["by an error of its language", exit(1), "Traceback …\nBrokenPipeError: [Errno 32] Broken pipe\n"],
    ["by an error of its language", exit(1), "Error: write EPIPE\n"],
    ["by an error of its language", exit(1), "java.io.IOException: Broken pipe\n"],
  ] as const)("%s: %j %s", (_, outcome, stderr) => {
    const interactor = participant(exit(42));
    expect(knownOf([participant(outcome, { endOrder: 1, stderr })], interactor)).toBe(DECIDES);
    expect(knownOf([participant(outcome, { endOrder: 1, stderr, cpuMs: 1001 })], interactor)).toBe("TLE");
    expect(knownOf([participant(outcome, { stderr })], { ...interactor, endOrder: 1 })).toBe("RTE");
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
    const small = participant(limit("memory"), { endOrder: 1 });
    expect(knownOf([large], small)).toBe("MLE");
    expect(knownOf([small], large)).toMatch(/^JE /);
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
    expect(known(first, candidate, interactor)).toMatch(/^JE the interactor /);
    expect(known(first, candidate, interactor)).toContain(words);
  });
});

test("a conversation that was cancelled makes nothing known", () => {
  const cancelled = participant({ kind: "cancelled" });
  expect(knownOf([cancelled], cancelled)).toBe("nothing");
  expect(knownOf([participant(exit(0)), cancelled], participant(exit(42)))).toBe("nothing");
});

describe("an interactor of testlib", () => {
  const asTestlib = { protocol: "testlib" } as const;

  test.each([0, 1, 2, 4, 8])("decides with exit code %i", (exitCode) => {
    expect(knownOf([participant(exit(0))], participant(exit(exitCode), { endOrder: 1 }), asTestlib)).toBe(DECIDES);
  });

  test("decides with points, which are read later", () => {
    const interactor = participant(exit(7), { endOrder: 1, stderr: "points 12.5 good\n" });
    expect(knownOf([participant(exit(0))], interactor, asTestlib)).toBe(DECIDES);
    expect(knownOf([participant(exit(1))], interactor, asTestlib)).toBe("RTE");
  });

  test.each([3, 42, 43])("is broken with exit code %i", (exitCode) => {
    expect(knownOf([participant(exit(0))], participant(exit(exitCode), { endOrder: 1 }), asTestlib)).toMatch(/^JE /);
    expect(knownOf([participant(exit(1))], participant(exit(exitCode), { endOrder: 1 }), asTestlib)).toBe("RTE");
  });

  test("that ended first and rejects decides, whatever becomes of the candidate", () => {
    const candidate = participant(signal("SIGABRT"), { endOrder: 1 });
    expect(knownOf([candidate], participant(exit(2)), asTestlib)).toBe(DECIDES);
    expect(knownOf([candidate], participant(exit(0)), asTestlib)).toBe("RTE");
  });
});

describe("a manager of CMS", () => {
  const prints = (stdout: string) => ({ protocol: "cms", stdout }) as const;

  test("decides by its score where all processes ended well", () => {
    const both = [participant(exit(0)), participant(exit(0), { endOrder: 1 })];
    expect(knownOf(both, participant(exit(0), { endOrder: 2 }), prints("0.5\n"))).toBe(DECIDES);
    expect(knownOf(both, participant(exit(0), { endOrder: 2 }), prints("0\n"))).toBe(DECIDES);
  });

  test("does not save a process that crashed before, whatever it prints", () => {
    const processes = [participant(exit(0), { endOrder: 1 }), participant(signal("SIGSEGV"))];
    for (const score of ["0\n", "0.5\n", "1\n"])
      expect(knownOf(processes, participant(exit(0), { endOrder: 2 }), prints(score))).toBe(
        "RTE process 1: ended by SIGSEGV",
      );
  });

  test("that gave no points had decided before a process crashed; one that gave some had not", () => {
    const processes = [participant(exit(0)), participant(exit(1), { endOrder: 2 })];
    const manager = participant(exit(0), { endOrder: 1 });
    expect(knownOf(processes, manager, prints("0\n"))).toBe(DECIDES);
    expect(knownOf(processes, manager, prints("0.25\n"))).toBe("RTE process 1: exit code 1");
  });

  test("that gave no points does not excuse a process that had crashed before it ended", () => {
    const processes = [participant(exit(1)), participant(exit(2), { endOrder: 2 })];
    expect(knownOf(processes, participant(exit(0), { endOrder: 1 }), prints("0\n"))).toBe("RTE process 0: exit code 1");
  });

  test("that prints no score is broken, unless a process had failed before", () => {
    const manager = participant(exit(0), { endOrder: 2 });
    const good = participant(exit(0));
    expect(knownOf([good, { ...good, endOrder: 1 }], manager, prints("nan\n"))).toMatch(/^JE the manager prints "nan"/);
    const crashed = participant(exit(1), { endOrder: 1 });
    expect(knownOf([good, crashed], manager, prints(""))).toBe("RTE process 1: exit code 1");
  });
});

describe("the processes of a submission", () => {
  const manager = participant(exit(0), { endOrder: 9 });
  const full = { protocol: "cms", stdout: "1\n" } as const;

  test("share the time limit", () => {
    const processes = [participant(exit(0), { cpuMs: 600 }), participant(exit(0), { cpuMs: 401, endOrder: 1 })];
    expect(knownOf(processes, manager, full)).toBe("TLE all 2 processes together: more than 1000 ms of CPU time");
    expect(factsOfCandidates(processes)).toMatchObject({ outcome: exit(0), cpuMs: 1001 });
  });

  test("have the memory limit each", () => {
    const of = (mib: number, endOrder: number) => participant(exit(0), { peakMemoryBytes: mib * MIB, endOrder });
    expect(knownOf([of(200, 0), of(200, 1)], manager, full)).toBe(DECIDES);
    expect(knownOf([of(200, 0), of(257, 1)], manager, full)).toBe("MLE process 1: more than 256 MiB of memory");
  });

  test("are blamed for the first failure, and not for having been ended with the one that failed", () => {
    const processes = [
      participant(KILLED),
      participant(signal("SIGPIPE"), { endOrder: 2 }),
      participant(signal("SIGFPE"), { endOrder: 1 }),
    ];
    expect(knownOf(processes, manager, full)).toBe("RTE process 2: ended by SIGFPE");
    const slow = [participant(KILLED), participant(limit("cpu"), { endOrder: 1, cpuMs: 1100 })];
    expect(knownOf(slow, { ...manager, outcome: KILLED }, full)).toBe("TLE process 1: more than 1000 ms of CPU time");
  });
});
