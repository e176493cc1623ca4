import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markdownStatement } from "../../../../src/problem/statement/markdown-statement.ts";
import { UnreadableStatement } from "../../../../src/problem/statement/statement-text.ts";

describe("Markdown", () => {
  it("stays as its author wrote it", () => {
    const markdown = "* a_b $x_1<y$ and $z>0$\n\n| a | b |\n|---|:-:|\n| `<b>` | $c$ |\n\n```\n<b>\n\n\n{{x}}\n```";
    expect(markdownStatement(`${markdown}\n\n`)).toMatchObject({ markdown, images: [] });
  });

  it("has its constants put in, and marks of samples taken out", () => {
    const constants = new Map([
      ["n.value", "5"],
      ["n.tex", "5{,}000"],
    ]);
    expect(
      markdownStatement("a {{n}} $ {{n.tex}}$\n\n{{nextsample}}\n\n\n{{remainingsamples}}\nb {{no}}", { constants }),
    ).toEqual({
      markdown: "a 5 $ 5{,}000$\n\nb {{no}}",
      title: undefined,
      images: [],
      warnings: ["{{no}}: no such constant"],
    });
  });

  it("has no HTML left", () => {
    const source =
      '10<sup>9</sup> <b>a</b><!-- c --> <img src="x.png" alt="y"><br>z\n\n<table><tr><th>a</th></tr></table>\n\n<script>\nx\n</script>';
    expect(markdownStatement(source)).toMatchObject({
      markdown: "10^{9} a ![y](x.png)\\\nz\n\n| a |\n| - |",
      images: ["x.png"],
    });
  });

  it("names its images once, those by reference too", () => {
    expect(markdownStatement("![a](x.png) ![b](x.png) ![c][y]\n\n[y]: y.svg").images).toEqual(["x.png", "y.svg"]);
  });

  it("gives the only heading of the first level as the title", () => {
    expect(markdownStatement("# The `thing` $n$\n\na")).toMatchObject({ title: "The thing $n$", markdown: "a" });
    expect(markdownStatement("# Input\n\na\n\n# Output")).toMatchObject({
      title: undefined,
      markdown: "# Input\n\na\n\n# Output",
    });
  });

  it.each([
    ["much text", "Given **a** $x$ <b>x</b>\n\n* ![a](x.png)\n\n".repeat(500)],
    ["tags that are none", "a<b ".repeat(10_000)],
    ["deep quotes", "> ".repeat(20_000)],
    ["deep lists", "- ".repeat(20_000)],
    ["a paragraph without end", "a ".repeat(100_000)],
  ])(
    "takes no long time: %s",
    (_, markdown) => {
      const start = performance.now();
      try {
        markdownStatement(markdown);
      } catch (error) {
        expect(error).toBeInstanceOf(UnreadableStatement);
      }
      expect(performance.now() - start).toBeLessThan(10_000);
    },
    30_000,
  );

  it("stays as it is where it is long without a blank line, and says so", () => {
    const listing = `# T\n\n\`\`\`\n${"<b>1 2 3</b>\n".repeat(10_000)}\`\`\``;
    expect(markdownStatement(`${listing}\n`)).toEqual({
      markdown: listing.slice("# T\n\n".length),
      title: "T",
      images: [],
      warnings: ["a part without a blank line is too long to look for HTML and images in it"],
    });
  });

  it("is the same when it is long", () => {
    const markdown = "a $x$\n\n```\nb\n\n\nc\n```\n\n- d\n\n  e";
    const long = Array.from({ length: 150 }, () => markdown).join("\n\n");
    expect(markdownStatement(long).markdown).toBe(long);
  });

  it("never throws", () => {
    const piece = fc.constantFrom(
      "<",
      ">",
      "<b>",
      "</sup>",
      "$",
      "`",
      "```\n",
      "\n",
      "|",
      "{{",
      "}}",
      "[",
      "](",
      "#",
      "<!--",
      " ",
      "a",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
        expect(() => markdownStatement(pieces.join(""))).not.toThrow();
      }),
    );
  });
});
