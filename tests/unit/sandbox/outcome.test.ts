import { constants } from "node:os";
import { describe, expect, test } from "vitest";
import { factsOf } from "../../../src/sandbox/outcome.ts";
import { SandboxFailure } from "../../../src/sandbox/sandbox-failure.ts";

const MIB = 1024 * 1024;
const { SIGKILL } = constants.signals;
const LIMITS = { cpuMs: 1000, memoryBytes: 64 * MIB };
const CANDIDATE = { ...LIMITS, user: "candidate" } as const;
const JUDGE = { ...LIMITS, user: "judge" } as const;

interface Ended {
  readonly rssMib?: number;
  readonly exitCode?: number;
  readonly signal?: number;
}

function reportOf(
  programs: readonly Ended[],
  common: Readonly<Record<string, string | number>> = {},
): Map<string, string> {
  const keys = Object.entries({
    killed_for: "none",
    killed_process: -1,
    oom_kills: 0,
    peak_container_bytes: 0,
    ...common,
  });
  for (const [i, { rssMib = 1, exitCode = 0, signal = 0 }] of programs.entries()) {
    const own = { exit_code: signal === 0 ? exitCode : -1, signal, max_rss_kib: rssMib * 1024, exec_errno: 0 };
    const rest = { cpu_us: 5000, wall_us: 6000, stdout_bytes: 1, stderr_bytes: 2, end_order: i };
    for (const [key, value] of Object.entries({ ...own, ...rest })) keys.push([`${i}.${key}`, value]);
  }
  return new Map(keys.map(([key, value]) => [key, String(value)]));
}

function memoryOf(
  programs: readonly Ended[],
  users: readonly (typeof CANDIDATE | typeof JUDGE)[],
  containerMib: number,
) {
  const report = reportOf(programs, { peak_container_bytes: containerMib * MIB });
  return factsOf(report, users).map(({ peakMemoryBytes, outcome }) => [
    peakMemoryBytes / MIB,
    outcome.kind === "limit" ? outcome.limit : outcome.kind,
  ]);
}

describe("what a run's programs used", () => {
  test("a program alone is charged with all that the container held, whoever's it is", () => {
    for (const user of [CANDIDATE, JUDGE]) {
      expect(memoryOf([{ rssMib: 3 }], [user], 80)).toEqual([[80, "memory"]]);
      expect(memoryOf([{ rssMib: 30 }], [user], 20)).toEqual([[30, "exited"]]);
    }
  });

  test("of several, what none of them shows is a candidate's, never the judge's program's", () => {
    const programs = [{ rssMib: 3 }, { rssMib: 10 }];
    expect(memoryOf(programs, [CANDIDATE, JUDGE], 90)).toEqual([
      [80, "memory"],
      [10, "exited"],
    ]);
    expect(memoryOf(programs, [CANDIDATE, JUDGE], 13)).toEqual([
      [3, "exited"],
      [10, "exited"],
    ]);
  });

  test("several candidates share the suspicion", () => {
    const programs = [{ rssMib: 3 }, { rssMib: 4 }, { rssMib: 10 }];
    expect(memoryOf(programs, [CANDIDATE, CANDIDATE, JUDGE], 87)).toEqual([
      [73, "memory"],
      [74, "memory"],
      [10, "exited"],
    ]);
  });

  test("everybody has limits of his own", () => {
    const limits = [CANDIDATE, { ...JUDGE, memoryBytes: 256 * MIB }];
    const facts = factsOf(reportOf([{ rssMib: 100 }, { rssMib: 100 }]), limits);
    expect(facts.map(({ outcome }) => outcome.kind)).toEqual(["limit", "exited"]);
  });

  test("where the kernel ended a program for memory, that is a candidate's doing unless the judge's was over its limit", () => {
    const outcomes = (judgeMib: number) => {
      const report = reportOf([{}, { rssMib: judgeMib, signal: SIGKILL }], { oom_kills: 1 });
      return factsOf(report, [CANDIDATE, JUDGE]).map(({ outcome }) => outcome);
    };
    const memory = { kind: "limit", limit: "memory" };
    expect(outcomes(10)).toEqual([memory, { kind: "signalled", signal: "SIGKILL" }]);
    expect(outcomes(100)).toEqual([memory, memory]);
  });

  test("a report that lacks something is our failure", () => {
    expect(() => factsOf(reportOf([{}]), [CANDIDATE, JUDGE])).toThrow(SandboxFailure);
  });
});
