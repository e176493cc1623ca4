import { type Command, contentOf, type Environment } from "./command.ts";
import { plainText } from "./flatten.ts";
import { PLAIN } from "./style.ts";
import type { TexNode } from "./tex-node.ts";
import type { TexWriter } from "./tex-writer.ts";

type Depth = 2 | 3 | 4;

export const HEADINGS: Readonly<Record<string, Command>> = {
  section: section(2),
  subsection: section(3),
  subsubsection: section(4),
  paragraph: runInHeading(),
  subparagraph: runInHeading(),
  problemname: title(),
  title: title(),
};

export const SECTIONS: Readonly<Record<string, Environment>> = Object.fromEntries(
  ["Input", "Output", "Interaction"].map((name) => [name, sectionEnvironment(name)]),
);

export function writeHeading(writer: TexWriter, depth: Depth, text: string): void {
  writer.writeBlock({ type: "heading", depth, children: [{ type: "text", value: text }] });
}

function section(depth: Depth): Command {
  return {
    signature: "som",
    write: (writer, args) => {
      const children = writer.phrasingOf(contentOf(args, 2), PLAIN);
      if (children.length > 0) writer.writeBlock({ type: "heading", depth, children });
    },
  };
}

function runInHeading(): Command {
  return {
    signature: "som",
    write: (writer, args) => {
      writer.endParagraph();
      writer.writeGroup(contentOf(args, 2), { ...PLAIN, strong: true });
      writer.writeText(" ");
    },
  };
}

function title(): Command {
  return {
    signature: "m",
    write: (writer, args) => {
      writer.endParagraph();
      const text = plainText(writer.phrasingOf(contentOf(args, 0), PLAIN));
      if (text !== "") writer.manuscript.title = text;
    },
  };
}

function sectionEnvironment(name: string): Environment {
  return {
    signature: "",
    write: (writer, { content }: { readonly content: readonly TexNode[] }) => {
      writeHeading(writer, 2, name);
      writer.write(content);
      writer.endParagraph();
    },
  };
}
