import { remembered } from "./remembered.ts";
import type { CandidateView } from "./strategy.ts";

/**
 * A program by runs of its tokens: the least hash in each bin, so that comparing two costs the same for all (one
 * permutation hashing, Li, Owen and Zhang 2012).
 */
export type Sketch = Uint32Array;

export interface Code {
  readonly sketch: Sketch;
  readonly tokenCount: number;
  readonly length: number;
}

const SHINGLE = 4;
const BINS = 32;
const EMPTY = 0xffff_ffff;
const NUMBER = 1;

/** About the share of token runs that two programs have in common (Jaccard); bins that both leave empty say nothing. */
export function similarity(a: Sketch, b: Sketch): number {
  let equal = 0;
  let used = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const own = a[bin];
    if (own === EMPTY && b[bin] === EMPTY) continue;
    used++;
    if (own === b[bin]) equal++;
  }
  return used === 0 ? 1 : equal / used;
}

export const codeOf = remembered((candidate: CandidateView): Code => {
  const source = candidate.source();
  const tokens = tokensIn(source);
  return { sketch: sketchOf(tokens.map(hashOf)), tokenCount: tokens.length, length: source.length };
});

function sketchOf(tokens: readonly number[]): Sketch {
  const sketch = new Uint32Array(BINS).fill(EMPTY);
  for (let start = 0; start + SHINGLE <= Math.max(SHINGLE, tokens.length); start++) {
    let run = 0;
    for (let index = start; index < start + SHINGLE; index++) run = Math.imul(run, 31) + (tokens[index] ?? 0);
    run = mixed(run);
    const bin = run % BINS;
    sketch[bin] = Math.min(sketch[bin] ?? EMPTY, mixed(run ^ 0x9e3779b9));
  }
  return sketch;
}

/** Without comments. */
function tokensIn(source: string): string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, " ");
  return code.match(/[A-Za-z_]\w*|\d[\w.]*|"[^"\n]*"|[^\s\w]/g) ?? [];
}

/** All numbers are alike. */
function hashOf(token: string): number {
  if (token >= "0" && token < ":") return NUMBER;
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
