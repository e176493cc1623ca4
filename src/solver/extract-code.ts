import { type Language, languageOfFence } from "../domain/language.ts";
import type { Answer } from "../model/language-model.ts";

/** The program in an answer, or why there is none to be judged. */
export type Extracted =
  | { readonly kind: "program"; readonly language: Language; readonly source: string }
  | { readonly kind: "unusable"; readonly reason: string };

interface Fence {
  readonly info: string;
  readonly marker: string;
  readonly indent: number;
  readonly lines: string[];
  isClosed: boolean;
}

interface Block {
  readonly language: Language;
  readonly source: string;
  /** 2: in the language that was asked for; 1: in another one; 0: in none that is named. */
  readonly rank: number;
}

/**
 * Takes the program that an answer ends with: models sketch first, and show a sample run or a changed line afterwards.
 * What is left open at the end is whole only where the model says that it was done.
 */
export function extractCode(answer: string, asked: Language, finishReason: Answer["finishReason"]): Extracted {
  const fences = fencesOf(answer, asked);
  const last = fences.at(-1);
  if (!last) return unusable(answer.trim() === "" ? "empty answer" : "no code block", finishReason);
  if (!last.isClosed && finishReason !== "stop") return unusable("cut off inside the code block", finishReason);
  const program = programOf(fences.flatMap((fence) => blockOf(fence, asked) ?? []));
  return program ?? unusable("no code block in a language that is judged", finishReason);
}

function unusable(reason: string, finishReason: Answer["finishReason"]): Extracted {
  return { kind: "unusable", reason: `${reason}${ENDINGS[finishReason]}` };
}

const ENDINGS = { stop: "", length: " at the token limit", refused: " in a refusal", unknown: "" } as const;

/** An entry point, in languages that have one; what has none beside one that does is a part of it. */
const MAIN = /\bmain\s*\(/;

function programOf(blocks: readonly Block[]): Extracted | undefined {
  const best = Math.max(...blocks.map(({ rank }) => rank));
  const ranked = blocks.filter(({ rank }) => rank === best);
  const found = ranked.findLast(({ source }) => MAIN.test(source)) ?? ranked.at(-1);
  return found && { kind: "program", language: found.language, source: found.source };
}

function blockOf({ info, lines }: Fence, asked: Language): Block | undefined {
  const isNamed = info.trim() !== "";
  const language = isNamed ? languageOfFence(info, asked) : asked;
  const source = `${lines.join("\n")}\n`;
  if (!language || source.trim() === "") return undefined;
  return { language, source, rank: !isNamed ? 0 : language === asked ? 2 : 1 };
}

/**
 * CommonMark's fenced code blocks, in lists, too: a fence is closed by one at least as long of the same character. Beyond it, one
 * that names a language begins a block even inside another: that was never closed, or has an answer in it.
 */
function fencesOf(answer: string, asked: Language): Fence[] {
  const fences: Fence[] = [];
  const open: Fence[] = [];
  for (const line of answer.split(/\r?\n/)) {
    const inner = open.at(-1);
    const fence = fenceIn(line);
    if (fence && inner && closes(fence, inner)) {
      inner.isClosed = true;
      open.pop();
    } else if (fence && (!inner || interrupts(fence, inner, asked))) {
      if (inner && isJudged(inner, asked)) open.pop();
      fences.push(fence);
      open.push(fence);
    } else inner?.lines.push(outdented(line, inner.indent));
  }
  return fences;
}

function fenceIn(line: string): Fence | undefined {
  const [, indent = "", marker = "", info = ""] = /^([ \t]*)(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
  if (marker === "" || (marker.startsWith("`") && info.includes("`"))) return undefined;
  return { info, marker, indent: indent.length, lines: [], isClosed: false };
}

function closes({ info, marker, indent }: Fence, open: Fence): boolean {
  return info.trim() === "" && marker.startsWith(open.marker) && indent <= open.indent + 3;
}

function interrupts(fence: Fence, open: Fence, asked: Language): boolean {
  const isShorter = !fence.marker.startsWith(open.marker);
  return isJudged(fence, asked) && !(isShorter && isJudged(open, asked));
}

function isJudged({ info }: Fence, asked: Language): boolean {
  return languageOfFence(info, asked) !== undefined;
}

function outdented(line: string, columns: number): string {
  const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  return line.slice(Math.min(indent, columns));
}
