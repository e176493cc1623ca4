import { type Command, contentOf } from "./command.ts";
import { plainText } from "./flatten.ts";

const COMBINING: Readonly<Record<string, string>> = {
  ...{ "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", u: "\u0306", ".": "\u0307" },
  ...{ '"': "\u0308", r: "\u030a", H: "\u030b", v: "\u030c", d: "\u0323", c: "\u0327", k: "\u0328", b: "\u0331" },
};

export const ACCENTS: Readonly<Record<string, Command>> = Object.fromEntries(
  Object.entries(COMBINING).map(([name, mark]) => [name, accent(mark)]),
);

function accent(mark: string): Command {
  return {
    signature: "m",
    write: (writer, args) => {
      const [letter = "", ...rest] = plainText(writer.phrasingOf(contentOf(args, 0)));
      const base = letter === "ı" ? "i" : letter;
      writer.writeText(base === "" ? "" : `${base}${mark}`.normalize("NFC") + rest.join(""));
    },
  };
}
