import type { Command } from "./command.ts";

const SIGNS: Readonly<Record<string, string>> = {
  ...{ "%": "%", _: "_", "&": "&", "#": "#", $: "$", "{": "{", "}": "}", " ": " ", "\n": " ", "\t": " ", "\r": " " },
  ...{
    ",": " ",
    ";": " ",
    ":": " ",
    ">": " ",
    "!": "",
    quad: " ",
    qquad: " ",
    enspace: " ",
    thinspace: " ",
    space: " ",
  },
  ...{ ldots: "…", dots: "…", textellipsis: "…", dotfill: "…", textbackslash: "\\", textasciitilde: "~" },
  ...{ textasciicircum: "^", textunderscore: "_", textless: "<", textgreater: ">", textbar: "|", textquotedbl: '"' },
  ...{ textquotesingle: "'", textquoteleft: "‘", textquoteright: "’", textquotedblleft: "“", textquotedblright: "”" },
  ...{ guillemotleft: "«", guillemotright: "»", textendash: "–", textemdash: "—", textdegree: "°", textbullet: "•" },
  ...{ textasciigrave: "`", lq: "‘", rq: "’", slash: "/", textdollar: "$", textbraceleft: "{", textbraceright: "}" },
  ...{ copyright: "©", texttrademark: "™", textregistered: "®", pounds: "£", euro: "€", texteuro: "€", S: "§", P: "¶" },
  ...{ dag: "†", ddag: "‡", aa: "å", AA: "Å", ae: "æ", AE: "Æ", o: "ø", O: "Ø", oe: "œ", OE: "Œ", ss: "ß", l: "ł" },
  ...{ L: "Ł", i: "ı", j: "ȷ", TeX: "TeX", LaTeX: "LaTeX", textmu: "µ", texttimes: "×", textpm: "±", No: "№" },
};

export const SYMBOLS: Readonly<Record<string, Command>> = Object.fromEntries(
  Object.entries(SIGNS).map(([name, sign]) => [name, { signature: "", write: (writer) => writer.writeText(sign) }]),
);
