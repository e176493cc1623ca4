import { matchBracket } from "./match-bracket.ts";

const TOKEN = /\\(?:[a-zA-Z]+|[\s\S]?)|%[^\n]*|[^\\%]+/g;
const DEFINING = /\\(?:newcommand|renewcommand|providecommand|def)(?![a-zA-Z])/;
const DEFINITION_HEAD =
  /\s*\*?\s*(?:\{\s*(\\[a-zA-Z]+)\s*\}|(\\[a-zA-Z]+))\s*(?:\[(\d)\]|((?:#\d)+))?\s*(?:\[([^\]{}]*)\]\s*)?(?=\{)/y;
const MAX_DEPTH = 20;
/** So that reading stays linear when a brace is never closed. */
const MAX_ARGUMENT_CHARACTERS = 5_000;
const MAX_GROWTH_CHARACTERS = 200_000;

interface Macro {
  readonly parameters: number;
  /** Of the first parameter, which is then an optional one. */
  readonly defaultArgument: string | undefined;
  readonly body: string;
}

/** Puts in what the text itself defines with `\newcommand` and `\def`, in math too. */
export function expandMacros(tex: string, warn: (message: string) => void): string {
  if (!DEFINING.test(tex)) return tex;
  const expansion = new Expansion(tex.length + MAX_GROWTH_CHARACTERS);
  const expanded = expansion.expand(tex, 0);
  if (expansion.isCut) warn("the definitions of commands expand without end");
  return expanded;
}

class Expansion {
  readonly #macros = new Map<string, Macro>();
  #left: number;
  isCut = false;

  constructor(maxCharacters: number) {
    this.#left = maxCharacters;
  }

  expand(tex: string, depth: number): string {
    const parts: string[] = [];
    const token = new RegExp(TOKEN);
    for (let match = token.exec(tex); match !== null; match = token.exec(tex)) {
      const [text] = match;
      const macro = this.#macros.get(text);
      if (DEFINING.test(text)) token.lastIndex = this.#define(tex, token.lastIndex);
      else if (macro === undefined) parts.push(this.#take(text));
      else {
        const { args, end } = readArguments(tex, token.lastIndex, macro);
        token.lastIndex = end;
        parts.push(this.#apply(macro, args, depth));
      }
    }
    return parts.join("");
  }

  #apply(macro: Macro, args: readonly string[], depth: number): string {
    this.isCut ||= depth >= MAX_DEPTH;
    if (this.isCut) return "";
    const body = macro.body.replace(/#(\d)/g, (_, index: string) => args[Number(index) - 1] ?? "");
    return this.expand(body, depth + 1);
  }

  #take(text: string): string {
    this.#left -= text.length + 1;
    this.isCut ||= this.#left < 0;
    return this.isCut ? "" : text;
  }

  /** Where reading goes on. */
  #define(tex: string, at: number): number {
    DEFINITION_HEAD.lastIndex = at;
    const head = DEFINITION_HEAD.exec(tex);
    if (head === null) return at;
    const open = DEFINITION_HEAD.lastIndex;
    const close = matchArgument(tex, open, "}");
    if (close < 0) return at;
    const [, braced, bare, count, marks, defaultArgument] = head;
    const parameters = count === undefined ? (marks?.length ?? 0) / 2 : Number(count);
    this.#macros.set(braced ?? bare ?? "", { parameters, defaultArgument, body: tex.slice(open + 1, close) });
    return close + 1;
  }
}

function readArguments(tex: string, start: number, macro: Macro): { args: string[]; end: number } {
  const args: string[] = [];
  let end = start;
  if (macro.defaultArgument !== undefined) {
    const close = tex[end] === "[" ? matchArgument(tex, end, "]") : -1;
    args.push(close < 0 ? macro.defaultArgument : tex.slice(end + 1, close));
    if (close >= 0) end = close + 1;
  }
  while (args.length < macro.parameters) {
    while (tex[end] === " ") end++;
    const close = tex[end] === "{" ? matchArgument(tex, end, "}") : -1;
    args.push(close < 0 ? (tex[end] ?? "") : tex.slice(end + 1, close));
    end = close < 0 ? end + 1 : close + 1;
  }
  return { args, end: Math.min(end, tex.length) };
}

function matchArgument(tex: string, open: number, close: "}" | "]"): number {
  return matchBracket(tex, open, close, Math.min(tex.length, open + MAX_ARGUMENT_CHARACTERS));
}
