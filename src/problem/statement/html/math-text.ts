/** Math in a text, from `start` to before `end` with its delimiters. */
export interface MathSpan {
  readonly tex: string;
  readonly isDisplay: boolean;
  readonly start: number;
  readonly end: number;
}

const DELIMITERS = [
  { open: "$$$$$$", close: "$$$$$$", isDisplay: true },
  { open: "$$$", close: "$$$", isDisplay: false },
  { open: "$$", close: "$$", isDisplay: true },
  { open: "\\[", close: "\\]", isDisplay: true },
  { open: "\\(", close: "\\)", isDisplay: false },
  { open: "$", close: "$", isDisplay: false },
] as const;

/** Math as MathJax and KaTeX find it; two sums of money are none. */
export function findMath(text: string): MathSpan[] {
  const spans: MathSpan[] = [];
  /** What is not there any more need not be searched for again. */
  const absent = new Set<string>();
  for (let at = nextSign(text, 0); at >= 0; at = nextSign(text, at)) {
    const delimiter = DELIMITERS.find(({ open }) => text.startsWith(open, at));
    if (delimiter === undefined) {
      at += 2;
      continue;
    }
    const { open, close, isDisplay } = delimiter;
    const from = at + open.length;
    const to = absent.has(close) ? -1 : text.indexOf(close, from);
    if (to < 0) absent.add(close);
    if (to >= 0 && isMath(text, from, to, open)) {
      spans.push({ tex: text.slice(from, to).trim(), isDisplay, start: at, end: to + close.length });
      at = to + close.length;
    } else at = from;
  }
  return spans;
}

function nextSign(text: string, from: number): number {
  const sign = /[$\\]/g;
  sign.lastIndex = from;
  return sign.exec(text)?.index ?? -1;
}

function isMath(text: string, start: number, end: number, open: string): boolean {
  if (end === start) return false;
  if (open !== "$") return true;
  const isTight = /\S/.test(text[start] ?? "") && /\S/.test(text[end - 1] ?? "");
  return isTight && !/\d/.test(text[end + 1] ?? "");
}
