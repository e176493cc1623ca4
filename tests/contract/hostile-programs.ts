import type { Comparison } from "../../src/domain/comparison.ts";
import type { ProblemLimits } from "../../src/domain/problem.ts";
import type { Verdict } from "../../src/domain/verdict.ts";
import { EXACT } from "../support/tasks.ts";
import { MIB } from "./tiny-problem.ts";

/**
 * A hostile program of fixtures/programs and what it earns. "AC" says that its attack fails, or does no harm: those that
 * try what must fail answer only if all of it does.
 */
export interface HostileProgram {
  /** Rows as in the list of attacks that judges have seen; 25 is in docker-sandbox-files.test.ts. */
  readonly row: number;
  readonly file: string;
  readonly verdict: Verdict;
  readonly limits?: Partial<ProblemLimits>;
  /** Instead of the sample and a secret testcase: only this one. */
  readonly input?: string;
  readonly comparison?: Comparison;
  /** Ends in a fraction of a second. */
  readonly quick?: boolean;
  /** What the kernel must offer; the test says so by name where it does not. */
  readonly needs?: "x86-64";
}

type More = Omit<HostileProgram, "row" | "file" | "verdict">;

function earns(verdict: Verdict, row: number, file: string, more: More = {}): HostileProgram {
  return { row, file, verdict, quick: verdict !== "TLE" && verdict !== "MLE", ...more };
}

/** Waits for the wall limit: a short time limit makes that short. */
const WAITS = { limits: { timeLimitMs: 100 } };
const TOLERANT = { comparison: { ...EXACT, absoluteTolerance: 1e-6, relativeTolerance: 1e-6 } };
const x86: More = { needs: "x86-64" };

export const HOSTILE_PROGRAMS: readonly HostileProgram[] = [
  earns("TLE", 1, "forks-forever.c"),
  earns("RTE", 1, "forks-until-refused.c"),
  earns("RTE", 1, "forks-forever.py"),
  earns("AC", 1, "forks-by-raw-system-calls.c"),
  earns("RTE", 1, "forks-by-32-bit-system-calls.c", x86),
  earns("RTE", 1, "forks-by-x32-system-calls.c", x86),
  earns("TLE", 2, "daemonises-and-spins.c"),
  earns("AC", 3, "leaves-children-behind.c"),
  earns("AC", 4, "ignores-its-dead-children.c"),
  earns("RTE", 5, "starts-threads-until-refused.cpp"),
  earns("TLE", 5, "starts-threads-forever.c"),
  earns("AC", 5, "adds-in-threads.cpp"),
  earns("MLE", 6, "fills-heap.c"),
  earns("MLE", 6, "fills-heap.py"),
  earns("MLE", 6, "fills-static-array.c"),
  earns("MLE", 6, "gives-memory-back.c"),
  earns("AC", 6, "reserves-untouched-memory.c"),
  earns("MLE", 7, "fills-shared-mapping.c"),
  earns("MLE", 7, "hides-memory-from-its-size.c"),
  earns("MLE", 7, "hides-memory-without-end.c"),
  earns("AC", 7, "hides-memory-in-pipes.c"),
  earns("RTE", 7, "fills-memfd.c"),
  earns("RTE", 7, "fills-dev-shm.c"),
  earns("RTE", 7, "leaves-system-v-memory.c"),
  earns("RTE", 8, "spreads-memory-over-children.c"),
  earns("RTE", 9, "recurses-forever.c"),
  earns("RTE", 9, "recurses-with-large-frames.c"),
  earns("AC", 9, "recurses-200-mib-deep.cpp", { limits: { memoryLimitBytes: 256 * MIB, timeLimitMs: 2000 } }),
  earns("RTE", 9, "recurses-forever.py"),
  earns("MLE", 9, "recurses-without-recursion-limit.py"),
  earns("TLE", 10, "sleeps-forever.c", WAITS),
  earns("TLE", 10, "sleeps-past-wall-limit.py", WAITS),
  earns("TLE", 10, "pauses-forever.c", WAITS),
  earns("TLE", 10, "selects-forever.c", WAITS),
  earns("TLE", 10, "stops-itself.c", WAITS),
  earns("TLE", 10, "waits-on-its-own-pipe.c", WAITS),
  earns("TLE", 10, "deadlocks-its-threads.cpp", WAITS),
  earns("TLE", 11, "catches-signals-and-spins.c"),
  earns("TLE", 11, "spins-forever.c"),
  earns("TLE", 11, "spins-forever.py"),
  earns("TLE", 11, "spins-in-the-kernel.c"),
  earns("OLE", 12, "prints-forever.c"),
  earns("OLE", 12, "prints-forever.py"),
  earns("OLE", 12, "prints-one-endless-line.c"),
  earns("OLE", 12, "prints-answer-then-spaces.c"),
  earns("OLE", 13, "floods-stderr.c"),
  earns("OLE", 13, "floods-both-streams.c"),
  earns("TLE", 13, "prints-much-then-sleeps.c", WAITS),
  earns("AC", 13, "prints-answer-and-much-stderr.c"),
  earns("WA", 14, "closes-its-streams.c"),
  earns("AC", 14, "answers-through-a-copy-of-stdout.c"),
  earns("AC", 14, "reads-only-the-first-line.c", { input: `20 22\n${"7 ".repeat(50 * MIB)}\n`, quick: false }),
  earns("AC", 14, "writes-to-its-stdin.c"),
  earns("TLE", 15, "prints-byte-by-byte.c", WAITS),
  earns("WA", 16, "prints-null-after-answer.c"),
  earns("WA", 16, "prints-invalid-utf8.c"),
  earns("WA", 16, "prints-byte-order-mark.c"),
  earns("AC", 16, "prints-carriage-returns.c"),
  earns("AC", 16, "prints-no-last-newline.c"),
  earns("AC", 17, "signals-the-runner.c"),
  earns("AC", 17, "kills-everybody.c"),
  earns("AC", 17, "reaches-into-the-runner.c"),
  earns("TLE", 17, "stops-and-outlives-its-parent.c", WAITS),
  earns("AC", 18, "searches-for-the-answer.cpp", {
    limits: { timeLimitMs: 3000 },
    input: "271828182845 314159265358\n",
  }),
  earns("AC", 18, "counts-inherited-descriptors.c"),
  earns("AC", 18, "looks-at-its-environment.py"),
  earns("AC", 19, "rewinds-its-input.c"),
  earns("AC", 19, "opens-dev-stdin.py"),
  earns("AC", 19, "reads-other-inputs.c"),
  earns("AC", 20, "writes-to-its-folder.c"),
  earns("AC", 20, "overwrites-itself.c"),
  earns("AC", 21, "executes-a-written-file.c"),
  earns("AC", 22, "leaves-files-everywhere.cpp", { limits: { timeLimitMs: 3000 } }),
  earns("AC", 22, "leaves-kernel-objects.c"),
  earns("AC", 22, "locks-its-input.c"),
  earns("RTE", 23, "fills-disk.c"),
  earns("RTE", 23, "makes-files-forever.c"),
  earns("RTE", 23, "makes-deep-folders.c"),
  earns("RTE", 23, "makes-awkward-names.c"),
  earns("RTE", 23, "makes-a-sparse-file.c"),
  earns("RTE", 24, "leaves-odd-output-files.c"),
  earns("AC", 26, "uses-the-network.c"),
  earns("AC", 26, "uses-the-network.py"),
  earns("AC", 27, "gains-privileges.c"),
  earns("AC", 27, "looks-for-setuid-programs.cpp", { limits: { timeLimitMs: 3000 } }),
  // su itself waits some random seconds before it says no.
  earns("RTE", 27, "becomes-root-by-su.c", { limits: { timeLimitMs: 3000 }, quick: false }),
  earns("AC", 27, "becomes-another-program.c"),
  ...[1, 42, 43, 124, 137, 139, 152, 255].map((code) =>
    earns("RTE", 28, "exits-with-a-code.c", { input: `${code} 1\n` }),
  ),
  // HUP INT QUIT ILL TRAP ABRT BUS FPE KILL SEGV PIPE ALRM TERM XCPU XFSZ SYS
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 14, 15, 24, 25, 31].map((signal) =>
    earns("RTE", 28, "dies-of-a-signal.c", { input: `${signal} 1\n` }),
  ),
  earns("RTE", 28, "divides-by-zero.c"),
  earns("RTE", 28, "reads-a-null-pointer.cpp"),
  earns("RTE", 28, "throws.cpp"),
  earns("RTE", 28, "raises.py"),
  earns("WA", 29, "prints-judge-words.py"),
  earns("WA", 29, "says-ok-on-stderr.c"),
  earns("WA", 29, "prints-frames-of-the-runner.py"),
  earns("AC", 30, "fills-the-system-log.c"),
  earns("RTE", 30, "dumps-core.c"),
  earns("AC", 31, "tells-a-bit-by-its-time.c"),
  earns("AC", 32, "leaves-its-core.c"),
  earns("TLE", 32, "spins-in-four-threads.cpp"),
  earns("AC", 32, "looks-at-the-machine.c"),
  earns("AC", 33, "maps-many-regions.c"),
  earns("AC", 33, "opens-many-descriptors.c"),
  earns("AC", 33, "passes-huge-arguments.c"),
  // It is to be outlived, not timed: machines differ most in what fresh memory costs.
  earns("AC", 33, "storms-the-memory-manager.c", { limits: { timeLimitMs: 3000 } }),
  earns("AC", 33, "makes-many-timers.c"),
  earns("WA", 34, "prints-not-a-number.py", TOLERANT),
  earns("WA", 34, "prints-infinity.py", TOLERANT),
  earns("WA", 34, "prints-overflowing-exponent.py", TOLERANT),
  earns("WA", 34, "prints-hexadecimal-float.py", TOLERANT),
  earns("WA", 34, "prints-arabic-digits.py", TOLERANT),
  earns("WA", 34, "prints-minus-the-answer.py", TOLERANT),
  earns("OLE", 34, "prints-ten-million-digits.py", TOLERANT),
  // Longer than any number is a word, and no right one.
  earns("WA", 34, "prints-ten-million-digits.py", {
    ...TOLERANT,
    limits: { outputLimitBytes: 64 * MIB, memoryLimitBytes: 256 * MIB },
    quick: false,
  }),
  earns("WA", 34, "prints-many-tokens.py", { limits: { outputLimitBytes: 64 * MIB, memoryLimitBytes: 256 * MIB } }),
  earns("WA", 35, "exits-with-success-at-once.py"),
  earns("WA", 35, "prints-the-sample-answer.py"),
  earns("WA", 35, "knows-inputs-by-their-hash.py"),
  earns("WA", 35, "redefines-what-compares.py"),
];
