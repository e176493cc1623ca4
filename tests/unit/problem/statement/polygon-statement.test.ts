import { describe, expect, it } from "vitest";
import { polygonStatement } from "../../../../src/problem/statement/polygon-statement.ts";

describe("sections of Polygon", () => {
  it("become one text under their headings, in the order in which they are printed", () => {
    const text = polygonStatement(
      new Map([
        ["notes", "Note \\includegraphics[scale=0.5]{pic.png}"],
        ["name", "The <<Thing>>"],
        [
          "scoring",
          "\\begin{tabular}{|c|c|}\\hline \\bf{Group} & $$$n$$$ \\\\ \\hline 1 & $$$\\le 5$$$ \\\\ \\hline\\end{tabular}",
        ],
        ["input", "One integer $$$n$$$ ($$$1 \\le n \\le 10^5$$$)."],
        ["output", "Print \\t{YES} or \\textbf{NO}."],
        ["legend", '\\it{Once} there was \\bf{a} "thing".\n\n\\InputFile\nx'],
      ]),
    );
    expect(text).toEqual({
      markdown: [
        '*Once* there was **a** "thing".',
        "## Input\n\nx",
        "## Input\n\nOne integer $n$ ($1 \\le n \\le 10^5$).",
        "## Output\n\nPrint `YES` or **NO**.",
        "## Scoring\n\n| **Group** |   $n$   |\n| :-------: | :-----: |\n|     1     | $\\le 5$ |",
        "## Note\n\nNote ![](pic.png)",
      ].join("\n\n"),
      title: "The «Thing»",
      images: ["pic.png"],
      warnings: [],
    });
  });

  it("name their file in warnings, and may be missing", () => {
    expect(polygonStatement(new Map([["interaction", "\\foo{a}"]]))).toEqual({
      markdown: "## Interaction\n\na",
      title: undefined,
      images: [],
      warnings: ["interaction.tex: \\foo is not known: only its text is kept"],
    });
  });
});
