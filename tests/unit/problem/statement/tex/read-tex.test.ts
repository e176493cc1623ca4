import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { texToMarkdown } from "../../../../../src/problem/statement/tex-to-markdown.ts";

describe("what is not known or not right", () => {
  it("keeps its text and is named once", () => {
    expect(texToMarkdown("\\foo{a} \\foo{b} \\begin{bar}c\\end{bar}")).toMatchObject({
      markdown: "a b\n\nc",
      warnings: ["\\foo is not known: only its text is kept", "\\begin{bar} is not known: only its text is kept"],
    });
  });

  it("says which files are not put in", () => {
    expect(texToMarkdown("\\input{a.tex}").warnings).toEqual(["\\input{a.tex}: text of other files is not put in"]);
  });

  it.each([
    "{a",
    "a}",
    "\\textbf{a",
    "\\begin{quote}a",
    "a\\end{quote}",
    "\\begin{quote}a}\\end{quote}",
    "\\verb|a",
    "\\[",
  ])("is warned of: %s", (tex) => {
    expect(texToMarkdown(tex).warnings).toHaveLength(1);
  });

  it("never throws and leaves no white space at line ends", () => {
    const piece = fc.constantFrom(
      ...[
        "\\",
        "{",
        "}",
        "$",
        "$$",
        "%",
        "&",
        "\n",
        "\n\n",
        " ",
        "[",
        "]",
        "a",
        "\\\\",
        "~",
        "`",
        "*",
        "|",
        "\\item",
        "\\def\\a{",
      ],
      ...[
        "\\begin{itemize}",
        "\\end{itemize}",
        "\\begin{tabular}{l}",
        "\\end{tabular}",
        "\\textbf",
        "\\footnote{",
        "\\a",
      ],
      ...[
        "\\section",
        "\\href",
        "\\includegraphics",
        "\\begin{verbatim}",
        "\\begin{figure}",
        "\\caption",
        "\\multirow",
        "\\bf ",
      ],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
        const { markdown } = texToMarkdown(pieces.join(""));
        expect(markdown).toBe(markdown.trimEnd());
        if (!markdown.includes("```")) expect(markdown).not.toMatch(/[ \t]\n/);
      }),
      { numRuns: 300 },
    );
  });

  it("loses no word of plain text", () => {
    const word = fc.stringMatching(/^[A-Za-z0-9]{1,9}$/);
    const separator = fc.constantFrom(
      " ",
      "\n",
      "\n\n",
      ", ",
      ". ",
      "--",
      "'",
      "(",
      ")",
      "[",
      "]",
      "*",
      "#",
      "!",
      ":",
      "|",
      "~",
      "+ ",
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(word, separator), { maxLength: 30 }), (parts) => {
        const words = texToMarkdown(parts.flat().join("")).markdown.match(/[A-Za-z0-9]+/g) ?? [];
        expect(words).toEqual(
          parts
            .flat()
            .join("")
            .match(/[A-Za-z0-9]+/g) ?? [],
        );
      }),
    );
  });

  it.each([
    ["groups", "{".repeat(100_000)],
    ["environments", "\\begin{quote}".repeat(8_000)],
    ["lists", "\\begin{itemize}\\item ".repeat(5_000)],
    ["commands", "\\textbf{".repeat(12_000)],
    ["optional arguments", "\\item[".repeat(15_000)],
    ["unclosed listings", "\\begin{verbatim}".repeat(6_000)],
    ["unbalanced math", "${".repeat(50_001)],
    ["unclosed macros", "\\def\\a{".repeat(12_000)],
    ["closed groups", `${"{".repeat(50_000)}a${"}".repeat(50_000)}`],
    [
      "much text",
      "Given $a_1$ and \\textbf{bold} text, `quoted' --- \\emph{so}. % c\n\\begin{itemize}\\item x\\end{itemize}\n\n".repeat(
        2_000,
      ),
    ],
  ])(
    "takes no long time: %s",
    (_, tex) => {
      const start = performance.now();
      texToMarkdown(tex);
      expect(performance.now() - start).toBeLessThan(10_000);
    },
    30_000,
  );
});
