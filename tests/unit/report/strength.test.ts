import { expect, test } from "vitest";
import type { JudgedMutant, TestStrength } from "../../../src/domain/test-strength.ts";
import { renderMutantsJson, renderMutantsText } from "../../../src/report/mutants.ts";
import { renderStrengthJson, renderStrengthText } from "../../../src/report/strength.ts";
import { summariseStrength } from "../../../src/report/strength-summary.ts";

const ORIGIN =
  "int main() {\n    int a, b;\n    std::cin >> a >> b;\n    if (a < b) swap(a, b);\n    std::cout << a - b;\n}\n";

function mutant(fields: Partial<JudgedMutant> = {}): JudgedMutant {
  return {
    ...{ verdict: "AC", score: 100, maxScore: 100, subtasks: [], firstFailure: undefined },
    source: ORIGIN.replace("a < b", "a <= b"),
    originSource: ORIGIN,
    origin: {
      submission: "submissions/accepted/right.cpp",
      expected: ["AC"],
      changes: [
        {
          ...{ operator: "strict-comparison", line: 4 },
          ...{ before: "if (a < b) swap(a, b);", after: "if (a <= b) swap(a, b);" },
        },
      ],
    },
    difference: { inputs: 100, differing: 0 },
    ...fields,
  };
}

const ofWrong: JudgedMutant["origin"] = { submission: "submissions/wrong_answer/w.cpp", expected: ["WA"], changes: [] };

const STRENGTH: TestStrength = {
  smallInputs: { kind: "made", count: 100 },
  mutants: [
    mutant(),
    mutant({ difference: { inputs: 100, differing: 2 }, source: ORIGIN.replace("a - b", "b - a") }),
    mutant({ difference: { inputs: 40, differing: 10 }, source: ORIGIN.replace("    if (a < b) swap(a, b);\n", "") }),
    mutant({ verdict: "WA", difference: { inputs: 3, differing: 1 } }),
    mutant({ verdict: "TLE", difference: { inputs: 100, differing: 0 } }),
    mutant({ verdict: "CE", difference: undefined }),
    mutant({ verdict: "WA", origin: ofWrong, difference: undefined }),
    mutant({ verdict: "AC", origin: ofWrong, difference: undefined }),
  ],
};

const report = (strength: TestStrength) => ({
  ...{ problem: "swaps", packageHash: "0123456789abcdef", seed: 1, truth: "t.jsonl", strength },
});

test("counts mutants of accepted submissions alone, and those that differ apart from those that do not", () => {
  expect(summariseStrength(STRENGTH)).toEqual({
    ...{ mutants: 6, killed: 2, accepted: 3, notCompiling: 1, judgeErrors: 0 },
    differing: { mutants: 3, killed: 1 },
  });
});

test("the text says what is let through, the most suspicious first, with the changed lines", () => {
  expect(renderStrengthText(report(STRENGTH))).toBe(`swaps: 8 mutants, package 0123456789ab

3 of 6 mutants of accepted submissions are still accepted.
  killed          2
  still accepted  3: 2 differ from their origin on small inputs, 1 are equivalent as far as these show
  not compiling   1
1 of the 3 that differ from their origin on 100 random small valid inputs are killed: 33.3 %.
2 mutants of other submissions: 1 AC, 1 WA.

The most suspicious:

1. submissions/accepted/right.cpp: strict-comparison in line 4, differs on 10 of 40 small inputs
   @@ -3,3 +3,2 @@
        std::cin >> a >> b;
   -    if (a < b) swap(a, b);
        std::cout << a - b;

2. submissions/accepted/right.cpp: strict-comparison in line 4, differs on 2 of 100 small inputs
   @@ -4,3 +4,3 @@
        if (a < b) swap(a, b);
   -    std::cout << a - b;
   +    std::cout << b - a;
    }

Truth: t.jsonl
`);
});

test("where outputs cannot be compared it says so, and shows what is still accepted", () => {
  const reason = "a task of kind interactive has no outputs that could be compared";
  const mutants = [mutant({ difference: undefined }), mutant({ verdict: "JE", difference: undefined })];
  const text = renderStrengthText(report({ mutants, smallInputs: { kind: "none", reason } }));
  expect(text).toContain(`Not compared with their origins: ${reason}.`);
  expect(text).toContain("  judge errors    1: nothing is known of these\n");
  expect(text).toContain("Still accepted:\n\n1. submissions/accepted/right.cpp: strict-comparison in line 4\n");
});

test("the document has the same facts", () => {
  const document = JSON.parse(renderStrengthJson(report(STRENGTH)));
  expect(document.ofAccepted).toEqual({
    ...{ mutants: 6, killed: 2, accepted: 3, notCompiling: 1, judgeErrors: 0 },
    ...{ smallInputs: 100, notCompared: null, differing: 3, differingKilled: 1 },
  });
  expect(document.mutants).toHaveLength(8);
  expect(document.survivors.map(({ difference }: JudgedMutant) => difference?.differing)).toEqual([10, 2, 0]);
  expect(document.survivors[1].diff).toContain("-    std::cout << a - b;");
});

test("mutants that are not judged are counted by submission and by operator", () => {
  const mutants = [mutant(), mutant()].map(({ source, origin }) => ({ source, origin }));
  const made = { problem: "swaps", packageHash: "01", seed: 3, mutants, left: ["a.py"] };
  const text = renderMutantsText(made);
  expect(text).toMatch(/^swaps: 2 mutants of 1 submission, seed 3\nnot mutated, .*: a\.py\n/);
  expect(text).toContain("2  submissions/accepted/right.cpp\n\n2  strict-comparison\n");
  expect(JSON.parse(renderMutantsJson(made)).mutants[0]).toMatchObject({ expected: ["AC"], changes: [{ line: 4 }] });
});
