import type { Program } from "../domain/program.ts";
import { ancestorsOf, CppSource } from "../mutation/cpp-source.ts";
import type { Prose } from "./prose.ts";

const LOOPS = ["ForStatement", "ForRangeLoop", "WhileStatement", "DoStatement"];
const LOGARITHMIC = /\b(sort|sorted|set|multiset|map|priority_queue|heapq|lower_bound|upper_bound|bisect)\b/;
const BY_DEPTH = ["O(1)", "O(n)", "O(n^2)", "O(n^3)"];

/** What a model would say that a program uses, and how long it takes: a guess from its words and its loops. */
export function describeProgram(
  { language, source }: Program,
  { tools, plainTool }: Prose,
): { readonly tools: string; readonly complexity: string } {
  const used = Object.entries(tools).filter(([word]) => new RegExp(`\\b${word}\\b`).test(source));
  const names = [...new Set(used.map(([, name]) => name))].slice(0, 2);
  const depth = language.startsWith("cpp") || language === "c17" ? loopDepth(source) : indentedLoopDepth(source);
  const plain = BY_DEPTH[Math.min(depth, BY_DEPTH.length - 1)] ?? "O(1)";
  const complexity = depth === 1 && LOGARITHMIC.test(source) ? "O(n log n)" : plain;
  return { tools: names.length === 0 ? plainTool : names.join(" and "), complexity };
}

function loopDepth(source: string): number {
  const loops = new CppSource(source).nodes(...LOOPS);
  const depths = loops.map((loop) => 1 + [...ancestorsOf(loop)].filter(({ name }) => LOOPS.includes(name)).length);
  return Math.max(0, ...depths);
}

function indentedLoopDepth(source: string): number {
  const open: number[] = [];
  let deepest = 0;
  for (const line of source.split("\n").filter((text) => text.trim() !== "")) {
    const indent = line.length - line.trimStart().length;
    while ((open.at(-1) ?? -1) >= indent) open.pop();
    if (/^\s*(for|while)\b/.test(line)) open.push(indent);
    deepest = Math.max(deepest, open.length);
  }
  return deepest;
}
