import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A package of its own for every test: print twice the number. Small, in Python, so that judging takes no time. */
export const RIGHT = "print(2 * int(input()))\n";
export const RIGHT_TOO = "n = int(input())\nprint(n + n)\n";
/** Right on the samples (2 and 3), wrong for large numbers. */
export const SMALL_ONLY = "n = int(input())\nprint(2 * n if n < 100 else 0)\n";
export const WRONG = "print(3 * int(input()) - 1)\n";
export const CRASHING = "print([][int(input())])\n";
export const NOT_COMPILING = "def broken(:\n    pass\n";
/** Takes a noticeable part of a second on secret testcases, which gives a test time to interrupt. */
export const SLOW = "n = int(input())\nfor _ in range(9_000_000 if n > 3 else 0):\n    pass\nprint(n)\n";
export const NEVER_ENDING = "n = int(input())\nwhile n > 3:\n    pass\nprint(2 * n)\n";

const VALIDATOR = `import sys
line = sys.stdin.readline()
sys.exit(42 if line.strip().isdigit() and int(line) < 10**6 else 43)
`;

const PACKAGE: Readonly<Record<string, string>> = {
  "problem.yaml":
    "problem_format_version: 2025-09\nname: Doubling\ntype: pass-fail\nlimits:\n  time_limit: 2\n  memory: 256\n",
  "statement/problem.en.md": "Print twice the number.\n",
  "input_validators/validate.py": VALIDATOR,
  "data/sample/1.in": "2\n",
  "data/sample/1.ans": "4\n",
  "data/sample/2.in": "3\n",
  "data/sample/2.ans": "6\n",
  "data/secret/1-small.in": "50\n",
  "data/secret/1-small.ans": "100\n",
  "data/secret/2-large.in": "5000\n",
  "data/secret/2-large.ans": "10000\n",
  "data/secret/3-larger.in": "500000\n",
  "data/secret/3-larger.ans": "1000000\n",
  "submissions/accepted/right.py": RIGHT,
  "submissions/wrong_answer/small_only.py": SMALL_ONLY,
};

/** Writes the package and returns its folder; `changes` adds files or, with undefined, leaves them out. */
export function writeDoubling(folder: string, changes: Readonly<Record<string, string | undefined>> = {}): string {
  return writeFiles(folder, { ...PACKAGE, ...changes });
}

export function writeFiles(folder: string, files: Readonly<Record<string, string | undefined>>): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    if (content === undefined) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** An answer as a model gives it. */
export function answer(program: string): string {
  return `Simple enough.\n\n\`\`\`python\n${program}\`\`\`\n`;
}

/** A candidate pool on disk, one file an answer. */
export function writePool(folder: string, answers: readonly string[]): string {
  const files = answers.map((text, index) => [`${String(index + 1).padStart(2, "0")}.md`, text] as const);
  return writeFiles(folder, Object.fromEntries(files));
}
