import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { buildProgram, buildRunner, NEEDS_ROOT, RUNNERS, sourcePath } from "./host-binaries.ts";
import { RunnerProcess } from "./runner-process.ts";

const BAD_NAMES = [
  ["etc/passwd"],
  ["/etc/passwd"],
  ["box"],
  ["box/"],
  ["box/.."],
  ["box/.hidden"],
  ["box/folder/file"],
  ["box/../../etc/passwd"],
  ["box\\file"],
  [" box/file"],
  [""],
  [`box/${"x".repeat(201)}`],
] as const;

describe.skipIf(NEEDS_ROOT).each(RUNNERS)(`the files of the runner $kind${NEEDS_ROOT}`, ({ flags }) => {
  let binary: string;

  beforeAll(async () => {
    binary = await buildRunner(flags);
  }, 60_000);

  /** Ends it in order: whatever a sanitizer had to say fails the test. */
  async function withRunner(work: (runner: RunnerProcess) => Promise<void>): Promise<void> {
    await using runner = await RunnerProcess.start(binary);
    await work(runner);
    expect(await runner.end()).toEqual({ code: 0, signal: null, stderr: "" });
  }

  test("put writes every byte with the mode asked for, and takes the place of what was there", async () => {
    await withRunner(async (runner) => {
      const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7) % 256));
      expect(await runner.put("box/main", bytes, "755")).toBe("");
      expect(readFileSync(runner.path("box/main"))).toEqual(bytes);
      expect(lstatSync(runner.path("box/main")).mode & 0o7777).toBe(0o755);
      expect(await runner.put("box/main", "", "444")).toBe("");
      expect(readFileSync(runner.path("box/main"))).toHaveLength(0);
      expect(lstatSync(runner.path("box/main")).mode & 0o7777).toBe(0o444);
      expect(await runner.put(`input/${"x".repeat(200)}`, "long name")).toBe("");
    });
  });

  test("put never gives a file the rights of its owner", async () => {
    await withRunner(async (runner) => {
      expect(await runner.put("box/main", "x", "7777")).toBe("");
      expect(lstatSync(runner.path("box/main")).mode & 0o7777).toBe(0o777);
    });
  });

  test("put replaces a link and does not follow it", async () => {
    await withRunner(async (runner) => {
      writeFileSync(runner.path("outside"), "untouched");
      symlinkSync("../outside", runner.path("build/link"));
      linkSync(runner.path("outside"), runner.path("build/second-name"));
      for (const name of ["build/link", "build/second-name"]) {
        expect(await runner.put(name, "new")).toBe("");
        expect((await runner.get(name)).content.toString()).toBe("new");
      }
      expect(readFileSync(runner.path("outside"), "utf8")).toBe("untouched");
    });
  });

  test("put says why it could not, drops the body and goes on in step", async () => {
    await withRunner(async (runner) => {
      mkdirSync(runner.path("build/folder"));
      expect(await runner.put("build/folder", Buffer.alloc(200_000, "x"))).toBe("File exists");
      expect(await runner.put("build/file", "next")).toBe("");
      expect((await runner.get("build/file")).content.toString()).toBe("next");
    });
  });

  test("link gives a stored input a second name, which takes the place of what was there", async () => {
    await withRunner(async (runner) => {
      const link = async (from: string, to: string) => {
        const reply = await runner.ask([
          ["op", "link"],
          ["from", from],
          ["to", to],
        ]);
        return [reply.keys.get("op"), reply.keys.get("error")];
      };
      await runner.put("input/one", "rose", "444");
      await runner.put("judge/answer", "before");
      symlinkSync(runner.path("box/outside"), runner.path("judge/input"));
      expect(await link("input/one", "judge/answer")).toEqual(["link", ""]);
      expect(await link("input/one", "judge/input")).toEqual(["link", ""]);
      expect(lstatSync(runner.path("judge/input")).ino).toBe(lstatSync(runner.path("input/one")).ino);
      expect(readFileSync(runner.path("judge/answer")).toString()).toBe("rose");
      expect(existsSync(runner.path("box/outside"))).toBe(false);
      mkdirSync(runner.path("judge/folder"));
      expect(await link("input/one", "judge/folder")).toEqual(["link", "File exists"]);
      expect(await link("input/none", "judge/none")).toEqual(["link", "No such file or directory"]);
      await runner.put("input/one", "tulip", "444");
      expect(readFileSync(runner.path("judge/answer")).toString()).toBe("rose");
    });
  });

  test.each([
    ["box/one", "judge/one"],
    ["input/one", "etc/passwd"],
    ["input/one", "judge/folder/one"],
    ["input/../box/one", "judge/one"],
  ])("link refuses to name %s %s", async (from, to) => {
    await using runner = await RunnerProcess.start(binary);
    runner.send([
      ["op", "link"],
      ["from", from],
      ["to", to],
    ]);
    expect(await runner.failure()).toMatch(/only stored inputs|not a file of the sandbox/);
  });

  test("get gives back every byte, up to the limit and no further", async () => {
    await withRunner(async (runner) => {
      const bytes = Buffer.from(Array.from({ length: 200_001 }, (_, index) => (index * 11) % 256));
      writeFileSync(runner.path("build/out"), bytes);
      expect(await runner.get("build/out", bytes.length)).toEqual({ content: bytes, error: "" });
      expect(await runner.get("build/out", bytes.length - 1)).toEqual({
        content: Buffer.alloc(0),
        error: "larger than allowed",
      });
      writeFileSync(runner.path("build/nothing"), "");
      expect(await runner.get("build/nothing", 0)).toEqual({ content: Buffer.alloc(0), error: "" });
    });
  });

  test("get gives only regular files with one name", async () => {
    await withRunner(async (runner) => {
      writeFileSync(runner.path("build/plain"), "x");
      symlinkSync("/etc/passwd", runner.path("build/link"));
      symlinkSync("plain", runner.path("build/link-inside"));
      linkSync(runner.path("build/plain"), runner.path("build/second-name"));
      mkdirSync(runner.path("build/folder"));
      execFileSync("/usr/bin/mkfifo", [runner.path("build/fifo")]);
      const errors = {
        link: "Too many levels of symbolic links",
        "link-inside": "Too many levels of symbolic links",
        plain: "Invalid argument",
        "second-name": "Invalid argument",
        folder: "Invalid argument",
        fifo: "Invalid argument",
        missing: "No such file or directory",
      };
      for (const [name, error] of Object.entries(errors))
        expect(await runner.get(`build/${name}`), name).toEqual({ content: Buffer.alloc(0), error });
    });
  });

  test("remove takes away one file, and is content where there is none", async () => {
    await withRunner(async (runner) => {
      writeFileSync(runner.path("input/a"), "a");
      writeFileSync(runner.path("input/b"), "b");
      for (const name of ["input/a", "input/a"]) {
        const reply = await runner.ask([
          ["op", "remove"],
          ["name", name],
        ]);
        expect([...reply.keys]).toEqual([["op", "remove"]]);
      }
      expect(readdirSync(runner.path("input"))).toEqual(["b"]);
    });
  });

  test.each(["put", "get", "remove"])("%s takes no name outside the areas", async (op) => {
    for (const [name] of BAD_NAMES) {
      await using runner = await RunnerProcess.start(binary);
      runner.send([
        ["op", op],
        ["name", name],
        ["mode", "644"],
        ["limit_bytes", 10],
      ]);
      expect(await runner.failure()).toBe(`not a file of the sandbox: ${name.slice(0, 80)}`);
      expect(await runner.ended()).toEqual({ code: 2, signal: null, stderr: "" });
    }
  });

  function empty(runner: RunnerProcess, area: string, mode = "700", owner = 61_000) {
    return runner.ask([
      ["op", "empty"],
      ["area", area],
      ["owner", owner],
      ["mode", mode],
    ]);
  }

  test("empty makes an area anew, with its owner and mode, and leaves the others", async () => {
    await withRunner(async (runner) => {
      writeFileSync(runner.path("build/old"), "old");
      writeFileSync(runner.path("box/kept"), "kept");
      expect([...(await empty(runner, "build")).keys]).toEqual([["op", "empty"]]);
      expect(readdirSync(runner.path("build"))).toEqual([]);
      const { uid, gid, mode } = lstatSync(runner.path("build"));
      expect([uid, gid, mode & 0o7777]).toEqual([61_000, 61_000, 0o700]);
      expect(readdirSync(runner.path("box"))).toEqual(["kept"]);
      execFileSync("rm", ["-r", runner.path("feedback")]);
      await empty(runner, "feedback", "755", 0);
      expect(lstatSync(runner.path("feedback")).mode & 0o7777).toBe(0o755);
    });
  });

  test("empty does not follow links", async () => {
    await withRunner(async (runner) => {
      mkdirSync(runner.path("outside"));
      writeFileSync(runner.path("outside/file"), "untouched");
      symlinkSync("../outside", runner.path("build/link"));
      mkdirSync(runner.path("build/folder"));
      symlinkSync("../../outside", runner.path("build/folder/link"));
      await empty(runner, "build");
      expect(readdirSync(runner.path("build"))).toEqual([]);
      expect(readFileSync(runner.path("outside/file"), "utf8")).toBe("untouched");
    });
  });

  /** Slow where the machine is busy: a compilation and thousands of folders. */
  test("empty copes with folders nested 3000 levels deep", { timeout: 60_000 }, async () => {
    await withRunner(async (runner) => {
      execFileSync(await buildProgram(sourcePath("./programs/nests-folders.c")), ["3000"], {
        cwd: runner.path("build"),
      });
      await empty(runner, "build");
      expect(readdirSync(runner.path("build"))).toEqual([]);
    });
  });

  test("empty copes with odd names, many entries and closed folders", async () => {
    await withRunner(async (runner) => {
      const names = [" ", "\n", "-rf", "*", ".hidden", "...", "ü", "\u{1f600}", "x".repeat(255), "\\", '"', "\x1b[31m"];
      for (const name of names) {
        mkdirSync(runner.path("build", `${name.slice(0, 200)}-folder`, name), { recursive: true });
        writeFileSync(runner.path("build", name), "x");
      }
      writeFileSync(Buffer.concat([Buffer.from(`${runner.path("build")}/`), Buffer.from([0xff, 0xfe, 0x80])]), "x");
      for (let index = 0; index < 1000; index++)
        mkdirSync(runner.path("build", "many", String(index), "a"), { recursive: true });
      mkdirSync(runner.path("build/closed/inside"), { recursive: true });
      chmodSync(runner.path("build/closed"), 0);
      execFileSync("/usr/bin/mkfifo", [runner.path("build/fifo")]);
      await empty(runner, "build");
      expect(readdirSync(runner.path("build"))).toEqual([]);
    });
  });

  test("empty copes with folders that have the names it gives itself", async () => {
    await withRunner(async (runner) => {
      for (let index = 0; index < 50; index++) {
        mkdirSync(runner.path(`build/.moved-${index}/inside/deeper`), { recursive: true });
        mkdirSync(runner.path(`build/folder-${index}/inside/deeper`), { recursive: true });
        writeFileSync(runner.path(`build/.moved-${index + 50}`), "a file");
      }
      await empty(runner, "build");
      expect(readdirSync(runner.path("build"))).toEqual([]);
    });
  });

  test("empty knows its areas and nothing else", async () => {
    for (const area of ["", "w", "box/", "..", "/etc", "Box"]) {
      await using runner = await RunnerProcess.start(binary);
      mkdirSync(runner.path("w"));
      await expect(empty(runner, area)).resolves.toMatchObject({
        keys: new Map([
          ["op", "failed"],
          ["message", `unknown area ${area}`],
        ]),
      });
      expect((await runner.ended()).code).toBe(2);
      expect(existsSync(runner.path("w"))).toBe(true);
    }
  });

  test("an area that is no folder is our failure", async () => {
    await using runner = await RunnerProcess.start(binary);
    mkdirSync(runner.path("outside"));
    writeFileSync(runner.path("outside/file"), "untouched");
    execFileSync("rmdir", [runner.path("build")]);
    symlinkSync("outside", runner.path("build"));
    expect((await empty(runner, "build")).keys.get("message")).toMatch(/^cannot empty .*: /);
    expect(readFileSync(runner.path("outside/file"), "utf8")).toBe("untouched");
    expect((await runner.ended()).code).toBe(2);
  });
});
