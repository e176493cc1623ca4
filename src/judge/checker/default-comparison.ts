import type { Comparison } from "../../domain/comparison.ts";
import type { CheckResult } from "../../domain/judgement.ts";
import { ByteReader, type ByteSource, type InMemoryBytes, isSpace, LONGEST_NUMBER_BYTES } from "./byte-reader.ts";
import { parseDecimal } from "./decimal.ts";

const SHOWN_BYTES = 40;

/**
 * The default output validator of the ICPC package format: token by token, where a token of the answer that is
 * a number may be missed by the tolerances. At once where both are in memory; makes nothing per token but for numbers.
 */
export function compareByDefault(output: InMemoryBytes, answer: InMemoryBytes, comparison: Comparison): CheckResult;
export function compareByDefault(
  output: ByteSource,
  answer: ByteSource,
  comparison: Comparison,
): CheckResult | Promise<CheckResult>;
export function compareByDefault(
  output: ByteSource,
  answer: ByteSource,
  comparison: Comparison,
): CheckResult | Promise<CheckResult> {
  const got = new ByteReader(output);
  const want = new ByteReader(answer);
  const comparing = compareTokens(got, want, comparison);
  const step = comparing.next();
  return step.done ? step.value : feedAll(comparing, step, [got, want]);
}

/** What is compared, as far as the chunks go; it yields the reader that needs the next one. */
type Comparing = Generator<ByteReader, CheckResult, void>;

async function feedAll(
  comparing: Comparing,
  first: IteratorYieldResult<ByteReader>,
  readers: readonly ByteReader[],
): Promise<CheckResult> {
  try {
    let step: IteratorResult<ByteReader, CheckResult> = first;
    while (!step.done) {
      await step.value.feed();
      step = comparing.next();
    }
    return step.value;
  } finally {
    for (const reader of readers) await reader.close();
  }
}

function* compareTokens(got: ByteReader, want: ByteReader, comparison: Comparison): Comparing {
  const { caseSensitive, spaceSensitive } = comparison;
  for (let number = 1; ; number++) {
    const sameSpace = !spaceSensitive || (yield* passSameSpace(got, want));
    while (!got.skipSpace()) yield got;
    while (!want.skipSpace()) yield want;
    if (!sameSpace) return wrong(`white space before token ${number} (line ${want.line}) differs`);
    if (got.isAtEnd() && want.isAtEnd()) return { verdict: "AC", score: 1, message: "" };
    got.startToken();
    want.startToken();
    for (let dry = matchToken(got, want, caseSensitive); dry; dry = matchToken(got, want, caseSensitive)) yield dry;
    if (isAtBreak(got) && isAtBreak(want)) continue;
    const sameBytes = got.tokenBytes();
    const difference = yield* readDifference(got, want);
    if (isTolerated(difference, comparison)) continue;
    return wrong(describeDifference(difference, { number, line: want.line, sameBytes }));
  }
}

/** Whether the white space before the next token is the same; passes no more than what is. */
function* passSameSpace(got: ByteReader, want: ByteReader): Generator<ByteReader, boolean, void> {
  for (let dry = matchSpace(got, want); dry; dry = matchSpace(got, want)) yield dry;
  return !got.isAtSpace() && !want.isAtSpace();
}

/**
 * Moves both over the bytes that agree, to the end of the token or to a difference. Gives the reader that needs the next
 * chunk, if any does.
 */
function matchToken(got: ByteReader, want: ByteReader, caseSensitive: boolean): ByteReader | undefined {
  for (;;) {
    const { bytes: a, at: from } = got;
    const { bytes: b } = want;
    const end = Math.min(a.length, from + b.length - want.at);
    const shift = want.at - from;
    let at = from;
    for (; at < end; at++) {
      const x = a[at];
      const y = b[at + shift];
      if (isSpace(x) || (x !== y && (caseSensitive || lower(x) !== lower(y)))) break;
    }
    got.at = at;
    want.at = at + shift;
    if (at < end) return undefined;
    if (!got.isReady()) return got;
    if (!want.isReady()) return want;
    if (got.isAtEnd() || want.isAtEnd()) return undefined;
  }
}

/** The same for white space. */
function matchSpace(got: ByteReader, want: ByteReader): ByteReader | undefined {
  for (;;) {
    while (isSpace(want.bytes[want.at]) && got.bytes[got.at] === want.bytes[want.at]) {
      if (want.bytes[want.at] === 10) want.line++;
      got.at++;
      want.at++;
    }
    if (!got.isReady()) return got;
    if (!want.isReady()) return want;
    if (!want.isAtSpace() || got.bytes[got.at] !== want.bytes[want.at]) return undefined;
  }
}

function isAtBreak(reader: ByteReader): boolean {
  return reader.isAtEnd() || reader.isAtSpace();
}

function lower(byte: number | undefined): number | undefined {
  return byte !== undefined && byte >= 65 && byte <= 90 ? byte + 32 : byte;
}

/** Two tokens that are not the same; without bytes where the text had ended. */
interface Difference {
  readonly got: Token;
  readonly want: Token;
}

interface Token {
  /** Of a very long token the beginning. */
  readonly bytes: Uint8Array;
  readonly length: number;
}

function* readDifference(got: ByteReader, want: ByteReader): Generator<ByteReader, Difference, void> {
  while (!got.skipToken()) yield got;
  while (!want.skipToken()) yield want;
  return { got: tokenOf(got), want: tokenOf(want) };
}

function tokenOf(reader: ByteReader): Token {
  return { bytes: reader.token(), length: reader.tokenBytes() };
}

function isTolerated({ got, want }: Difference, { absoluteTolerance, relativeTolerance }: Comparison): boolean {
  if (absoluteTolerance === undefined && relativeTolerance === undefined) return false;
  const expected = numberOf(want);
  const actual = expected === undefined ? undefined : numberOf(got);
  if (expected === undefined || actual === undefined) return false;
  const difference = Math.abs(actual - expected);
  if (difference === Number.POSITIVE_INFINITY) return false; // as ε|a| might be, too
  return difference <= (absoluteTolerance ?? 0) || difference <= (relativeTolerance ?? 0) * Math.abs(expected);
}

function numberOf({ bytes, length }: Token): number | undefined {
  if (length > LONGEST_NUMBER_BYTES) return undefined;
  return parseDecimal(Buffer.from(bytes.buffer, bytes.byteOffset, length).toString("latin1"));
}

interface Place {
  readonly number: number;
  readonly line: number;
  /** How far the tokens agree. */
  readonly sameBytes: number;
}

function describeDifference({ got, want }: Difference, { number, line, sameBytes }: Place): string {
  if (want.length === 0) return `the output goes on after the answer's last token: ${shown(got)}`;
  if (got.length === 0)
    return `the output ends before token ${number} (line ${line} of the answer), expected ${shown(want)}`;
  const from = sameBytes < SHOWN_BYTES ? "" : `, from byte ${sameBytes + 1} on`;
  return `expected ${shown(want)}, got ${shown(got)} (token ${number}, line ${line} of the answer${from})`;
}

function wrong(message: string): CheckResult {
  return { verdict: "WA", score: 0, message };
}

/** A token as a message may show it: short, one line, nothing that a terminal would obey. */
function shown({ bytes, length }: Token): string {
  const text = Buffer.from(bytes.subarray(0, SHOWN_BYTES)).toString("latin1");
  const printable = text.replace(/[^\x20-\x7e]/g, "?");
  return `"${printable}${length > SHOWN_BYTES ? "…" : ""}"`;
}
