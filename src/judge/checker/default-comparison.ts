import type { CheckResult } from "../../domain/judgement.ts";
import type { Comparison } from "../../domain/problem.ts";

const SHOWN_BYTES = 40;

/**
 * The default output validator of the ICPC package format: token by token, where a token of the answer that is
 * a number may be missed by the tolerances. Works on the bytes; makes nothing per token but for numbers.
 */
export function compareByDefault(output: Uint8Array, answer: Uint8Array, comparison: Comparison): CheckResult {
  const got = new TokenReader(output);
  const want = new TokenReader(answer);
  for (let number = 1; ; number++) {
    const hasGot = got.next();
    const hasWant = want.next();
    if (comparison.spaceSensitive && !sameBytes(got.space(), want.space(), true)) {
      return wrong(`white space before token ${number} (line ${want.line}) differs`);
    }
    if (!hasWant && !hasGot) return { verdict: "AC", score: 1, message: "" };
    if (!hasWant) return wrong(`the output goes on after the answer's last token: ${shown(got.token())}`);
    if (!hasGot)
      return wrong(
        `the output ends before token ${number} (line ${want.line} of the answer), expected ${shown(want.token())}`,
      );
    if (!tokensAgree(got.token(), want.token(), comparison)) {
      return wrong(
        `expected ${shown(want.token())}, got ${shown(got.token())} (token ${number}, line ${want.line} of the answer)`,
      );
    }
  }
}

function tokensAgree(got: Uint8Array, want: Uint8Array, comparison: Comparison): boolean {
  if (sameBytes(got, want, comparison.caseSensitive)) return true;
  const { absoluteTolerance, relativeTolerance } = comparison;
  if (absoluteTolerance === undefined && relativeTolerance === undefined) return false;
  const expected = numberOf(want);
  const actual = numberOf(got);
  if (expected === undefined || actual === undefined) return false;
  const difference = Math.abs(actual - expected);
  return difference <= (absoluteTolerance ?? 0) || difference <= (relativeTolerance ?? 0) * Math.abs(expected);
}

/** A finite decimal number; hexadecimal, NaN and infinity are words, not numbers. */
function numberOf(token: Uint8Array): number | undefined {
  const text = Buffer.from(token.buffer, token.byteOffset, token.byteLength).toString("latin1");
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)) return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

function sameBytes(a: Uint8Array, b: Uint8Array, caseSensitive: boolean): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    const x = a[i];
    const y = b[i];
    if (x !== y && (caseSensitive || lower(x) !== lower(y))) return false;
  }
  return true;
}

function lower(byte: number | undefined): number | undefined {
  return byte !== undefined && byte >= 65 && byte <= 90 ? byte + 32 : byte;
}

function wrong(message: string): CheckResult {
  return { verdict: "WA", score: 0, message };
}

/** A token as a message may show it: short, one line, nothing that a terminal would obey. */
function shown(token: Uint8Array): string {
  const text = Buffer.from(token.buffer, token.byteOffset, Math.min(token.byteLength, SHOWN_BYTES)).toString("latin1");
  const printable = text.replace(/[^\x20-\x7e]/g, "?");
  return `"${printable}${token.byteLength > SHOWN_BYTES ? "…" : ""}"`;
}

/** Walks over the tokens of a text, white space being what C's isspace() takes for it. */
class TokenReader {
  readonly #bytes: Uint8Array;
  #spaceStart = 0;
  #start = 0;
  #end = 0;
  line = 1;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  next(): boolean {
    const bytes = this.#bytes;
    let at = this.#end;
    this.#spaceStart = at;
    while (at < bytes.length && isSpace(bytes[at])) {
      if (bytes[at] === 10) this.line++;
      at++;
    }
    this.#start = at;
    while (at < bytes.length && !isSpace(bytes[at])) at++;
    this.#end = at;
    return this.#end > this.#start;
  }

  token(): Uint8Array {
    return this.#bytes.subarray(this.#start, this.#end);
  }

  /** The white space before the token. */
  space(): Uint8Array {
    return this.#bytes.subarray(this.#spaceStart, this.#start);
  }
}

function isSpace(byte: number | undefined): boolean {
  return byte !== undefined && (byte === 32 || (byte >= 9 && byte <= 13));
}
