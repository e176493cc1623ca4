import type { PhrasingContent, RootContent } from "mdast";

/** The text of blocks where only a line may stand. */
export function flattenToPhrasing(blocks: readonly RootContent[]): PhrasingContent[] {
  return blocks.flatMap((block, index) => {
    const phrasing = flattenBlock(block);
    return index === 0 ? phrasing : [{ type: "text", value: " " } as const, ...phrasing];
  });
}

function flattenBlock(block: RootContent): PhrasingContent[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return block.children.map((child) => (child.type === "break" ? { type: "text", value: " " } : child));
    case "math":
      return [{ type: "inlineMath", value: block.value.replace(/\s+/g, " ") }];
    case "code":
      return [{ type: "inlineCode", value: block.value.replace(/\s+/g, " ") }];
    default:
      return "children" in block ? flattenToPhrasing(block.children) : [];
  }
}

/** For titles and captions, which cannot hold Markdown; math keeps its dollars. */
export function plainText(phrasing: readonly PhrasingContent[]): string {
  return phrasing
    .map((node) => {
      if ("children" in node) return plainText(node.children);
      if (node.type === "inlineMath") return `$${node.value}$`;
      return "value" in node ? node.value : " ";
    })
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}
