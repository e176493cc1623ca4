import { type Command, contentOf, sourceOf } from "./command.ts";

/** By signature: what only says how the page looks. */
const WITHOUT_TEXT: Readonly<Record<string, readonly string[]>> = {
  "": [
    ...["noindent", "indent", "centering", "raggedright", "raggedleft", "protect", "sloppy", "maketitle", "relax"],
    ...["hfill", "vfill", "null", "leavevmode", "begingroup", "endgroup", "newpage", "clearpage", "pagebreak"],
    ...["nobreak", "allowbreak", "medskip", "bigskip", "smallskip", "unskip", "ignorespaces", "boldmath"],
    ...["frenchspacing", "selectfont", "-", "/", "@", ")", "]", "nextsample", "remainingsamples"],
  ],
  m: ["pagestyle", "thispagestyle", "label", "phantom", "hphantom", "vphantom", "color", "stepcounter"],
  mm: ["setlength", "addtolength", "setcounter", "addtocounter", "fontsize"],
  mmm: ["definecolor"],
  sm: ["vspace", "hspace"],
  om: ["usepackage", "documentclass"],
  omm: ["rule"],
};

/** By signature, whose last argument is the text: what only says how it looks. */
const WITH_TEXT: Readonly<Record<string, readonly string[]>> = {
  m: ["mbox", "hbox", "fbox", "text", "centerline", "leftline", "rightline", "hl"],
  om: ["makecell", "thead", "shortstack"],
  oom: ["makebox", "framebox"],
  mm: ["textcolor", "colorbox", "foreignlanguage"],
  mom: ["scalebox"],
  omm: ["rotatebox"],
  mmm: ["resizebox", "fcolorbox"],
  moom: ["raisebox"],
  ooomm: ["parbox"],
};

export const LAYOUT: Readonly<Record<string, Command>> = {
  ...family(WITHOUT_TEXT, () => () => undefined),
  ...family(WITH_TEXT, (signature) => (writer, args) => writer.writeGroup(contentOf(args, signature.length - 1))),
  "\\": lineBreak("so"),
  newline: lineBreak(""),
  linebreak: lineBreak("o"),
  par: { signature: "", write: (writer) => writer.endParagraph() },
  ensuremath: {
    signature: "r",
    write: (writer, args) => writer.writeInline({ type: "inlineMath", value: sourceOf(args, 0) }),
  },
};

function family(names: Readonly<Record<string, readonly string[]>>, write: (signature: string) => Command["write"]) {
  const entries = Object.entries(names).flatMap(([signature, list]) =>
    list.map((name) => [name, { signature, write: write(signature) }] as const),
  );
  return Object.fromEntries(entries);
}

function lineBreak(signature: string): Command {
  return { signature, write: (writer) => writer.writeInline({ type: "break" }) };
}
