import { type Language, languageOfFile } from "../../../domain/language.ts";

/** The format's codes of what is judged here; the first of several is taken for a submission that has this code. */
const LANGUAGES_OF_CODE: ReadonlyMap<string, readonly Language[]> = new Map([
  ["c", ["c17"]],
  ["cpp", ["cpp20", "cpp17", "cpp23"]],
  ["go", ["go"]],
  ["java", ["java"]],
  ["javascript", ["javascript"]],
  ["kotlin", ["kotlin"]],
  ["python3", ["python3", "pypy3"]],
  ["rust", ["rust"]],
  ["typescript", ["typescript"]],
] satisfies [string, Language[]][]);

/** Endings of programs in languages that are not judged here. */
const OTHER_LANGUAGES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{
      adb: "Ada",
      ads: "Ada",
      a68: "Algol 68",
      apl: "APL",
      sh: "Bash",
      cob: "COBOL",
      cr: "Crystal",
      cs: "C#",
      d: "D",
    },
    ...{
      dart: "Dart",
      ex: "Elixir",
      erl: "Erlang",
      fth: "Forth",
      f90: "Fortran",
      fs: "F#",
      ss: "Gerbil",
      hs: "Haskell",
    },
    ...{
      jl: "Julia",
      lisp: "Common Lisp",
      cl: "Common Lisp",
      lua: "Lua",
      mod: "Modula-2",
      nim: "Nim",
      m: "Objective-C",
    },
    ...{
      ml: "OCaml",
      odin: "Odin",
      pas: "Pascal",
      pm: "Perl",
      php: "PHP",
      pl: "Prolog",
      py2: "Python 2",
      rkt: "Racket",
    },
    ...{
      rb: "Ruby",
      scala: "Scala",
      sim: "Simula",
      st: "Smalltalk",
      sno: "SNOBOL",
      swift: "Swift",
      vb: "Visual Basic",
    },
    zig: "Zig",
  }),
);

/** Whether the code stands for anything at all is not ours to say: there are more languages than are judged here. */
export function languagesOfCode(code: string): readonly Language[] {
  return LANGUAGES_OF_CODE.get(code) ?? [];
}

/** By the endings of the format, which differ from the usual in a few. */
export function languageOfSource(path: string): Language | undefined {
  if (path.endsWith(".C")) return "cpp20";
  if (path.endsWith(".py3")) return "python3";
  return languageOfFile(path);
}

/** The name of a language that is not judged here. */
export function otherLanguageOf(path: string): string | undefined {
  return OTHER_LANGUAGES.get(path.slice(path.lastIndexOf(".") + 1).toLowerCase());
}
