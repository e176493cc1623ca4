import type { Environment } from "./command.ts";
import { isFlow } from "./lists.ts";

/** Frames of text. */
export const BLOCKS: Readonly<Record<string, Environment>> = {
  quote: quote(),
  quotation: quote(),
  verse: quote(),
  center: passage(""),
  flushleft: passage(""),
  flushright: passage(""),
  document: passage(""),
  samepage: passage(""),
  small: passage(""),
  footnotesize: passage(""),
  table: passage("o"),
  "table*": passage("o"),
  wraptable: passage("omom"),
  adjustbox: passage("m"),
  minipage: passage("ooom"),
  multicols: passage("m"),
};

function passage(signature: string): Environment {
  return {
    signature,
    write: (writer, { content }) => {
      writer.endParagraph();
      writer.write(content);
      writer.endParagraph();
    },
  };
}

function quote(): Environment {
  return {
    signature: "",
    write: (writer, { content }) => {
      const children = writer.blocksOf(content).filter(isFlow);
      if (children.length > 0) writer.writeBlock({ type: "blockquote", children });
    },
  };
}
