import { describe, expect, it } from "vitest";
import { texToMarkdown } from "../../../../src/problem/statement/tex-to-markdown.ts";

function markdownOf(tex: string): string {
  return texToMarkdown(tex).markdown;
}

describe("text", () => {
  it.each([
    [
      "fonts as commands",
      "\\textbf{b} \\textit{i} \\emph{e} \\underline{u} \\sout{s} \\textsc{c}",
      "**b** *i* *e* *u* ~~s~~ c",
    ],
    ["fonts as declarations", "{\\bf b {\\it bi} b} {\\tt t} \\small x", "**b *bi* b** `t` x"],
    ["a font in itself once", "\\textbf{a \\textbf{b} c}", "**a b c**"],
    ["typewriter text as code", "\\texttt{a\\_b --x}, \\t{it's}", "`a_b --x`, `it's`"],
    ["spaces outside of the marks", "a\\textbf{ b }c", "a **b** c"],
    ["a mark beside a word without character references", "\\textbf{Note:}text", "**Note:**text"],
    ["sizes dropped", "{\\tiny a} {\\LARGE b} \\normalsize c", "a b c"],
    ["quotes", "``a'' `b' <<c>>", "“a” ‘b’ «c»"],
    ["dashes", "1--2 --- 3-4", "1–2 — 3-4"],
    ["no-break spaces and ellipses", "a~b \\ldots\\ c\\textellipsis", "a b … c…"],
    ["escaped signs", "50\\% \\& \\# x\\_y \\{z\\}", "50% & # x_y {z}"],
    ["signs of Markdown escaped", "a * b* [x](y) # \\$5", "a \\* b\\* \\[x]\\(y) # \\$5"],
    ["accents", 'Caf\\\'e \\"{o} \\c{c} \\aa ngstr\\"om \\v{s} na\\"{\\i}ve', "Café ö ç ångström š naïve"],
    ["line breaks", "a\\\\ b\\newline c", "a\\\nb\\\nc"],
    ["single spaces and one blank line between paragraphs", "a \n b\n\n\n  c \\par d", "a b\n\nc\n\nd"],
    ["comments removed", "a % b $ {\nc%\n d\n% e\n\nf", "a cd\n\nf"],
    ["inline code as it is", "\\verb|a_b %\\c| \\lstinline{x}", "`a_b %\\c` `x`"],
    [
      "links",
      "\\url{http://a.b/c_d%20e} \\href{https://x.y/\\#z}{a \\textbf{b}}",
      "<http://a.b/c_d%20e> [a **b**](https://x.y/#z)",
    ],
    ["exponents outside of math", "10\\textsuperscript{9}", "10^9"],
    ["boxes and colours", "\\mbox{a} \\textcolor{red}{b} \\fbox{c} \\hspace*{2cm}\\vspace{1em}\\noindent d", "a b c d"],
  ])("gives %s", (_, tex, markdown) => {
    expect(markdownOf(tex)).toBe(markdown);
  });

  it("puts footnotes at the end", () => {
    expect(markdownOf("a\\footnote{n $x$} b\\footnote{m}\n\nc")).toBe("a[^1] b[^2]\n\nc\n\n[^1]: n $x$\n\n[^2]: m");
  });
});

describe("math", () => {
  it.each([
    ["in line as it is", "$a_1 \\le b$ \\(c*d\\) \\begin{math}e\\end{math}", "$a_1 \\le b$ $c*d$ $e$"],
    ["with text in it", "$x \\text{ if $y$}$ z", "$x \\text{ if $y$}$ z"],
    ["without comments", "$a % $ b\n + c \\% d$", "$a + c \\% d$"],
    ["displayed", "a $$b$$ c \\[d\\]", "a\n\n$$\nb\n$$\n\nc\n\n$$\nd\n$$"],
    ["an equation without its frame", "\\begin{equation*}a\\label{x}\\end{equation*}", "$$\na\n$$"],
    [
      "aligned",
      "\\begin{align*}\na &= b \\\\\nc &= d\n\\end{align*}",
      "$$\n\\begin{align*}\na &= b \\\\\nc &= d\n\\end{align*}\n$$",
    ],
    ["in Polygon's dollars", "$$$a$$$ and $$$$$$b$$$$$$", "$a$ and\n\n$$\nb\n$$"],
  ])("is kept %s", (_, tex, markdown) => {
    expect(texToMarkdown(tex)).toMatchObject({ markdown, warnings: [] });
  });

  it("that is never closed ends with the paragraph and is warned of", () => {
    expect(texToMarkdown("a $b\n\nc $d$")).toMatchObject({
      markdown: "a \\$b\n\nc $d$",
      warnings: ["$ is never closed"],
    });
  });
});

describe("blocks", () => {
  it.each([
    [
      "lists in lists",
      "\\begin{itemize}\n\\item a\n\\begin{enumerate}[label=(a)]\\item b\\item c\\end{enumerate}\n\\item[D] e\\end{itemize}",
      "- a\n  1. b\n  2. c\n- **D** e",
    ],
    ["quotes", "\\begin{quote}a\n\nb\\end{quote}", "> a\n>\n> b"],
    ["epigraphs", "\\epigraph{a}{b}", "> a\n>\n> — b"],
    ["centred text and columns", "\\begin{center}a\\end{center}\\begin{minipage}[t]{3cm}b\\end{minipage}", "a\n\nb"],
    [
      "listings with their language",
      "\\begin{lstlisting}[language=C++]\nint a; // $ % \\x\n\n\n\\end{lstlisting}",
      "```c++\nint a; // $ % \\x\n```",
    ],
    ["listings as they are", "\\begin{verbatim}\n a  {\n\n\n b\n\\end{verbatim}", "```\n a  {\n\n\n b\n```"],
    [
      "headings",
      "\\section{A $x$}\\section*{B}\\subsection{C}\\paragraph{D} e",
      "## A $x$\n\n## B\n\n### C\n\n**D** e",
    ],
    [
      "sections as environments",
      "\\begin{Input}a\\end{Input}\\begin{Output}b\\end{Output}\\begin{Interaction}c\\end{Interaction}",
      "## Input\n\na\n\n## Output\n\nb\n\n## Interaction\n\nc",
    ],
    [
      "a document without its preamble",
      "\\documentclass[a4]{article}\\usepackage{x}\n\\begin{document}a\\end{document}",
      "a",
    ],
  ])("gives %s", (_, tex, markdown) => {
    expect(texToMarkdown(tex)).toMatchObject({ markdown, warnings: [] });
  });

  it("takes the name of the problem out of the text, with its math", () => {
    expect(texToMarkdown("\\problemname{The $n$-th \\emph{thing}}\na")).toMatchObject({
      title: "The $n$-th thing",
      markdown: "a",
    });
    expect(texToMarkdown("\\problemname{}a").title).toBeUndefined();
  });

  it("leaves samples to the problem", () => {
    expect(markdownOf("a\n\n\\nextsample b \\remainingsamples\n\n\\begin{example}\\exmp{1}{2}\\end{example}")).toBe(
      "a\n\nb",
    );
  });
});

describe("tables", () => {
  it("keep alignment, lines of text and signs", () => {
    const tex =
      "\\begin{tabular}{|l|*{2}{r|}c@{x}|}\\hline\nA & $|b|$ & C\\_ & d | e \\\\ \\hline\n1 & 2 & 3 & \\& \\\\\n\\hline\\end{tabular}";
    expect(markdownOf(tex)).toBe(
      "| A | $\\vert b\\vert$ | C\\_ | d \\| e |\n| - | -------------: | --: | :----: |\n| 1 |              2 |   3 |    &   |",
    );
  });

  it("give a cell over several columns or rows once", () => {
    const tex =
      "\\begin{tabular}{lll}\\multicolumn{2}{c}{a} & b \\\\ \\multirow{2}{*}{c} & d & e \\\\ \\cline{2-3} & f & g\\end{tabular}";
    expect(markdownOf(tex)).toBe("| a |   | b |\n| - | - | - |\n| c | d | e |\n|   | f | g |");
  });

  it("that would be too large become paragraphs", () => {
    const markdown = markdownOf(`\\begin{tabular}{l}a ${"& b ".repeat(5000)}${"\\\\ c".repeat(5000)}\\end{tabular}`);
    expect(markdown).not.toContain("|");
    expect(markdown.length).toBeLessThan(50_000);
  });
});

describe("images", () => {
  it("are named in the text and listed once", () => {
    const tex =
      "\\illustration{0.4}{a.png}{Cap \\emph{with} $x_1$}\\includegraphics[width=3cm]{b c.jpg}\\includegraphics{a.png}\\def \\htmlPixelsInCm {45}";
    expect(texToMarkdown(tex)).toEqual({
      markdown: "![Cap with $x_1$](a.png)\n\n![](<b c.jpg>)![](a.png)",
      title: undefined,
      images: ["a.png", "b c.jpg"],
      warnings: [],
    });
  });

  it("in figures have the figure's caption", () => {
    const image = "\\centering\\includegraphics{a.png}\\caption{C}\\label{x}";
    expect(markdownOf(`\\begin{figure}[h]${image}\\end{figure}`)).toBe("![C](a.png)");
    expect(markdownOf(`\\begin{wrapfigure}{r}{3cm}${image}\\end{wrapfigure}`)).toBe("![C](a.png)");
    expect(markdownOf(`\\begin{figure}\\includegraphics{b.png}${image}\\end{figure}`)).toBe(
      "![](b.png)![](a.png)\n\n*C*",
    );
  });
});

describe("definitions", () => {
  it("of constants are put in, in math too", () => {
    const constants = new Map([
      ["n", "5"],
      ["n.tex", "5 \\cdot 10^6"],
      ["a_b.value", "x"],
    ]);
    const text = texToMarkdown("$i \\le \\constant{n.tex}$, \\constant{n}, \\constant{n.value}, {{a_b}}", {
      constants,
    });
    expect(text).toMatchObject({ markdown: "$i \\le 5 \\cdot 10^6$, 5, 5, x", warnings: [] });
  });

  it("that are missing are warned of", () => {
    expect(texToMarkdown("\\constant{no}").warnings).toEqual(["\\constant{no}: no such constant"]);
  });

  it("of commands are put in", () => {
    const tex =
      "\\newcommand{\\maxn}{$10^5$}\\newcommand\\pair[2]{(#1, #2)}\\def\\x{\\maxn}\\newcommand{\\opt}[2][d]{#1#2}";
    expect(markdownOf(`${tex}Up to \\maxn, \\x. $\\pair{a}{b}$ \\opt{e} \\opt[f]{g}`)).toBe(
      "Up to $10^5$, $10^5$. $(a, b)$ de fg",
    );
  });

  it("without end are cut", () => {
    const bomb = `\\def\\a{x\\a\\a}\\a ${"\\def\\b{\\a\\a\\a\\a}\\b".repeat(5)}`;
    expect(texToMarkdown(bomb).warnings).toContain("the definitions of commands expand without end");
  });
});
