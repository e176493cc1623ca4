import type { Heading, Nodes, Parents, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { type Constants, NO_CONSTANTS, replaceConstants } from "./constants.ts";
import { findMath } from "./html/math-text.ts";
import { htmlToMarkdown } from "./html-to-markdown.ts";
import { splitAtBlankLines, tidyLines } from "./markdown-lines.ts";
import { visit } from "./print-markdown.ts";
import { type StatementText, UnreadableStatement } from "./statement-text.ts";
import { plainText } from "./tex/flatten.ts";

/** The parser's time grows with the square of the length: it gets the text in parts. */
const MIN_PART_CHARACTERS = 2_000;
const MAX_PART_CHARACTERS = 100_000;
/** An image, the target of one, a heading of the first level: other parts need no second look. */
const NOTEWORTHY = /!\[|\]:|^[ >]*#|^[ >]*=/m;
const IMAGE_FILE = /\.(?:png|jpe?g|svg|gif)$/i;
const DEEP_NESTING = /^(?:[ \t]{0,9}(?:[>*+-]|\d{1,9}[.)])[ \t]?){50}|^[ \t]{400}/m;
const SINGLE_TAG = /^<\/?[a-z][^<>]*>$/i;
const SAMPLE_MARK = /\{\{(?:nextsample|remainingsamples)\}\}/g;

/** The author's Markdown stays as it is, but for constants, marks where samples go, and HTML. */
export function markdownStatement(
  source: string,
  { constants = NO_CONSTANTS }: { constants?: Constants } = {},
): StatementText {
  const warnings = new Set<string>();
  const markdown = replaceConstants(source.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n"), constants, (message) =>
    warnings.add(message),
  );
  const parts = splitAtBlankLines(markdown.replace(SAMPLE_MARK, ""), MIN_PART_CHARACTERS)
    .flatMap((part) => (isTooLong(part) ? splitAtBlankLines(part, 0) : [part]))
    .map(replaceHtml);
  if (parts.some(isTooLong)) warnings.add("a part without a blank line is too long to look for HTML and images in it");
  const roots = parts.filter((part) => NOTEWORTHY.test(part) && !isTooLong(part)).map(parse);
  const [first = ""] = parts;
  const title = NOTEWORTHY.test(first) && !isTooLong(first) ? titleHeading(roots) : undefined;
  const text = parts.join("");
  const { start, end } = title === undefined ? { start: 0, end: 0 } : rangeOf(title);
  return {
    markdown: tidyLines(text.slice(0, start) + text.slice(end)),
    title: (title && plainText(title.children)) || undefined,
    images: imagesOf(roots),
    warnings: [...warnings],
  };
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

function replaceHtml(markdown: string): string {
  if (!markdown.includes("<") || isTooLong(markdown)) return markdown;
  const edits: Edit[] = [];
  visit(parse(markdown), (node) => {
    if (!("children" in node)) return;
    const math = node.type === "root" ? [] : mathRanges(node, markdown);
    for (const child of node.children) {
      const range = rangeOf(child);
      if (child.type !== "html" || math.some(({ start, end }) => range.start < end && range.end > start)) continue;
      edits.push({ ...range, replacement: withoutTags(child.value) });
    }
  });
  return applyEdits(markdown, edits);
}

/** A tag in the middle of text comes alone; a block of HTML comes whole. */
function withoutTags(html: string): string {
  if (/^<su[bp]\b[^>]*>$/i.test(html)) return html.toLowerCase().startsWith("<sup") ? "^{" : "_{";
  if (/^<\/su[bp]\s*>$/i.test(html)) return "}";
  if (/^<!--/.test(html) || (SINGLE_TAG.test(html) && !/^<(?:img|br|input)\b/i.test(html))) return "";
  if (/^<br\b[^>]*>$/i.test(html)) return "\\\n";
  return htmlToMarkdown(html).markdown;
}

/** `$i<n$ and $j>0$` holds no tag. */
function mathRanges(parent: Parents, markdown: string): { start: number; end: number }[] {
  if (!parent.children.some((child) => child.type === "html")) return [];
  const { start, end } = rangeOf(parent);
  return findMath(markdown.slice(start, end)).map((span) => ({ start: start + span.start, end: start + span.end }));
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, replacement } of [...edits].sort((a, b) => a.start - b.start)) {
    parts.push(text.slice(at, start), replacement);
    at = end;
  }
  return parts.join("") + text.slice(at);
}

/** The only heading of the first level, where the text begins with it, is the name of the problem. */
function titleHeading(roots: readonly Root[]): Heading | undefined {
  const children = roots.flatMap((root) => root.children);
  const [first] = children;
  const headings = children.filter((node) => node.type === "heading" && node.depth === 1);
  return first?.type === "heading" && headings.length === 1 && headings[0] === first ? first : undefined;
}

function imagesOf(roots: readonly Root[]): string[] {
  const images = new Set<string>();
  for (const root of roots) {
    visit(root, (node) => {
      if (node.type === "image" || (node.type === "definition" && IMAGE_FILE.test(node.url))) images.add(node.url);
    });
  }
  return [...images];
}

function parse(markdown: string): Root {
  if (DEEP_NESTING.test(markdown)) throw new UnreadableStatement("Markdown: blocks are nested too deeply");
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** A long listing, say: it stays as its author has it. */
function isTooLong(part: string): boolean {
  return part.length > MAX_PART_CHARACTERS;
}

function rangeOf(node: Nodes): { start: number; end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
