import type { Emphasis, Image, Nodes, Root, Strong } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { type InlineMath, mathToMarkdown } from "mdast-util-math";
import { type Handle, toMarkdown } from "mdast-util-to-markdown";
import { tidyLines } from "./markdown-lines.ts";

/** Tables with longer cells are not padded to equal width. */
const MAX_ALIGNED_CELL_LENGTH = 60;

export interface PrintedMarkdown {
  readonly markdown: string;
  readonly images: readonly string[];
}

export function printMarkdown(root: Root): PrintedMarkdown {
  const images = new Set<string>();
  let longestCell = 0;
  visit(root, (node) => {
    if (node.type === "image") images.add(node.url);
    if (node.type !== "tableCell") return;
    visit(node, (inner) => {
      if (inner.type === "inlineMath") hidePipes(inner);
      if ("value" in inner) longestCell = Math.max(longestCell, inner.value.length);
    });
  });
  const markdown = toMarkdown(root, {
    extensions: [gfmToMarkdown({ tablePipeAlign: longestCell <= MAX_ALIGNED_CELL_LENGTH }), mathToMarkdown()],
    bullet: "-",
    rule: "-",
    emphasis: "*",
    listItemIndent: "one",
    handlers: { emphasis: markHandler("*"), strong: markHandler("**"), image: printImage, inlineMath: printMath },
  });
  return { markdown: tidyLines(markdown), images: [...images] };
}

/** Without the character references that would be needed where a mark meets a word: people and models read past it. */
function markHandler(sign: string): Handle {
  return (node: Emphasis | Strong, _, state, info) => {
    const tracker = state.createTracker(info);
    const open = tracker.move(sign);
    const content = tracker.move(state.containerPhrasing(node, { ...tracker.current(), before: open, after: sign }));
    return content === "" ? "" : open + content + tracker.move(sign);
  };
}

/** A caption keeps its math as it is. */
const printImage: Handle = ({ alt, url }: Image) => {
  const destination = /^[^\s()<>]+$/.test(url) ? url : `<${url.replace(/[<>\n]/g, encodeURIComponent)}>`;
  return `![${(alt ?? "").replace(/[[\]]/g, "\\$&").replace(/\s+/g, " ")}](${destination})`;
};

/** With one dollar, even around others: those stand in text within the math. */
const printMath: Handle = ({ value }: InlineMath) => `$${value}$`;

export function visit(node: Nodes, enter: (node: Nodes) => void): void {
  enter(node);
  if ("children" in node) for (const child of node.children) visit(child, enter);
}

/** A pipe would end the cell, in math too. */
function hidePipes(math: InlineMath): void {
  math.value = math.value.replace(/\\\|/g, "\\Vert ").replace(/\|/g, "\\vert ").trim();
}
