import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import type { PackagedProblem } from "../../../src/domain/problem.ts";
import { readPool } from "../../../src/model/read-pool.ts";
import { type PoolAnswer, refuseOtherFolder, writePool } from "../../../src/model/write-pool.ts";
import { readProblem } from "../../../src/problem/read-problem.ts";
import { type Prose, readProse } from "../../../src/recording/prose.ts";
import { recordPool } from "../../../src/recording/record-pool.ts";
import { withoutHeading } from "../../../src/recording/without-heading.ts";
import { extractCode } from "../../../src/solver/extract-code.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
let prose: Prose;
let problem: PackagedProblem;
let pool: readonly PoolAnswer[];
let repairs: readonly PoolAnswer[];

beforeAll(async () => {
  prose = await readProse(join(root, "problems", "recorded-prose.yaml"));
  problem = (await readProblem(join(root, "problems", "lamplighter"))).problem;
  const recorded = recordPool(problem, prose, { count: 200 });
  pool = recorded.candidate;
  repairs = recorded.repair;
});

const programsOf = (answers: readonly PoolAnswer[]) =>
  answers.flatMap(({ answer, origin }) => {
    const extracted = extractCode(answer.text, "cpp20", answer.finishReason);
    return extracted.kind === "program" ? [{ ...extracted, origin, answer }] : [];
  });

describe("a recorded pool", () => {
  test("has as many answers as asked for, and the same ones each time", () => {
    expect(pool.length).toBe(200);
    expect(recordPool(problem, prose, { count: 200 })).toEqual({ candidate: pool, repair: repairs });
  });

  test("has every program of the jury as it is, without the comment that says what is wrong with it", () => {
    const sources = new Set(programsOf(pool).map(({ source }) => source));
    for (const { path, content } of problem.submissions) {
      if ("answers" in content) throw new Error(`${path} is no program`);
      expect(sources.has(withoutHeading(content)), path).toBe(true);
    }
  });

  test("gives the mutant itself where it says what was changed", () => {
    const mutants = programsOf(pool).filter(({ origin }) => (origin?.changes.length ?? 0) > 0);
    expect(mutants.length).toBeGreaterThan(120);
    for (const { source, origin } of mutants) {
      const text = source.replace(/\s+/g, " ");
      for (const { after } of origin?.changes ?? []) {
        // Where two changes met on a line, neither is there as it would be alone.
        if (origin?.changes.length === 1) expect(text).toContain(after);
      }
    }
  });

  test("has answers without a program and answers that are cut off, which name no origin", () => {
    const reasons = pool.flatMap(({ answer, origin }) => {
      const extracted = extractCode(answer.text, "cpp20", answer.finishReason);
      return extracted.kind === "unusable" ? [{ reason: extracted.reason, origin, end: answer.finishReason }] : [];
    });
    expect(reasons).toContainEqual({ reason: "no code block", origin: undefined, end: "stop" });
    expect(reasons).toContainEqual({
      reason: "cut off inside the code block at the token limit",
      origin: undefined,
      end: "length",
    });
    expect(reasons.length).toBeLessThan(60);
  });

  test("counts more tokens for longer answers", () => {
    const visible = pool.map(({ answer: { text, usage } }) => ({
      characters: text.length,
      tokens: (usage.outputTokens ?? 0) - (usage.reasoningTokens ?? 0),
    }));
    const [shortest, ...others] = visible.sort((a, b) => a.characters - b.characters);
    expect(others.at(-1)?.tokens).toBeGreaterThan(shortest?.tokens ?? Infinity);
  });

  test("leaves no slot of a template open", () => {
    for (const { answer } of pool) expect(answer.text).not.toMatch(/\{(problem|tools|complexity)\}/);
  });
});

describe("a pool that is written", () => {
  test("is read again as it was, in its order", async () => {
    const folder = temporaryFolder();
    await writePool(folder, pool);
    expect((await readPool(folder)).candidate).toEqual(pool.map(({ answer }) => answer));
  });

  test("takes the place of the pool before it", async () => {
    const folder = temporaryFolder();
    await writePool(folder, pool);
    await writePool(folder, pool.slice(0, 3));
    expect((await readPool(folder)).candidate).toEqual(pool.slice(0, 3).map(({ answer }) => answer));
  });

  test("is not written over what is no pool", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "thesis.tex"), "");
    await expect(refuseOtherFolder(folder, [])).rejects.toThrow("thesis.tex");
    await expect(refuseOtherFolder(folder, ["thesis.tex"])).resolves.toBeUndefined();
  });
});

test.each([
  ["cpp20", "// wrong\n/* and\n slow */\n\n#include <x>\n// kept\n", "#include <x>\n// kept\n"],
  ["python3", '# wrong\n"""and slow"""\nimport sys\n', "import sys\n"],
] as const)("the comments that a %s program begins with go, others stay", (language, source, bare) => {
  expect(withoutHeading({ language, source })).toBe(bare);
});

test("prose that is not understood is named", async () => {
  const path = join(temporaryFolder(), "prose.yaml");
  writeFileSync(path, "openings: []\n");
  await expect(readProse(path)).rejects.toThrow(/prose\.yaml: [\s\S]*openings/);
});
