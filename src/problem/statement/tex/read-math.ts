import type { TexNode } from "./tex-node.ts";
import type { TexSource } from "./tex-source.ts";

/** Math is kept as it is written, for those who know how to read or render it. */
export class MathReader {
  readonly #source: TexSource;
  /** Up to here braces are not balanced, so they say nothing about where math ends. */
  #unbalancedUntil = 0;

  constructor(source: TexSource) {
    this.#source = source;
  }

  /** Also Polygon's three dollars in line and six for display. */
  readDollars(): TexNode {
    const source = this.#source;
    const dollars = source.take(/\$\$\$\$\$\$|\$\$\$(?!\$)|\$\$|\$/y) ?? "";
    const tex = dollars === "$" ? this.#takeInline() : source.takeUntil(dollars);
    if (tex !== undefined) return mathNode(tex, dollars.length % 3 !== 1 && dollars !== "$$$");
    source.warn(`${dollars} is never closed`);
    return { kind: "text", text: dollars };
  }

  /** `\(…\)` and `\[…\]`. */
  readBackslash(): TexNode | undefined {
    const open = this.#source.peek(/\\[([]/y)?.[0];
    if (open === undefined) return undefined;
    this.#source.skip(2);
    const tex = this.#source.takeUntil(open === "\\(" ? "\\)" : "\\]");
    if (tex !== undefined) return mathNode(tex, open === "\\[");
    this.#source.warn(`${open} is never closed`);
    return { kind: "text", text: open.slice(1) };
  }

  /** The content of `\begin{name}`, if that is a math environment. */
  readEnvironment(name: string): TexNode | undefined {
    const frame = MATH_ENVIRONMENTS.get(name.replace(/\*$/, ""));
    if (frame === undefined) return undefined;
    const tex = this.#source.takeUntil(`\\end{${name}}`);
    if (tex === undefined) return undefined;
    return mathNode(frame === "kept" ? `\\begin{${name}}${tex}\\end{${name}}` : tex, frame !== "in line");
  }

  /** A dollar in braces belongs to text in the math; a paragraph ends math that was forgotten to be closed. */
  #takeInline(): string | undefined {
    const { text, at } = this.#source;
    const end = at < this.#unbalancedUntil ? this.#unbalancedUntil : this.#source.endOfParagraph();
    const close = at < this.#unbalancedUntil ? -1 : closingDollar(text, at, end, true);
    if (close < 0) this.#unbalancedUntil = end;
    const found = close < 0 ? closingDollar(text, at, end, false) : close;
    if (found < 0) return undefined;
    const tex = this.#source.takeTo(found);
    this.#source.skip(1);
    return tex;
  }
}

function closingDollar(text: string, start: number, end: number, honoursBraces: boolean): number {
  let depth = 0;
  for (let at = start; at < end; at++) {
    const character = text[at];
    if (character === "\\") at++;
    else if (character === "%") at = endOfLine(text, at);
    else if (character === "{") depth++;
    else if (character === "}") depth--;
    else if (character === "$" && (depth <= 0 || !honoursBraces)) return at;
  }
  return -1;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

function mathNode(tex: string, isDisplay: boolean): TexNode {
  const plain = tex
    .replace(/\\[\s\S]|%[^\n]*(?:\n[ \t]*)?/g, (token) => (token.startsWith("%") ? "" : token))
    .replace(/\\label\{[^{}]*\}/g, "");
  if (!isDisplay) return { kind: "math", tex: plain.replace(/\s+/g, " ").trim(), isDisplay };
  const lines = plain.split("\n").map((line) => line.trim());
  return { kind: "math", tex: lines.filter((line) => line !== "").join("\n"), isDisplay };
}

const MATH_ENVIRONMENTS: ReadonlyMap<string, "kept" | "dropped" | "in line"> = new Map([
  ["math", "in line"],
  ["displaymath", "dropped"],
  ["equation", "dropped"],
  ...["align", "alignat", "aligned", "array", "cases", "eqnarray", "flalign", "gather", "gathered", "multline"].map(
    (name) => [name, "kept"] as const,
  ),
]);
