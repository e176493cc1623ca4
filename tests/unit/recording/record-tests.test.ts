import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { randomFrom } from "../../../src/domain/random.ts";
import type { PoolAnswer } from "../../../src/model/write-pool.ts";
import { readProblem } from "../../../src/problem/read-problem.ts";
import { readProse } from "../../../src/recording/prose.ts";
import { dressingOf } from "../../../src/recording/record-pool.ts";
import { type RecordedTests, recordTests } from "../../../src/recording/record-tests.ts";
import { extractCode } from "../../../src/solver/extract-code.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const PACKAGES = ["olympiad/sluice", "round/b-not-a-bun-left"] as const;

async function testsOf(path: string): Promise<RecordedTests> {
  const folder = join(root, "problems", path);
  await using reading = await readProblem(folder);
  const prose = await readProse(join(root, "problems", "recorded-prose.yaml"));
  const text = (name: string) => readFileSync(join(folder, "generators", name), "utf8");
  const sources = { generator: text("random_input.py"), bruteForce: text("brute.py") };
  return recordTests(reading.problem, sources, dressingOf(reading.problem, prose, randomFrom(1)));
}

const sourcesOf = (answers: readonly PoolAnswer[]) =>
  answers.map(({ answer }) => {
    const extracted = extractCode(answer.text, "cpp20", answer.finishReason);
    if (extracted.kind !== "program") throw new Error(`no program in ${answer.text}`);
    return extracted.source;
  });

describe.each(PACKAGES)("recorded test programs of %s", (path) => {
  let recorded: RecordedTests;
  beforeAll(async () => {
    recorded = await testsOf(path);
  });

  test("are sixteen generators of growing size, one of which prints too much", () => {
    const generators = sourcesOf(recorded.generator);
    expect(new Set(generators).size).toBe(16);
    const sizes = generators.map((source) => Number(/^SIZE = (\d+)$/m.exec(source)?.[1]));
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect(generators.filter((source) => source.endsWith("\nmain()\n\nmain()\n")).length).toBeLessThanOrEqual(1);
  });

  test("are validators that differ: one without a fault, others that forget one check, a few that are careless", () => {
    const validators = sourcesOf(recorded.validator);
    expect(new Set(validators).size).toBe(validators.length);
    expect(validators.length).toBeGreaterThanOrEqual(8);
    for (const source of validators) {
      expect(source).not.toMatch(/exit\(4[23]\)/);
      expect(source).not.toContain("sys.argv");
    }
    const [whole = ""] = validators;
    const checks = (source: string) => source.match(/^\s+(reject|demand)\((?!True or )/gm)?.length ?? 0;
    const forgetful = validators.filter((source) => checks(source) === checks(whole) - 1);
    expect(forgetful.length).toBeGreaterThanOrEqual(0.6 * validators.length);
  });

  test("are at least two brute forces", () => {
    expect(new Set(sourcesOf(recorded["brute-force"])).size).toBeGreaterThanOrEqual(2);
  });
});
