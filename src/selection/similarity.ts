import { remembered } from "./remembered.ts";
import type { CandidateView } from "./strategy.ts";

/** A program by runs of its tokens: MinHash values, so that comparing two costs the same for all. */
export type Sketch = Uint32Array;

export interface Code {
  readonly sketch: Sketch;
  readonly tokenCount: number;
  readonly length: number;
}

const SHINGLE = 4;
const HASHES = 32;

/** About the share of token runs that two programs have in common (Jaccard). */
export function similarity(a: Sketch, b: Sketch): number {
  let equal = 0;
  for (let index = 0; index < HASHES; index++) if (a[index] === b[index]) equal++;
  return equal / HASHES;
}

export const codeOf = remembered((candidate: CandidateView): Code => {
  const source = candidate.source();
  const tokens = tokensIn(source);
  return { sketch: sketchOf(tokens.map(hashOf)), tokenCount: tokens.length, length: source.length };
});

function sketchOf(tokens: readonly number[]): Sketch {
  const sketch = new Uint32Array(HASHES).fill(0xffff_ffff);
  for (let start = 0; start + SHINGLE <= Math.max(SHINGLE, tokens.length); start++) {
    let run = 0;
    for (let index = start; index < start + SHINGLE; index++) run = mixed(Math.imul(run, 31) + (tokens[index] ?? 0));
    for (let index = 0; index < HASHES; index++)
      sketch[index] = Math.min(sketch[index] ?? 0, mixed(run ^ Math.imul(index + 1, 0x9e3779b9)));
  }
  return sketch;
}

/** Without comments; all numbers are alike. */
function tokensIn(source: string): string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, " ");
  return (code.match(/[A-Za-z_]\w*|\d[\w.]*|"[^"\n]*"|[^\s\w]/g) ?? []).map((token) =>
    /^\d/.test(token) ? "0" : token,
  );
}

function hashOf(token: string): number {
  let hash = 0;
  for (let index = 0; index < token.length; index++) hash = mixed(hash ^ token.charCodeAt(index));
  return hash;
}

function mixed(word: number): number {
  let hash = word ^ (word >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
