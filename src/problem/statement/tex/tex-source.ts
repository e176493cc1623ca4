import { matchBracket } from "./match-bracket.ts";

/** A text and how far it has been read. */
export class TexSource {
  readonly #text: string;
  readonly #warn: (message: string) => void;
  /** Searches that found nothing need not be made again from further on: that keeps reading linear. */
  readonly #absent = new Set<string>();
  readonly #unmatchedUntil = { "}": 0, "]": 0 };
  #paragraphEnd = -1;
  at = 0;

  constructor(text: string, warn: (message: string) => void) {
    this.#text = text;
    this.#warn = warn;
  }

  get isAtEnd(): boolean {
    return this.at >= this.#text.length;
  }

  get next(): string | undefined {
    return this.#text[this.at];
  }

  warn(message: string): void {
    this.#warn(message);
  }

  skip(characters: number): void {
    this.at += characters;
  }

  slice(start: number): string {
    return this.#text.slice(start, this.at);
  }

  peek(sticky: RegExp): RegExpExecArray | undefined {
    sticky.lastIndex = this.at;
    return sticky.exec(this.#text) ?? undefined;
  }

  /** What matches here (undefined where it would be nothing). */
  take(sticky: RegExp): string | undefined {
    const match = this.peek(sticky)?.[0];
    if (match === undefined || match === "") return undefined;
    this.at += match.length;
    return match;
  }

  /** A name in braces; empty where there is none. */
  takeName(): string {
    const braced = this.take(/\s{0,9}\{[^{}\n]*\}/y);
    return braced?.trim().slice(1, -1).trim() ?? "";
  }

  /** What stands before the next `end`, which is read too. */
  takeUntil(end: string): string | undefined {
    if (this.#absent.has(end)) return undefined;
    const found = this.#text.indexOf(end, this.at);
    if (found < 0) {
      this.#absent.add(end);
      return undefined;
    }
    const text = this.#text.slice(this.at, found);
    this.at = found + end.length;
    return text;
  }

  /** What stands in the brackets that open here. */
  takeBracketed(close: "}" | "]"): string | undefined {
    const start = this.peek(/[ \t]*(?:\n(?![ \t]*\n)[ \t]*)?/y)?.[0].length ?? 0;
    const open = this.at + start;
    if (this.#text[open] !== (close === "}" ? "{" : "[") || open < this.#unmatchedUntil[close]) return undefined;
    const end = matchBracket(this.#text, open, close);
    if (end < 0) {
      this.#unmatchedUntil[close] = this.#text.length;
      this.warn(`a ${this.#text[open]} is never closed`);
      return undefined;
    }
    this.at = end + 1;
    return this.#text.slice(open + 1, end);
  }

  /** Where the paragraph ends. */
  endOfParagraph(): number {
    if (this.at <= this.#paragraphEnd) return this.#paragraphEnd;
    const blankLine = /\n[ \t\r]*\n/g;
    blankLine.lastIndex = this.at;
    this.#paragraphEnd = blankLine.exec(this.#text)?.index ?? this.#text.length;
    return this.#paragraphEnd;
  }

  /** Reads up to `end`. */
  takeTo(end: number): string {
    const text = this.#text.slice(this.at, end);
    this.at = end;
    return text;
  }

  get text(): string {
    return this.#text;
  }
}
