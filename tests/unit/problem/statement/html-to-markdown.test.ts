import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlToMarkdown } from "../../../../src/problem/statement/html-to-markdown.ts";
import { UnreadableStatement } from "../../../../src/problem/statement/statement-text.ts";

function markdownOf(html: string): string {
  return htmlToMarkdown(html).markdown;
}

describe("HTML", () => {
  it.each([
    ["text with marks", "<p>a <b>b</b> <i>i</i> <code>c_d</code><br>e</p>", "a **b** *i* `c_d`\\\ne"],
    ["lists", "<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>", "- a\n  1. b\n- c"],
    ["headings below the first level", "<h2>A</h2><h3>B</h3>", "## A\n\n### B"],
    ["listings", "<pre><code>a $x$\n  b\n\n\nc</code></pre>", "```\na $x$\n  b\n\n\nc\n```"],
    [
      "tables",
      "<table><tr><th>a</th><th align=right>b</th></tr><tr><td>c|d</td><td>$|x|$</td></tr></table>",
      "| a    |              b |\n| ---- | -------------: |\n| c\\|d | $\\vert x\\vert$ |",
    ],
    ["exponents and indices", "10<sup>9</sup> a<sub>i+1</sub>", "10^9 a\\_{i+1}"],
  ])("gives %s", (_, html, markdown) => {
    expect(markdownOf(html)).toBe(markdown);
  });

  it.each([
    ["between dollars", "a $x_1&lt;y$ and $$z$$", "a $x_1<y$ and\n\n$$\nz\n$$"],
    ["between three dollars", "$$$a_1$$$", "$a_1$"],
    ["between brackets", "\\(a*b*c\\)", "$a*b*c$"],
    [
      "rendered by KaTeX",
      '<span class="katex"><span class="katex-mathml"><math><semantics><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></semantics></math></span><span class="katex-html">x2</span></span>',
      "$x^2$",
    ],
    [
      "rendered by KaTeX for display",
      '<span class="katex-display"><math display="block"><annotation encoding="application/x-tex">x</annotation></math></span>',
      "$$\nx\n$$",
    ],
    [
      "rendered by MathJax",
      '<span class="MathJax_Preview">p</span><span class="MathJax">r</span><script type="math/tex">x_1</script>',
      "$x_1$",
    ],
    ["but no sums of money", "$5 and $6", "\\$5 and \\$6"],
  ])("keeps math %s", (_, html, markdown) => {
    expect(markdownOf(html)).toBe(markdown);
  });

  it("drops what is no text", () => {
    const html = `<html><head><title>T</title><style>p{}</style></head><body onload="x()"><script>alert(1)</script>
      <p onclick="x()">a <a href="javascript:x()">b</a><!-- c --><iframe src="d">d</iframe></p><img src="data:image/png;base64,AA" alt="e">`;
    const { markdown } = htmlToMarkdown(html);
    expect(markdown).toContain("a");
    expect(markdown).not.toMatch(/alert|onclick|javascript|data:|iframe|p\{\}|<|T/);
  });

  it("takes the name of the problem and the images", () => {
    const html = '<h1>The <em>thing</em> $n$</h1><p>a <img src="x.png" alt="y"></p><h1>Input</h1>';
    expect(htmlToMarkdown(html)).toEqual({
      markdown: "a ![y](x.png)\n\n## Input",
      title: "The thing $n$",
      images: ["x.png"],
      warnings: [],
    });
  });

  it("warns of math without its TeX and of drawings", () => {
    expect(htmlToMarkdown("<math><mi>x</mi></math><svg></svg>").warnings).toHaveLength(2);
  });

  it.each([
    ["deep nesting", "<div>".repeat(100_000)],
    ["wide cells", `<table>${'<tr><td colspan="1000000" rowspan="1000000">a</td></tr>'.repeat(100)}</table>`],
    ["unclosed math", "$a ".repeat(60_000)],
    ["unclosed tags", "<a<b".repeat(50_000)],
  ])(
    "takes no long time: %s",
    (_, html) => {
      const start = performance.now();
      try {
        htmlToMarkdown(html);
      } catch (error) {
        expect(error).toBeInstanceOf(UnreadableStatement);
      }
      expect(performance.now() - start).toBeLessThan(10_000);
    },
    30_000,
  );

  it("never throws", () => {
    const piece = fc.constantFrom(
      ...["<p>", "</p>", "<table>", "<tr>", "<td>", "<td colspan=3>", "<ul>", "<li>", "<sup>", "<b>", "</b>", "<math>"],
      ...["$", "$$", "\\(", "\\)", " ", "\n", "a", "<pre>", "<!--", "<img src=x>", "<h1>", "<script>", "&lt;", "<br>"],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
        expect(() => htmlToMarkdown(pieces.join(""))).not.toThrow();
      }),
      { numRuns: 200 },
    );
  });
});
