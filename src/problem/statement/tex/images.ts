import type { Image, RootContent } from "mdast";
import { visit } from "../print-markdown.ts";
import { type Command, contentOf, type Environment, sourceOf } from "./command.ts";
import { plainText } from "./flatten.ts";
import { PLAIN } from "./style.ts";
import type { TexNode } from "./tex-node.ts";

export const IMAGES: Readonly<Record<string, Command>> = {
  includegraphics: {
    signature: "soor",
    write: (writer, args) => {
      const url = sourceOf(args, 3);
      if (url !== "") writer.writeInline(image(url, ""));
    },
  },
  illustration: {
    signature: "mrm",
    write: (writer, args) => {
      const caption = plainText(writer.phrasingOf(contentOf(args, 2), PLAIN));
      const url = sourceOf(args, 1);
      if (url !== "") writer.writeBlock({ type: "paragraph", children: [image(url, caption)] });
      else writer.writeText(caption);
    },
  },
  caption: {
    signature: "som",
    write: (writer, args) => {
      writer.endParagraph();
      writer.writeGroup(contentOf(args, 2), { ...PLAIN, emphasis: true });
      writer.endParagraph();
    },
  },
};

export const FIGURES: Readonly<Record<string, Environment>> = {
  figure: figure("o"),
  "figure*": figure("o"),
  subfigure: figure("om"),
  wrapfigure: figure("omom"),
  floatingfigure: figure("om"),
};

/** The caption of a figure with one image is the image's. */
function figure(signature: string): Environment {
  return {
    signature,
    write: (writer, { content }) => {
      const captions = content.filter(isCaption);
      const blocks = writer.blocksOf(content.filter((node) => !isCaption(node)));
      const images = imagesOf(blocks);
      const [only] = images;
      if (only !== undefined && images.length === 1 && only.alt === "") {
        only.alt = captions.map((caption) => plainText(writer.phrasingOf(contentOf(caption.args, 2), PLAIN))).join(" ");
        captions.length = 0;
      }
      for (const block of blocks) writer.writeBlock(block);
      writer.write(captions);
    },
  };
}

function isCaption(node: TexNode): node is Extract<TexNode, { kind: "command" }> {
  return node.kind === "command" && node.name === "caption";
}

function imagesOf(blocks: readonly RootContent[]): Image[] {
  const images: Image[] = [];
  for (const block of blocks) {
    visit(block, (node) => {
      if (node.type === "image") images.push(node);
    });
  }
  return images;
}

function image(url: string, alt: string): Image {
  return { type: "image", url: url.replace(/^\{(.*)\}$/, "$1").replace(/^"(.*)"$/, "$1"), alt };
}
