import type { BlockContent, DefinitionContent, ListItem, RootContent } from "mdast";
import type { Environment } from "./command.ts";
import type { TexNode } from "./tex-node.ts";
import type { TexWriter } from "./tex-writer.ts";

export const LISTS: Readonly<Record<string, Environment>> = {
  itemize: list("o", false),
  "itemize*": list("o", false),
  compactitem: list("o", false),
  enumerate: list("o", true),
  "enumerate*": list("o", true),
  compactenum: list("o", true),
  description: list("o", false),
};

function list(signature: string, ordered: boolean): Environment {
  return {
    signature,
    write: (writer, { content }) => {
      const { before, items } = splitItems(content);
      writer.write(before);
      const children = items.map((item) => writeItem(writer, item));
      if (children.length > 0) writer.writeBlock({ type: "list", ordered, spread: false, children });
    },
  };
}

interface Item {
  readonly label: readonly TexNode[];
  readonly content: TexNode[];
}

function splitItems(content: readonly TexNode[]): { before: TexNode[]; items: Item[] } {
  const before: TexNode[] = [];
  const items: Item[] = [];
  for (const node of content) {
    if (node.kind === "command" && node.name === "item")
      items.push({ label: node.args[0]?.content ?? [], content: [] });
    else (items.at(-1)?.content ?? before).push(node);
  }
  return { before, items };
}

function writeItem(writer: TexWriter, { label, content }: Item): ListItem {
  const labelled: TexNode[] = [{ kind: "command", name: "textbf", args: [{ source: "", content: label }] }];
  const space: TexNode = { kind: "text", text: " " };
  const blocks = writer.blocksOf(label.length > 0 ? [...labelled, space, ...content] : content);
  return { type: "listItem", spread: false, children: blocks.filter(isFlow) };
}

export function isFlow(block: RootContent): block is BlockContent | DefinitionContent {
  return ["paragraph", "heading", "list", "table", "code", "math", "blockquote", "thematicBreak"].includes(block.type);
}
