import { type Command, contentOf, sourceOf } from "./command.ts";
import { isFlow } from "./lists.ts";
import { PLAIN } from "./style.ts";
import type { TexWriter } from "./tex-writer.ts";

/** Links, footnotes, and other files. */
export const REFERENCES: Readonly<Record<string, Command>> = {
  url: {
    signature: "r",
    write: (writer, args) => {
      const url = unescapeUrl(sourceOf(args, 0));
      if (url !== "") writer.writeInline({ type: "link", url, children: [{ type: "text", value: url }] });
    },
  },
  href: {
    signature: "orm",
    write: (writer, args) => {
      const url = unescapeUrl(sourceOf(args, 1));
      const children = writer.phrasingOf(contentOf(args, 2)).filter((node) => node.type !== "link");
      if (url === "") writer.writeGroup(contentOf(args, 2));
      else writer.writeInline({ type: "link", url, children });
    },
  },
  footnote: {
    signature: "om",
    write: (writer, args) => {
      const { footnotes } = writer.manuscript;
      const identifier = String(footnotes.length + 1);
      const definition = { type: "footnoteDefinition" as const, identifier, label: identifier };
      footnotes.push({ ...definition, children: [] });
      const children = writer.blocksOf(contentOf(args, 1)).filter(isFlow);
      footnotes[Number(identifier) - 1] = { ...definition, children };
      writer.writeInline({ type: "footnoteReference", identifier, label: identifier });
    },
  },
  epigraph: {
    signature: "mm",
    write: (writer, args) => {
      const children = writer.blocksOf(contentOf(args, 0)).filter(isFlow);
      const source = writer.phrasingOf(contentOf(args, 1), PLAIN);
      const dash = { type: "text", value: /^\s*[-—–]/.test(sourceOf(args, 1)) ? "" : "— " } as const;
      if (source.length > 0) children.push({ type: "paragraph", children: [dash, ...source] });
      writer.writeBlock({ type: "blockquote", children });
    },
  },
  constant: { signature: "r", write: (writer, args) => writer.writeText(sourceOf(args, 0)) },
  input: { signature: "r", write: (writer, args) => warnOfFile(writer, "input", sourceOf(args, 0)) },
  include: { signature: "r", write: (writer, args) => warnOfFile(writer, "include", sourceOf(args, 0)) },
};

function warnOfFile(writer: TexWriter, command: string, file: string): void {
  writer.manuscript.warn(`\\${command}{${file}}: text of other files is not put in`);
}

function unescapeUrl(url: string): string {
  return url.replace(/\\([%#&_~{}$^])/g, "$1").replace(/\s+/g, "");
}
