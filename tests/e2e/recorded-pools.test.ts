import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WorkFolder } from "./support/command.ts";
import { writeFiles } from "./support/doubling.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const MODULE = new URL("../../sandbox/recorded-pools.mjs", import.meta.url).href;

interface Options {
  readonly root: string;
  readonly report: { doing(what: string): void };
  readonly lock: { take(): Promise<void> };
  readonly signal: AbortSignal;
}

let work: WorkFolder;
beforeEach(() => {
  work = new WorkFolder();
  // A clone with two packages, as far as the step looks at it.
  const files = ["src/mutation/a.ts", "src/recording/a.ts", "src/model/write-pool.ts", "package-lock.json"];
  writeFiles(work.path, Object.fromEntries(files.map((file) => [file, ""])));
  mkdirSync(work.at("problems"), { recursive: true });
  cpSync(join(ROOT, "problems", "recorded-prose.yaml"), work.at("problems", "recorded-prose.yaml"));
  cpSync(join(ROOT, "tests/fixtures/problems/ioi-batch-grader"), work.at("problems/olympiad/halves"), {
    recursive: true,
  });
  cpSync(join(ROOT, "problems", "lamplighter"), work.at("problems/round/a-lamps"), { recursive: true });
  rmSync(work.at("problems/round/a-lamps/recorded"), { recursive: true });
});
afterEach(() => work[Symbol.dispose]());

async function ensure(): Promise<string> {
  const { ensureRecordedPools }: { ensureRecordedPools: (options: Options) => Promise<string> } = await import(MODULE);
  const { signal } = new AbortController();
  return ensureRecordedPools({
    ...{ root: `${work.path}/`, signal },
    report: { doing: () => undefined },
    lock: { take: async () => undefined },
  });
}

const pool = (path: string) => {
  const folder = work.at(path, "recorded");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ name, parentPath }) => `${name}\n${readFileSync(join(parentPath, name), "utf8")}`);
};

test("the set-up writes the pools once, and again when their package or their words have changed", async () => {
  expect(await ensure()).toBe("2 written now");
  const [halves, lamps] = [pool("problems/olympiad/halves"), pool("problems/round/a-lamps")];
  expect(halves.length).toBeGreaterThanOrEqual(201);
  expect(lamps.length).toBeGreaterThanOrEqual(201);
  const written = statSync(work.at("problems/round/a-lamps/recorded/001.md")).mtimeMs;

  expect(await ensure()).toBe("up to date");
  expect(statSync(work.at("problems/round/a-lamps/recorded/001.md")).mtimeMs).toBe(written);

  appendFileSync(work.at("problems/olympiad/halves/statements/en.md"), "\nOne more sentence.\n");
  expect(await ensure()).toBe("1 written now");
  expect(pool("problems/round/a-lamps")).toEqual(lamps);

  // A pool that was not written to its end has no stamp.
  rmSync(work.at("problems/round/a-lamps/recorded/.stamp"));
  expect(await ensure()).toBe("1 written now");
  expect(pool("problems/round/a-lamps")).toEqual(lamps);

  appendFileSync(work.at("problems/recorded-prose.yaml"), "# changed\n");
  expect(await ensure()).toBe("2 written now");
});

test("a package's pool is what solve takes where no model is named", async () => {
  await ensure();
  const solved = await work.run([
    ...["solve", "problems/olympiad/halves", "--samples", "4", "--submissions", "1", "--no-baselines", "--json"],
  ]);
  expect(JSON.parse(solved.stdout), solved.stderr).toMatchObject({ pool: { answers: 4 } });
});

test("where there are no contests there is nothing to write", async () => {
  rmSync(work.at("problems/olympiad"), { recursive: true });
  rmSync(work.at("problems/round"), { recursive: true });
  expect(await ensure()).toBe("none to write");
});

test("a shipped problem's pool has answers for all that a run can ask: test programs, brute forces, repairs", async () => {
  const problem = fileURLToPath(new URL("../../problems/round/b-not-a-bun-left", import.meta.url));
  const solved = await work.run([
    ...["solve", problem, "--samples", "8", "--submissions", "2", "--strategy", "alphacode", "--repairs", "1"],
    ...["--generators", "4", "--validators", "4", "--brute-forces", "2", "--inputs", "6", "--no-baselines", "--json"],
  ]);
  const [result] = JSON.parse(solved.stdout).problems;
  expect(result.pool.programs, solved.stderr).toBeGreaterThan(8);
  expect(result.tests).toMatchObject({
    programs: { generator: { written: 4 }, validator: { written: 4 }, "brute-force": { written: 2 } },
    kept: 6,
  });
  expect(result.tests.splitting).toBeGreaterThan(0);
  expect(result.tests.agreed).toBeGreaterThan(0);
});
