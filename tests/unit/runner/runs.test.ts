import { constants } from "node:os";
import { beforeAll, describe, expect, test } from "vitest";
import { buildProgram, buildRunner, NEEDS_ROOT, RUNNERS, sourcePath } from "./host-binaries.ts";
import { numbersOf, PROGRAM_UID, RunnerProcess } from "./runner-process.ts";

const MIB = 1024 * 1024;
const { signals, errno } = constants;

const REPORT_KEYS = [
  ...["op", "id", "killed_for", "killed_process", "oom_kills", "container_cpu_us", "peak_container_bytes"],
  ...["extra_processes", "0.exit_code", "0.signal", "0.cpu_us", "0.wall_us", "0.max_rss_kib", "0.stdout_bytes"],
  ...["0.stderr_bytes", "0.end_order", "0.exec_errno"],
];

describe.skipIf(NEEDS_ROOT).each(RUNNERS)(`a run of the runner $kind${NEEDS_ROOT}`, ({ flags, noPeaks }) => {
  let binary: string;
  let programs: Record<string, string>;

  beforeAll(async () => {
    binary = await buildRunner(flags);
    const does = await buildProgram(sourcePath("../../fixtures/programs/does-as-told.c"));
    const tells = await buildProgram(sourcePath("./programs/tells-how-it-started.c"));
    programs = { does, tells };
  }, 60_000);

  /** Ends it in order: whatever a sanitizer had to say fails the test. */
  async function withRunner(work: (runner: RunnerProcess) => Promise<void>): Promise<void> {
    await using runner = await RunnerProcess.start(binary, programs);
    await work(runner);
    expect(await runner.end()).toEqual({ code: 0, signal: null, stderr: "" });
  }

  test("reports every documented key once, in one form", async () => {
    await withRunner(async (runner) => {
      const { report, stdout, stderr } = await runner.run(["does", "say", "42", "complain", "3"], { id: "first run" });
      expect([...report.keys()]).toEqual(REPORT_KEYS);
      expect(Object.fromEntries(report)).toMatchObject({
        id: "first run",
        killed_for: "none",
        killed_process: "-1",
        "0.exit_code": "0",
        "0.signal": "0",
        "0.stdout_bytes": "2",
        "0.stderr_bytes": "3",
        "0.exec_errno": "0",
        extra_processes: "0",
      });
      expect(stdout.toString()).toBe("42");
      expect(stderr.toString()).toBe("xxx");
      const [wallUs = 0, rssKib = 0] = numbersOf(report, "0.wall_us", "0.max_rss_kib");
      expect(wallUs).toBeGreaterThan(0);
      expect(rssKib).toBeGreaterThan(100);
      for (const key of ["oom_kills", "container_cpu_us", "peak_container_bytes"])
        expect(report.get(key), key).toMatch(/^(-1|\d+)$/);
    });
  });

  test.each([0, 1, 42, 255])("tells the exit code %d", async (code) => {
    await withRunner(async (runner) => {
      const { report } = await runner.run(["does", "exit", String(code)]);
      expect(numbersOf(report, "0.exit_code", "0.signal")).toEqual([code, 0]);
    });
  });

  test.each([signals.SIGSEGV, signals.SIGABRT, signals.SIGKILL, signals.SIGTERM])(
    "tells the signal %d",
    async (signal) => {
      await withRunner(async (runner) => {
        const { report } = await runner.run(["does", "raise", String(signal)]);
        expect(numbersOf(report, "0.exit_code", "0.signal")).toEqual([-1, signal]);
        expect(report.get("killed_for")).toBe("none");
      });
    },
  );

  test("gives the program its arguments and environment exactly, and nothing else", async () => {
    await withRunner(async (runner) => {
      const args = ["", "two words", "a:b=c", "--", "ü\u{1f600}", "\t\x01", "x".repeat(4000)];
      const env = ["A=1", "EMPTY=", "no equals sign", "A=2", "PATH=/x:/y"];
      const { stdout } = await runner.run(["tells", ...args], { env });
      const lines = stdout.toString().split("\n");
      const told = (key: string) => lines.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(4));
      expect(told("arg")).toEqual([runner.path("box/tells"), ...args]);
      expect(told("env")).toEqual(env);
    });
  });

  test("takes 128 arguments and 128 variables, and no more", async () => {
    const many = Array.from({ length: 128 }, (_, index) => String(index));
    await withRunner(async (runner) => {
      const { stdout } = await runner.run(["tells", ...many.slice(1)], { env: many });
      expect(stdout.toString().match(/^(arg|env) /gm)).toHaveLength(256);
    });
    await using runner = await RunnerProcess.start(binary, programs);
    runner.send(runner.runLines(["tells", ...many]));
    expect(await runner.failure()).toBe("unknown key, or too many of it: arg");
  });

  test("starts the program as its user, with its limits, and takes everything else away", async () => {
    await withRunner(async (runner) => {
      const common = { stack_limit_bytes: 64 * MIB, file_limit_bytes: 4096, cwd: runner.path("build") };
      const { stdout, report } = await runner.run(["tells"], { common, process: { cpu_limit_ms: 3500 } });
      const told = new Map(
        stdout
          .toString()
          .split("\n")
          .map((line) => line.split(/ (.*)/, 2) as [string, string]),
      );
      told.delete("arg");
      told.delete("");
      const triple = [PROGRAM_UID, PROGRAM_UID, PROGRAM_UID].join(" ");
      expect(Object.fromEntries(told)).toEqual({
        uid: triple,
        gid: triple,
        groups: "0",
        cwd: runner.path("build"),
        "leads-session": "1",
        umask: "077",
        "no-new-privs": "1",
        seccomp: "2",
        "blocks-sigchld": "0",
        "sigpipe-is-default": "1",
        core: "0 0",
        cpu: "5 5",
        stack: `${64 * MIB} ${64 * MIB}`,
        file: "4096 4096",
        descriptors: "1024 1024",
        "locked-memory": "0 0",
        "open-descriptors": "3",
        "may-fork": "Operation not permitted",
      });
      expect(report.get("0.exit_code")).toBe("0");
    });
  });

  test("lets the program make processes where that is allowed, and reaps them", async () => {
    await withRunner(async (runner) => {
      const { stdout, report } = await runner.run(["tells"], { common: { allows_processes: 1 } });
      expect(stdout.toString()).toContain("seccomp 0\n");
      expect(stdout.toString()).toContain("may-fork yes\n");
      expect(report.get("extra_processes")).toBe("1");
    });
  });

  test("gives the program a stored file or nothing as standard input", async () => {
    await withRunner(async (runner) => {
      const input = Buffer.from(Array.from({ length: 200_000 }, (_, index) => index % 256));
      await runner.put("input/0123abc", input);
      const fromFile = await runner.run(["does", "copy", ""], { process: { stdin: "input/0123abc" } });
      expect(fromFile.stdout.equals(input)).toBe(true);
      const fromNothing = await runner.run(["does", "copy", ""]);
      expect(fromNothing.stdout).toHaveLength(0);
    });
  });

  test("hands 8 MiB of output over intact", async () => {
    await withRunner(async (runner) => {
      const input = Buffer.alloc(8 * MIB);
      for (let at = 0; at < input.length; at += 4) input.writeUInt32LE((at * 2_654_435_761) % 2 ** 32, at);
      await runner.put("input/large", input);
      const { stdout, report } = await runner.run(["does", "copy", ""], { process: { stdin: "input/large" } });
      expect(stdout.equals(input)).toBe(true);
      expect(report.get("0.stdout_bytes")).toBe(String(input.length));
    });
  });

  test("is ended by the CPU limit", async () => {
    await withRunner(async (runner) => {
      const { report } = await runner.run(["does", "burn", "20000"], { process: { cpu_limit_ms: 100 } });
      expect(report.get("killed_for")).toBe("cpu");
      expect(numbersOf(report, "killed_process", "0.exit_code", "0.signal")).toEqual([0, -1, signals.SIGKILL]);
      const [cpuUs = 0] = numbersOf(report, "0.cpu_us");
      expect(cpuUs).toBeGreaterThan(90_000);
      expect(cpuUs).toBeLessThan(5_000_000);
    });
  });

  test("is ended by the wall limit", async () => {
    await withRunner(async (runner) => {
      const { report } = await runner.run(["does", "sleep", "30000"], { common: { wall_limit_ms: 100 } });
      expect(report.get("killed_for")).toBe("wall");
      expect(numbersOf(report, "killed_process", "0.signal")).toEqual([-1, signals.SIGKILL]);
      const [cpuUs = 0, wallUs = 0] = numbersOf(report, "0.cpu_us", "0.wall_us");
      expect(cpuUs).toBeLessThan(100_000);
      expect(wallUs).toBeGreaterThan(99_000);
    });
  });

  test("is ended by the limit of its output, and hands over what was allowed", async () => {
    await withRunner(async (runner) => {
      const common = { stdout_limit_bytes: 100_000 };
      const { report, stdout } = await runner.run(["does", "print", "1000000000"], { common });
      expect(report.get("killed_for")).toBe("output");
      expect(numbersOf(report, "killed_process", "0.signal")).toEqual([0, signals.SIGKILL]);
      expect(stdout).toHaveLength(100_000);
      expect(numbersOf(report, "0.stdout_bytes")[0]).toBeGreaterThan(100_000);
    });
  });

  test("may print exactly as much as allowed", async () => {
    await withRunner(async (runner) => {
      const common = { stdout_limit_bytes: 100_000, stderr_limit_bytes: 5000 };
      const { report, stdout } = await runner.run(["does", "print", "100000", "complain", "5000"], { common });
      expect(report.get("killed_for")).toBe("none");
      expect(stdout).toHaveLength(100_000);
    });
  });

  test("is told of too much output although it had ended before that was seen", async () => {
    await withRunner(async (runner) => {
      const { report, stdout } = await runner.run(["does", "say", "123456"], { common: { stdout_limit_bytes: 5 } });
      expect(report.get("killed_for")).toBe("output");
      expect(numbersOf(report, "0.exit_code", "0.stdout_bytes")).toEqual([0, 6]);
      expect(stdout.toString()).toBe("12345");
    });
  });

  test("has its standard error kept in part, counted in full and limited too", async () => {
    await withRunner(async (runner) => {
      const common = { stderr_keep_bytes: 1000, stderr_limit_bytes: 300_000 };
      const kept = await runner.run(["does", "complain", "200000"], { common });
      expect(kept.stderr.toString()).toBe("x".repeat(1000));
      expect(kept.report.get("0.stderr_bytes")).toBe("200000");
      expect(kept.report.get("killed_for")).toBe("none");
      const { report, stderr } = await runner.run(["does", "complain", "1000000000"], { common });
      expect(report.get("killed_for")).toBe("output");
      expect(report.get("killed_process")).toBe("0");
      expect(stderr).toHaveLength(1000);
    });
  });

  test.skipIf(noPeaks)(`has a peak of memory that is its own${noPeaks}`, async () => {
    await withRunner(async (runner) => {
      const small = await runner.run(["does", "exit", "0"]);
      expect(numbersOf(small.report, "0.max_rss_kib")[0]).toBeLessThan(2000);
      const large = await runner.run(["does", "touch", "40"]);
      expect(numbersOf(large.report, "0.max_rss_kib")[0]).toBeGreaterThan(40 * 1024);
      expect(numbersOf(large.report, "0.max_rss_kib")[0]).toBeLessThan(44 * 1024);
      const next = await runner.run(["does", "exit", "0"]);
      expect(numbersOf(next.report, "0.max_rss_kib")[0]).toBeLessThan(2000);
    });
  });

  test("cannot write a file, and its limit of file sizes is a signal", async () => {
    await withRunner(async (runner) => {
      const { report } = await runner.run(["does", "write", runner.path("box/left")]);
      expect(report.get("0.exit_code")).toBe("0");
      expect((await runner.get("box/left")).error).toBe("No such file or directory");
      await runner.ask([
        ["op", "empty"],
        ["area", "build"],
        ["owner", PROGRAM_UID],
        ["mode", "700"],
      ]);
      const written = await runner.run(["does", "write", runner.path("build/left")]);
      expect(written.report.get("0.signal")).toBe(String(signals.SIGXFSZ));
      const allowed = await runner.run(["does", "write", runner.path("build/left")], {
        common: { file_limit_bytes: 1 },
      });
      expect(allowed.report.get("0.exit_code")).toBe("0");
      expect((await runner.get("build/left")).content.toString()).toBe("x");
    });
  });

  test.each([
    ["a missing program", "missing", errno.ENOENT],
    ["a program that may not be executed", "plain", errno.EACCES],
    ["a file of no known format", "text", errno.ENOEXEC],
    ["a folder", "/", errno.EACCES],
  ])("says why it could not start %s", async (_, program, expected) => {
    await withRunner(async (runner) => {
      await runner.put("box/plain", "x", "644");
      await runner.put("box/text", "no format", "755");
      const { report } = await runner.run([program]);
      expect(numbersOf(report, "0.exec_errno", "0.exit_code")).toEqual([expected, 127]);
      expect((await runner.run(["does", "say", "next"])).stdout.toString()).toBe("next");
    });
  });

  test("says why it could not start in a missing folder", async () => {
    await withRunner(async (runner) => {
      const { report } = await runner.run(["does"], { common: { cwd: runner.path("missing") } });
      expect(numbersOf(report, "0.exec_errno", "0.exit_code")).toEqual([errno.ENOENT, 127]);
    });
  });

  test("is one of hundreds without a descriptor or process left over", async () => {
    await withRunner(async (runner) => {
      const ids = Array.from({ length: 200 }, (_, index) => String(index));
      for (const id of ids) runner.send(runner.runLines(["does", "say", id, "exit", "7"], { id }));
      for (const id of ids) {
        const { report, stdout } = await runner.reply();
        expect([report.get("id"), report.get("0.exit_code"), stdout.toString()]).toEqual([id, "7", id]);
      }
      const { stdout } = await runner.run(["tells"]);
      expect(stdout.toString()).toContain("open-descriptors 3\n");
      expect(runner.openDescriptors()).toBeLessThan(12);
    });
  });
});
