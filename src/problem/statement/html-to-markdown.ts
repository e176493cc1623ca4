import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import { type Handle, toMdast } from "hast-util-to-mdast";
import type { Heading, PhrasingContent, Root } from "mdast";
import { MATH_TAG, prepareHtml, textOf } from "./html/prepare-html.ts";
import { printMarkdown, visit } from "./print-markdown.ts";
import { type StatementText, UnreadableStatement } from "./statement-text.ts";
import { plainText } from "./tex/flatten.ts";

const MAX_HTML_CHARACTERS = 4_000_000;

/** Nothing of a page is run or fetched: it is only read. */
export function htmlToMarkdown(html: string): StatementText {
  if (html.length > MAX_HTML_CHARACTERS) throw new UnreadableStatement("HTML: expected at most 4 million characters");
  const root = readHtml(html);
  const title = takeTitle(root);
  return { ...printMarkdown(root), title, warnings: warningsOf(html) };
}

function readHtml(html: string): Root {
  try {
    const mdast = toMdast(prepareHtml(fromHtml(html, { fragment: !/<(?:html|body|head)[\s>]/i.test(html) })), {
      handlers: { [MATH_TAG]: mathHandler },
    });
    return mdast.type === "root" ? mdast : { type: "root", children: [] };
  } catch (error) {
    if (error instanceof RangeError) throw new UnreadableStatement("HTML: elements are nested too deeply");
    throw error;
  }
}

const mathHandler: Handle = (_, element: Element) => {
  const tex = textOf(element).trim();
  if (element.properties["isDisplay"] === true) return { type: "math", value: tex };
  return { type: "inlineMath", value: tex.replace(/\s+/g, " ") };
};

function warningsOf(html: string): string[] {
  const warnings: string[] = [];
  if (/<(?:math|mjx-container)[\s>]/i.test(html) && !/application\/x-tex|math\/tex/i.test(html)) {
    warnings.push("math is there only as rendered, without its TeX: exponents and fractions may be lost");
  }
  if (/<svg[\s>]/i.test(html)) warnings.push("a drawing that is part of the page (svg) is left out");
  return warnings;
}

/** A heading of the first level is the name of the problem; those below it then move up to the second. */
function takeTitle(root: Root): string | undefined {
  const headings: Heading[] = [];
  visit(root, (node) => {
    if (node.type === "heading") headings.push(node);
  });
  const [first] = headings;
  if (first?.depth !== 1 || !root.children.includes(first)) return undefined;
  root.children.splice(root.children.indexOf(first), 1);
  for (const heading of headings) if (heading.depth === 1) heading.depth = 2;
  return plainText(first.children as PhrasingContent[]) || undefined;
}
