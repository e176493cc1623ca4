import { forEachConcurrently } from "../../src/domain/concurrently.ts";
import type { Testcase } from "../../src/domain/problem.ts";
import type { Program } from "../../src/domain/program.ts";
import { runAll } from "../../src/judge/stop-rule.ts";
import { testProgram } from "../../src/judge/test-program.ts";
import { type Bench, openBench, PROBLEM, sumTestcases } from "./bench-judge.ts";

const TIME_LIMIT_MS = 200;

export interface Repeatability {
  readonly submissions: number;
  readonly rounds: number;
  /** Submissions that were flagged as borderline in some round. */
  readonly borderline: number;
  /** Submissions whose verdicts differ between rounds, borderline ones left out; and among the borderline ones. */
  readonly differing: number;
  readonly differingBorderline: number;
}

/** The same submissions again and again on two slots: right, wrong, crashing, too slow, and a fifth around the time limit. */
export async function measureRepeatability(submissions: number, rounds: number): Promise<Repeatability> {
  await using bench = await openBench(2);
  const testcases = sumTestcases(1);
  const programs = Array.from({ length: submissions }, (_, number) => submission(number, submissions));
  const verdicts = programs.map(() => new Set<string>());
  const borderline = new Set<number>();
  for (let round = 0; round < rounds; round++) {
    await forEachConcurrently(programs.entries(), 2, async ([number, program]) => {
      const judged = await judge(bench, program, testcases);
      verdicts[number]?.add(judged.verdict);
      if (judged.borderline) borderline.add(number);
    });
  }
  const differing = [...verdicts.keys()].filter((number) => (verdicts[number]?.size ?? 0) > 1);
  return {
    ...{ submissions, rounds, borderline: borderline.size },
    differing: differing.filter((number) => !borderline.has(number)).length,
    differingBorderline: differing.filter((number) => borderline.has(number)).length,
  };
}

async function judge({ deps }: Bench, program: Program, testcases: readonly Testcase[]) {
  const problem = { ...PROBLEM, limits: { ...PROBLEM.limits, timeLimitMs: TIME_LIMIT_MS } };
  const { testcases: judged } = await testProgram(problem, program, { testcases, stop: runAll }, deps);
  const [testcase] = judged;
  if (!testcase) throw new Error("a program was not run");
  return testcase;
}

/** In C, as that compiles fastest; every one another text. */
function submission(number: number, of: number): Program {
  const aroundTheLimitMs = TIME_LIMIT_MS * (0.8 + (0.5 * number) / of);
  const bodies = [
    `printf("%lld\\n", a + b);`,
    `printf("%lld\\n", a - b - 1);`,
    `abort();`,
    `for (;;) {}`,
    `while (clock() < ${(aroundTheLimitMs / 1000).toFixed(4)} * CLOCKS_PER_SEC) {} printf("%lld\\n", a + b);`,
  ];
  const source = `#include <stdio.h>
#include <stdlib.h>
#include <time.h>
int main(void) { /* ${number} */ long long a, b; if (scanf("%lld %lld", &a, &b) != 2) return 1; ${bodies[number % bodies.length]} }
`;
  return { language: "c17", source };
}
