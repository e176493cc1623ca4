import { type Command, contentOf } from "./command.ts";
import { PLAIN, type Style } from "./style.ts";

const BOLD = { strong: true };
const ITALIC = { emphasis: true };
const CODE = { code: true };
const UPRIGHT = { emphasis: false };

/** Command with the text as its argument, declaration for the rest of the group, what it does. */
const FACES: readonly (readonly [command: string, declaration: string | undefined, change: Partial<Style>])[] = [
  ["textbf", "bfseries", BOLD],
  ["textit", "itshape", ITALIC],
  ["textsl", "slshape", ITALIC],
  ["emph", "em", ITALIC],
  ["underline", undefined, ITALIC],
  ["uline", undefined, ITALIC],
  ["texttt", "ttfamily", CODE],
  ["sout", undefined, { delete: true }],
  ["st", undefined, { delete: true }],
  ["textnormal", "normalfont", PLAIN],
  ["textup", "upshape", UPRIGHT],
  ["textmd", "mdseries", { strong: false }],
  ["textrm", "rmfamily", { code: false }],
  ["textsf", "sffamily", { code: false }],
  ["textsc", "scshape", {}],
];

/** Polygon gives these the text in braces, as many authors do; without them they are declarations. */
const SHORT: Readonly<Record<string, Partial<Style>>> = {
  ...{ bf: BOLD, it: ITALIC, sl: ITALIC, tt: CODE, rm: PLAIN, sf: PLAIN, sc: {} },
};

const SIZES = ["tiny", "scriptsize", "footnotesize", "small", "normalsize", "large", "Large", "LARGE", "huge", "Huge"];

export const FONTS: Readonly<Record<string, Command>> = {
  ...Object.fromEntries(FACES.map(([name, , change]) => [name, ofArgument(change)])),
  ...Object.fromEntries(FACES.flatMap(([, name, change]) => (name === undefined ? [] : [[name, declaration(change)]]))),
  ...Object.fromEntries(Object.entries(SHORT).map(([name, change]) => [name, ofGroupOrRest(change)])),
  ...Object.fromEntries(SIZES.map((name) => [name, declaration({})])),
  t: ofArgument(CODE),
  textsuperscript: script("^"),
  textsubscript: script("_"),
};

function ofArgument(change: Partial<Style>): Command {
  return {
    signature: "m",
    write: (writer, args) => writer.writeGroup(contentOf(args, 0), { ...writer.style, ...change }),
  };
}

function declaration(change: Partial<Style>): Command {
  return {
    signature: "",
    write: (writer) => {
      writer.style = { ...writer.style, ...change };
    },
  };
}

function ofGroupOrRest(change: Partial<Style>): Command {
  return {
    signature: "g",
    write: (writer, args) => (args.length > 0 ? ofArgument(change) : declaration(change)).write(writer, args),
  };
}

function script(sign: string): Command {
  return {
    signature: "m",
    write: (writer, args) => {
      writer.writeText(sign);
      writer.writeGroup(contentOf(args, 0));
    },
  };
}
