import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Mutant } from "../../../src/domain/mutant.ts";
import { randomFrom } from "../../../src/domain/random.ts";
import { CppSource } from "../../../src/mutation/cpp-source.ts";
import { mutantsOf } from "../../../src/mutation/mutate-source.ts";

const problems = fileURLToPath(new URL("../../../problems", import.meta.url));
const fixtures = fileURLToPath(new URL("../../fixtures/problems", import.meta.url));
const programs = [join(problems, "lamplighter"), fixtures].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".cpp"))
    .map((path) => readFileSync(join(folder, path), "utf8")),
);

function take(text: string, seed: number, count: number): Mutant[] {
  const mutants: Mutant[] = [];
  for (const mutant of mutantsOf(text, randomFrom(seed))) {
    mutants.push(mutant);
    if (mutants.length === count) break;
  }
  return mutants;
}

describe("for every program and seed", () => {
  const program = fc.constantFrom(...programs);
  const seed = fc.nat();

  test("a mutant has no more errors than its origin, another text of tokens, and says what was changed", () => {
    fc.assert(
      fc.property(program, seed, (text, number) => {
        const origin = new CppSource(text);
        for (const { source, changes } of take(text, number, 8)) {
          const mutant = new CppSource(source);
          expect(mutant.errorCount).toBeLessThanOrEqual(origin.errorCount);
          expect(mutant.tokens).not.toBe(origin.tokens);
          expect(changes.length).toBeGreaterThan(0);
          for (const { line, before, after } of changes) {
            expect(before).not.toBe(after);
            expect(before).toContain(text.split("\n")[line - 1]?.trim().replace(/\s+/g, " "));
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test("no two mutants are alike, and the same seed makes the same ones", () => {
    fc.assert(
      fc.property(program, seed, (text, number) => {
        const mutants = take(text, number, 8);
        expect(new Set(mutants.map(({ source }) => new CppSource(source).tokens)).size).toBe(mutants.length);
        expect(take(text, number, 8)).toEqual(mutants);
      }),
      { numRuns: 30 },
    );
  });
});

test("there are programs to mutate", () => {
  expect(programs.length).toBeGreaterThan(50);
});

const SUM = "int main() {\n  int a, b;\n  std::cin >> a >> b;\n  if (a < b) std::cout << b - a;\n}\n";

test("another seed makes other mutants", () => {
  expect(take(SUM, 1, 5)).not.toEqual(take(SUM, 2, 5));
});

test("a program in which nothing can be changed has no mutants", () => {
  expect(take("int main() {}\n", 1, 5)).toEqual([]);
});

test("comes to an end, when there is nothing new; by then every change was made alone or with others", () => {
  const mutants = take(SUM, 1, 10_000);
  expect(mutants.length).toBeLessThan(10_000);
  expect(mutants.filter(({ changes }) => changes.length > 1).length).toBeGreaterThan(0);
  const operators = new Set(mutants.flatMap(({ changes }) => changes.map(({ operator }) => operator)));
  expect([...operators].sort()).toEqual([
    "arithmetic-operator",
    "bound-off-by-one",
    "dropped-if",
    "flipped-comparison",
    "strict-comparison",
    "swapped-operands",
  ]);
});

test("a change is told by its line, its lines before and after", () => {
  const strict = take(SUM, 1, 10_000).find(
    ({ changes }) => changes.length === 1 && changes[0]?.operator === "strict-comparison",
  );
  expect(strict?.changes).toEqual([
    {
      operator: "strict-comparison",
      line: 4,
      before: "if (a < b) std::cout << b - a;",
      after: "if (a <= b) std::cout << b - a;",
    },
  ]);
});

test("comments and white space are no difference", () => {
  expect(new CppSource("int a ; // one\n").tokens).toBe(new CppSource("/* two */ int  a;\n").tokens);
  expect(new CppSource('f("a  b");').tokens).not.toBe(new CppSource('f("a b");').tokens);
});
