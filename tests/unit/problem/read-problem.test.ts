import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { UsageError } from "../../../src/domain/errors.ts";
import { publicView } from "../../../src/domain/problem.ts";
import { readPackage, readProblem } from "../../../src/problem/read-problem.ts";
import { aPackage } from "../../support/problem-package.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

/** The system's place for temporary folders, to see what is left there. */
let temporary = "";

beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), "medalist-test-"));
  vi.stubEnv("TMPDIR", temporary);
  return () => {
    vi.unstubAllEnvs();
    execFileSync("rm", ["-r", temporary]);
  };
});

const leftovers = () => readdirSync(temporary).filter((name) => name.startsWith("medalist-package-"));

describe("a package with mistakes", () => {
  test("is a UsageError with the list of them", async () => {
    const folder = aPackage({ "data/secret/2.ans": undefined, "problem.yaml": "name: [\n" });
    const reading = readProblem(folder);
    await expect(reading).rejects.toThrow(UsageError);
    await expect(reading).rejects.toThrow(new RegExp(`^${folder} has (an error|\\d errors):\\n {2}\\S`));
  });

  test("leaves nothing of its archive behind", async () => {
    const folder = aPackage({ "problem.yaml": "name: [\n" });
    const archive = join(temporaryFolder(), "adding.tar.gz");
    execFileSync("tar", ["-czf", archive, "-C", folder, "."]);
    await expect(readProblem(archive)).rejects.toThrow(UsageError);
    expect(leftovers()).toEqual([]);
  });
});

describe("what is no package", () => {
  test("says what was expected", async () => {
    const folder = temporaryFolder();
    const file = join(folder, "a.txt");
    writeFileSync(file, "");
    await expect(readPackage(folder)).rejects.toThrow(
      /is not a problem package, which would be one of\n {2}icpc: .*problem\.yaml\n {2}ioi: .*\n {2}tps: .*\n {2}polygon: /,
    );
    const none = join(folder, "none");
    await expect(readPackage(none)).rejects.toThrow(`there is no problem package ${none}`);
    await expect(readPackage(file)).rejects.toThrow("no archive that is read here: expected a .zip or .tar");
    expect(leftovers()).toEqual([]);
  });

  test("a FIFO, a device", async () => {
    await expect(readPackage("/dev/null")).rejects.toThrow("/dev/null is neither a folder nor a file");
  });
});

describe("a package of several formats", () => {
  const both = { "problem.xml": "<problem/>" };

  test("is refused until --format decides", async () => {
    const folder = aPackage(both);
    await expect(readPackage(folder)).rejects.toThrow(
      /more than one kind of problem package; --format decides between\n {2}icpc: .*\n {2}polygon: /,
    );
    expect((await readPackage(folder, { format: "icpc" })).errors).toEqual([]);
    expect((await readPackage(folder, { format: "polygon" })).errors).not.toEqual([]);
  });
});

describe("an archive", () => {
  test.each([
    [
      "zip",
      "adding.zip",
      (folder: string, archive: string) => execFileSync("zip", ["-qr", archive, "."], { cwd: folder }),
    ],
    [
      "tar",
      "adding.tar.gz",
      (folder: string, archive: string) => execFileSync("tar", ["-caf", archive, "-C", folder, "."]),
    ],
    [
      "tar",
      "adding.tar.xz",
      (folder: string, archive: string) => execFileSync("tar", ["-caf", archive, "-C", folder, "."]),
    ],
    [
      "tar",
      "wrapped.tar.zst",
      (folder: string, archive: string) =>
        execFileSync("tar", ["-caf", archive, "-C", join(folder, ".."), basename(folder)]),
    ],
  ])("made by %s as %s is the package, until it is disposed of", async (_, name, pack) => {
    const folder = aPackage();
    const archive = join(temporaryFolder(), name);
    pack(folder, archive);
    const ofFolder = await readProblem(folder);
    const input = await (async () => {
      await using reading = await readProblem(archive);
      expect(reading.problem).toMatchObject({ id: "adding", packageHash: ofFolder.problem.packageHash });
      const [testcase] = reading.problem.testcases;
      expect(existsSync(testcase?.input.path ?? "")).toBe(true);
      return testcase?.input.path ?? "";
    })();
    expect(existsSync(input)).toBe(false);
    expect(leftovers()).toEqual([]);
  });

  test("that is hostile is a list of errors", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "adding"));
    writeFileSync(join(folder, "adding", "problem.yaml"), "name: x");
    symlinkSync("/etc/passwd", join(folder, "adding", "statement"));
    const archive = join(folder, "adding.tar");
    execFileSync("tar", ["-cf", archive, "-C", folder, "adding"]);
    await using reading = await readPackage(archive);
    expect(reading).toMatchObject({ problem: undefined, errors: [expect.stringContaining("out of the archive")] });
  });

  test("goes away with a process that ends in the middle", () => {
    const script = `
      import { TemporaryFolder } from ${JSON.stringify(new URL("../../../src/problem/source/temporary-folder.ts", import.meta.url).href)};
      const folder = await TemporaryFolder.make();
      console.log(folder.path);
      process.exit(130);`;
    const file = join(temporaryFolder(), "ends.mts");
    writeFileSync(file, script);
    const { status, stdout } = spawnSync("node", ["--import", "tsx", file], { encoding: "utf8", cwd: process.cwd() });
    expect({ status, stdout }).toEqual({
      status: 130,
      stdout: expect.stringContaining(`${temporary}/medalist-package-`),
    });
    expect(leftovers()).toEqual([]);
  });
});

test("too many files are told, not read", async () => {
  const folder = aPackage();
  execFileSync("sh", ["-c", "seq 20001 | xargs touch"], { cwd: folder });
  expect((await readPackage(folder)).errors).toEqual([expect.stringContaining("more than 20000 files and folders")]);
}, 30_000);

test("the public view of a problem holds nothing secret", async () => {
  const { problem } = await readProblem(aPackage());
  const view = publicView({ ...problem, limits: { ...problem.limits, timeLimitMs: 1000 } });
  expect(view.samples.map(({ id }) => id)).toEqual(["sample/1"]);
  const text = JSON.stringify(view);
  for (const secret of ["secret", "submissions", "subtracts", "testcaseIds", "validators"])
    expect(text).not.toContain(secret);
});
