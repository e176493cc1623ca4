import { type Command, contentOf, type Environment } from "./command.ts";
import { plainText } from "./flatten.ts";
import { writeHeading } from "./headings.ts";

const HEADING_OF: Readonly<Record<string, string>> = {
  InputFile: "Input",
  OutputFile: "Output",
  Interaction: "Interaction",
  Scoring: "Scoring",
  Note: "Note",
  Notes: "Note",
  Explanation: "Note",
  Explanations: "Note",
};

/** Polygon's style of statements. */
export const OLYMP_HEADINGS: Readonly<Record<string, Command>> = {
  ...Object.fromEntries(
    Object.entries(HEADING_OF).map(([name, text]) => [
      name,
      { signature: "", write: (writer) => writeHeading(writer, 2, text) },
    ]),
  ),
  ...Object.fromEntries(["Example", "Examples"].map((name) => [name, { signature: "", write: () => undefined }])),
};

/** Samples are a part of the problem, not of its statement. */
export const OLYMP_ENVIRONMENTS: Readonly<Record<string, Environment>> = {
  ...Object.fromEntries(
    ["example", "examplewide", "examplethree"].map((name) => [name, { signature: "", write: () => undefined }]),
  ),
  problem: {
    signature: "mrrrr",
    write: (writer, { args, content }) => {
      const title = plainText(writer.phrasingOf(contentOf(args, 0)));
      if (title !== "") writer.manuscript.title = title;
      writer.write(content);
      writer.endParagraph();
    },
  },
};
