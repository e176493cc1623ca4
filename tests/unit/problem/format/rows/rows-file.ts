import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../../../../support/temporary-folder.ts";

/** A data set of these rows in a folder of its own. */
export function rowsFile(rows: readonly (object | string)[], name = "rows.jsonl"): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, textOf(rows));
  return file;
}

export function textOf(rows: readonly (object | string)[]): string {
  return rows.map((row) => `${typeof row === "string" ? row : JSON.stringify(row)}\n`).join("");
}

export function codeContestsRow(changes: object = {}): object {
  return {
    name: "1_A. Adding",
    description: "Add two numbers.\n\nExamples\n\nInput\n\n1 2\n\n\nOutput\n\n3\n\nNote\n\nNothing.",
    public_tests: { input: ["1 2\n"], output: ["3\n"] },
    private_tests: { input: ["2 2\n", "0 0\n"], output: ["4\n", "0\n"] },
    generated_tests: { input: ["5 5\n"], output: ["10\n"] },
    solutions: { language: [2, 3, 1], solution: ["int main() {}", "print(3)", "print 3"] },
    incorrect_solutions: { language: [4, 0], solution: ["class A {}", "?"] },
    time_limit: { seconds: 2, nanos: 500_000_000 },
    memory_limit_bytes: 268_435_456,
    cf_rating: 800,
    input_file: "",
    output_file: "",
    ...changes,
  };
}

export function liveCodeBenchRow(changes: object = {}): object {
  const tests = (count: number) =>
    JSON.stringify(Array.from({ length: count }, (_, i) => ({ input: `${i}\n`, output: `${i}\n`, testtype: "stdin" })));
  return {
    question_title: "Echo",
    question_content: "Print what you read.",
    platform: "atcoder",
    question_id: "abc001_a",
    contest_id: "abc001",
    contest_date: "2024-01-01T00:00:00",
    starter_code: "",
    difficulty: "easy",
    public_test_cases: tests(1),
    private_test_cases: tests(2),
    metadata: "{}",
    ...changes,
  };
}

export function ioiRow(changes: object = {}): object {
  return {
    year: 2024,
    day: "day1",
    id: "adding",
    problem: "Add two numbers.",
    name: "Adding",
    subtask: "00-samples",
    score: 0,
    score_precision: 2,
    time_limit: 1,
    memory_limit: 268_435_456,
    task_type: "Batch",
    starting_code: "int add(int a, int b);",
    grader_files: [
      ["graders/grader.cpp", "int main() {}"],
      ["graders/adding.h", "int add(int, int);"],
    ],
    examples: [],
    test_names: ["0-01"],
    ...changes,
  };
}

export function ioiTest(name: string, changes: object = {}): object {
  return { year: 2024, problem_id: "adding", test_name: name, test_input: `${name}\n`, test_output: "1\n", ...changes };
}
