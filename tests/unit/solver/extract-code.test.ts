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
  ["unclosed", `\`\`\`cpp\n${FIRST}`, unusable("cut off inside the code block")],
  [
    "unclosed after a whole one: a sketch is not submitted",
    `${block("cpp", FIRST)}\n\`\`\`cpp\nint ma`,
    unusable("cut off inside the code block"),
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
  expect(extractCode(answer, "cpp23")).toEqual(extracted);
});

test("any text gives a program with something in it or a reason, and never throws", () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom("```", "~~~", "````", "\n", "\r\n", "cpp", " ", "```py\n", "\n```\n"),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), fc.constantFrom(...LANGUAGES), (pieces, asked) => {
      const extracted = extractCode(pieces.join(""), asked);
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
      expect(extractCode(`Words.\n${block("cpp", source)}\nWords.`, "c17")).toEqual(program("cpp20", `${source}\n`));
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
