import type { Program } from "../domain/program.ts";
import type { Random } from "../domain/random.ts";
import type { Answer } from "../model/language-model.ts";
import { describeProgram } from "./describe-program.ts";
import type { Prose, Shape } from "./prose.ts";

/** What a token takes, in characters, and how many of them a model says in a second: neither is the same for two models. */
const CHARACTERS_PER_TOKEN = 3.6;
const TOKENS_PER_SECOND = 60;

export interface Dressing {
  readonly prose: Prose;
  readonly problemName: string;
  /** Of what the model was asked. */
  readonly promptCharacters: number;
  readonly random: Random;
}

/** The answer that a model would have given with this program. */
export function dressAnswer(program: Program, shape: Shape, dressing: Dressing): Answer {
  const { random, promptCharacters } = dressing;
  const text = `${textOf(program, shape, dressing)}\n`;
  const inputTokens = tokens(promptCharacters);
  const reasoningTokens = Math.round(tokens(text.length) * (1 + 5 * random()));
  const outputTokens = tokens(text.length) + reasoningTokens;
  const wallMs = Math.round((outputTokens / TOKENS_PER_SECOND) * 1000 * (0.7 + 0.8 * random()));
  return {
    text,
    reasoning: undefined,
    finishReason: shape === "cut" ? "length" : "stop",
    usage: { inputTokens, outputTokens, reasoningTokens },
    wallMs,
  };
}

/** The program and nothing else; of an answer that nobody gave no tokens are known. */
export function plainAnswer(program: Program): Answer {
  const usage = { inputTokens: undefined, outputTokens: undefined, reasoningTokens: undefined };
  return { text: `${codeBlock(program)}\n`, reasoning: undefined, finishReason: "stop", usage, wallMs: 0 };
}

/** The program in a fenced code block; nothing in it closes the fence. */
function codeBlock({ language, source }: Program): string {
  const longest = Math.max(2, ...[...source.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${fenceName(language)}\n${source}${source.endsWith("\n") ? "" : "\n"}${fence}`;
}

function textOf(program: Program, shape: Shape, { prose, problemName, random }: Dressing): string {
  const facts = { problem: problemName, ...describeProgram(program, prose) };
  const say = (texts: readonly string[], count = 1): string[] =>
    drawn(texts, count, random).map((text) =>
      text.replace(/\{(problem|tools|complexity)\}/g, (_, name: keyof typeof facts) => facts[name]).trim(),
    );
  const thoughts = () => say(prose.thoughts, 1 + Math.floor(random() * 3));
  const maybe = (texts: readonly string[]) => (random() < 0.6 ? say(texts) : []);
  const block = codeBlock(program);
  switch (shape) {
    case "explained":
      return [
        ...say(prose.openings),
        ...thoughts(),
        ...maybe(prose.beforePrograms),
        block,
        ...maybe(prose.afterPrograms),
      ].join("\n\n");
    case "sketched": {
      const sketch = [
        ...say(prose.sketchIntroductions),
        codeBlock({ ...program, source: beginningOf(program.source) }),
      ];
      return [
        ...maybe(prose.openings),
        ...sketch,
        ...thoughts(),
        ...say(prose.afterSketches),
        block,
        ...maybe(prose.afterPrograms),
      ].join("\n\n");
    }
    case "terse":
      return [...(random() < 0.4 ? say(prose.beforePrograms) : []), block].join("\n\n");
    case "doubting":
      return [
        ...say(prose.openings),
        ...thoughts(),
        block,
        ...say(prose.doubts),
        ...say(prose.beforePrograms),
        block,
      ].join("\n\n");
    case "talking":
      return [...maybe(prose.openings), ...say(prose.withoutProgram)].join("\n\n");
    case "cut": {
      const before = [...say(prose.openings), ...thoughts(), ...say(prose.beforePrograms)].join("\n\n");
      const lines = block.split("\n");
      return `${before}\n\n${lines.slice(0, Math.max(2, Math.floor(lines.length * (0.3 + 0.5 * random())))).join("\n")}`;
    }
  }
}

/** A part that no one could take for the whole. */
function beginningOf(source: string): string {
  const lines = source.trimEnd().split("\n");
  return `${lines.slice(0, Math.max(1, Math.ceil(lines.length / 3))).join("\n")}\n...\n`;
}

function fenceName(language: Program["language"]): string {
  if (language.startsWith("cpp")) return "cpp";
  if (language === "python3") return "python";
  return language === "pypy3" ? "pypy" : language === "c17" ? "c" : language;
}

/** Different ones, in their order. */
function drawn(texts: readonly string[], count: number, random: Random): string[] {
  const left = texts.map((_, index) => index);
  const chosen: number[] = [];
  while (chosen.length < count && left.length > 0) chosen.push(...left.splice(Math.floor(random() * left.length), 1));
  return chosen.sort((a, b) => a - b).flatMap((index) => texts[index] ?? []);
}

function tokens(characters: number): number {
  return Math.ceil(characters / CHARACTERS_PER_TOKEN);
}
