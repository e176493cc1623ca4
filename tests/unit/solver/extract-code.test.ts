import fc from "fast-check";
import { expect, test } from "vitest";
import { LANGUAGES, type Language } from "../../../src/domain/language.ts";
import { type Extracted, extractCode } from "../../../src/solver/extract-code.ts";

const FIRST = "int main() { return 1; }";
const SECOND = "int main() { return 2; }";

const cases: readonly (readonly [what: string, answer: string, extracted: Extracted])[] = [
  ["one block", `Think.\n\n\`\`\`cpp\n${FIRST}\n\`\`\`\nDone.`, program("cpp23", `${FIRST}\n`)],
  ["several blocks: the last", `${block("cpp", FIRST)}\n${block("cpp", SECOND)}`, program("cpp23", `${SECOND}\n`)],
  [
    "a sample run after the program",
    `${block("cpp", FIRST)}\n${block("text", "1 2 3")}`,
    program("cpp23", `${FIRST}\n`),
  ],
  ["a block without a language: the one asked for", block("", FIRST), program("cpp23", `${FIRST}\n`)],
  [
    "an unknown language alone",
    block("haskell", "main = print 1"),
    unusable("no code block in a language that is judged"),
  ],
  ["python", block("python", "print(1)"), program("python3", "print(1)\n")],
  ["another standard", block("cpp17", FIRST), program("cpp17", `${FIRST}\n`)],
  ["words after the language", block("cpp main.cpp", FIRST), program("cpp23", `${FIRST}\n`)],
  ["tildes", `~~~cpp\n${FIRST}\n~~~`, program("cpp23", `${FIRST}\n`)],
  ["tildes are not closed by backticks", `~~~cpp\n\`\`\`\n${FIRST}\n~~~`, program("cpp23", `\`\`\`\n${FIRST}\n`)],
  [
    "a longer fence with one inside",
    `\`\`\`\`py\ns = """\n\`\`\`\n"""\n\`\`\`\``,
    program("python3", 's = """\n```\n"""\n'),
  ],
  ["a longer closing fence", `\`\`\`py\nprint(1)\n\`\`\`\`\``, program("python3", "print(1)\n")],
  ["an indented fence", `  \`\`\`cpp\n${FIRST}\n   \`\`\``, program("cpp23", `${FIRST}\n`)],
  ["a fence in the middle of a line is none", "Use ```cpp\nhere", unusable("no code block")],
  ["code in one line is no block", "```cpp int x;```", unusable("no code block")],
  [
    "a fence with words does not close",
    "```py\nprint('''\n```not the end\n''')\n```",
    program("python3", "print('''\n```not the end\n''')\n"),
  ],
  ["an empty block is passed over", `${block("cpp", FIRST)}\n${block("cpp", " ")}`, program("cpp23", `${FIRST}\n`)],
  ["nothing but empty blocks", block("cpp", ""), unusable("no code block in a language that is judged")],
  ["unclosed by a model that was done", `\`\`\`cpp\n${FIRST}`, program("cpp23", `${FIRST}\n`)],
  [
    "unclosed after a sketch, by a model that was done",
    `${block("cpp", SECOND)}\n\`\`\`cpp\n${FIRST}`,
    program("cpp23", `${FIRST}\n`),
  ],
  [
    "a sketch that was never closed before the program",
    `\`\`\`cpp\nwhile (...) {\nNow in full:\n${block("cpp", FIRST)}\nPrints:\n${block("", "1 2 3")}`,
    program("cpp23", `${FIRST}\n`),
  ],
  [
    "a sample run without a language after the program",
    `${block("cpp", FIRST)}\n${block("", "1 2 3")}`,
    program("cpp23", `${FIRST}\n`),
  ],
  [
    "a changed line after the program",
    `${block("cpp", FIRST)}\nThe line that matters:\n${block("cpp", "x += 1;")}`,
    program("cpp23", `${FIRST}\n`),
  ],
  [
    "functions for a grader: the last",
    `${block("cpp", "int f();")}\n${block("cpp", "int f() { return 1; }")}`,
    program("cpp23", "int f() { return 1; }\n"),
  ],
  [
    "a test in another language after the program",
    `${block("cpp", FIRST)}\n${block("python", "print(1)")}`,
    program("cpp23", `${FIRST}\n`),
  ],
  [
    "another language than was asked for, and a sample run",
    `${block("python", "print(1)")}\n${block("", "1")}`,
    program("python3", "print(1)\n"),
  ],
  [
    "commands around the program",
    `${block("bash", "g++ a.cpp")}\n${block("cpp", FIRST)}\n${block("sh", "./a.out")}`,
    program("cpp23", `${FIRST}\n`),
  ],
  [
    "an answer within a block of Markdown",
    `\`\`\`markdown\nSo:\n${block("cpp", FIRST)}\n\`\`\``,
    program("cpp23", `${FIRST}\n`),
  ],
  ["an answer within a longer fence", `\`\`\`\`md\n${block("cpp", FIRST)}\n\`\`\`\``, program("cpp23", `${FIRST}\n`)],
  [
    "a block in a list: its indentation is not the program's",
    "1. Then:\n\n     ```py\n     if 1:\n       print(1)\n     ```",
    program("python3", "if 1:\n  print(1)\n"),
  ],
  ["prose alone", "It is impossible.\nReally.", unusable("no code block")],
  ["empty", "", unusable("empty answer")],
  ["white space", " \n\t\r\n", unusable("empty answer")],
  [
    "DOS line ends",
    `A\r\n\`\`\`cpp\r\n${FIRST}\r\n\r\n${SECOND}\r\n\`\`\`\r\nB`,
    program("cpp23", `${FIRST}\n\n${SECOND}\n`),
  ],
  [
    "indentation and blank lines stay",
    block("py", "if 1:\n\n    print(1)\n"),
    program("python3", "if 1:\n\n    print(1)\n\n"),
  ],
];

test.each(cases)("%s", (_, answer, extracted) => {
  expect(extractCode(answer, "cpp23", "stop")).toEqual(extracted);
});

const cutOff: readonly (readonly [what: string, answer: string, extracted: Extracted])[] = [
  ["inside the program", `\`\`\`cpp\n${FIRST}`, unusable("cut off inside the code block at the token limit")],
  [
    "inside the program, after a sketch: that is not submitted",
    `${block("cpp", FIRST)}\n\`\`\`cpp\nint ma`,
    unusable("cut off inside the code block at the token limit"),
  ],
  [
    "inside the sample run after the program",
    `${block("cpp", FIRST)}\n\`\`\`\n1 2`,
    unusable("cut off inside the code block at the token limit"),
  ],
  ["in words after the program", `${block("cpp", FIRST)}\nIt is fast bec`, program("cpp23", `${FIRST}\n`)],
  ["before any program", "Let us thi", unusable("no code block at the token limit")],
];

test.each(cutOff)("cut off by the token limit %s", (_, answer, extracted) => {
  expect(extractCode(answer, "cpp23", "length")).toEqual(extracted);
});

test("a refusal is told from an answer without a program", () => {
  expect(extractCode("I will not.", "cpp23", "refused")).toEqual(unusable("no code block in a refusal"));
});

test("an open block is not taken for whole where the server does not say why it ends", () => {
  expect(extractCode(`\`\`\`cpp\n${FIRST}`, "cpp23", "unknown")).toEqual(unusable("cut off inside the code block"));
});

test("any text gives a program with something in it or a reason, and never throws", () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom("```", "~~~", "````", "\n", "\r\n", "cpp", " ", "```py\n", "\n```\n"),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), fc.constantFrom(...LANGUAGES), (pieces, asked) => {
      const extracted = extractCode(pieces.join(""), asked, "stop");
      if (extracted.kind === "program") expect(extracted.source.trim()).not.toBe("");
      else expect(extracted.reason).not.toBe("");
    }),
  );
});

test("a program without fences in it comes back as it went in", () => {
  const line = fc.stringMatching(/^[ -_a-z]{0,30}$/);
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 10 }), (lines) => {
      const source = lines.join("\n");
      fc.pre(source.trim() !== "");
      expect(extractCode(`Words.\n${block("cpp", source)}\nWords.`, "c17", "stop")).toEqual(
        program("cpp20", `${source}\n`),
      );
    }),
  );
});

function block(info: string, source: string): string {
  return `\`\`\`${info}\n${source}\n\`\`\``;
}

function program(language: Language, source: string): Extracted {
  return { kind: "program", language, source };
}

function unusable(reason: string): Extracted {
  return { kind: "unusable", reason };
}
