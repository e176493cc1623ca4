import { describe, expect, test } from "vitest";
import { JudgeError } from "../../../src/domain/errors.ts";
import { interactionLines, judgeUid, runLines } from "../../../src/sandbox/run-lines.ts";
import type { Participant, RunRequest } from "../../../src/sandbox/sandbox.ts";

const FIRST_UID = 60_000;
const FILE = { path: "/data/a", bytes: 1, sha256: "abc" };
const LIMITS = { cpuMs: 1, wallMs: 1, memoryBytes: 1, outputBytes: 1, stackBytes: 0, fileBytes: 0 };
const RUN: RunRequest = {
  argv: ["/bin/x"],
  env: {},
  workingFolder: "box",
  stdin: { kind: "empty" },
  onStdout: () => undefined,
  limits: LIMITS,
  allowsProcesses: false,
};
const CANDIDATE: Participant = {
  ...{ argv: ["/bin/x"], env: {}, user: "candidate", cpuMs: 1, memoryBytes: 1 },
  stdin: { kind: "pipe", pipe: 0 },
  stdout: { kind: "pipe", pipe: 1 },
};

function valuesOf(lines: readonly (readonly [string, string | number])[], key: string): (string | number)[] {
  return lines.filter(([name]) => name === key).map(([, value]) => value);
}

function interaction(participants: readonly Participant[]) {
  return interactionLines(1, FIRST_UID, { ...LIMITS, participants, transcriptBytes: 0 });
}

describe("what the runner is asked for", () => {
  test.each([
    [{ kind: "empty" } as const, "empty"],
    [{ kind: "file", file: FILE } as const, "input/abc"],
    [{ kind: "put", name: "judge/output" } as const, "judge/output"],
  ])("standard input %j is %s", (stdin, said) => {
    expect(valuesOf(runLines(1, FIRST_UID, { ...RUN, stdin }), "stdin")).toEqual([said]);
    expect(valuesOf(interaction([{ ...CANDIDATE, stdin }]), "stdin")).toEqual([said]);
  });

  test("a judge's program is another user than a candidate's, and works where it is told", () => {
    expect(valuesOf(runLines(1, FIRST_UID, RUN), "uid")).toEqual([FIRST_UID]);
    const judges = runLines(1, FIRST_UID, { ...RUN, user: "judge", workingFolder: "feedback" });
    expect(valuesOf(judges, "uid")).toEqual([judgeUid(FIRST_UID)]);
    expect(valuesOf(judges, "cwd")).toEqual(["/w/feedback"]);
  });

  test("several candidates are users of their own, up to fifteen", () => {
    const judge = { ...CANDIDATE, user: "judge" } as const;
    const uids = valuesOf(interaction([judge, ...Array.from({ length: 15 }, () => CANDIDATE)]), "uid");
    expect(new Set(uids).size).toBe(16);
    expect(() => interaction(Array.from({ length: 16 }, () => CANDIDATE))).toThrow(JudgeError);
  });

  test("pipes are said with their direction, in the order of their descriptors", () => {
    const manager: Participant = {
      ...CANDIDATE,
      user: "judge",
      stdin: { kind: "empty" },
      stdout: { kind: "capture", onChunk: () => undefined },
      inherits: [
        { pipe: 3, direction: "write" },
        { pipe: 2, direction: "read" },
      ],
      opens: [{ pipe: 1, direction: "read" }],
    };
    const lines = interaction([CANDIDATE, manager]);
    expect(valuesOf(lines, "stdout")).toEqual(["pipe:1", "capture"]);
    expect(valuesOf(lines, "inherit")).toEqual(["write:3", "read:2"]);
    expect(valuesOf(lines, "open")).toEqual(["read:1"]);
  });
});
