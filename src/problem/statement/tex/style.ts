import type { PhrasingContent } from "mdast";

/** Marks on text, one beside the other: nesting them twice says nothing. */
export interface Style {
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly delete: boolean;
  readonly code: boolean;
}

export const PLAIN: Style = { strong: false, emphasis: false, delete: false, code: false };

export type Run =
  | { readonly text: string; readonly style: Style }
  | { readonly node: PhrasingContent; readonly style: Style };

const MARKS = ["delete", "strong", "emphasis"] as const;

/** Phrasing with single spaces, none of them at the ends or just inside of a mark. */
export function phraseRuns(runs: readonly Run[]): PhrasingContent[] {
  return wrapMarks(settleSpaces(runs.flatMap(splitSpaces)), 0);
}

function splitSpaces(run: Run): Run[] {
  if (!("text" in run)) return [run];
  const pieces = run.text.split(/(\s+)/).filter((text) => text !== "");
  return pieces.map((text) => ({ text: text.trim() === "" ? " " : text, style: run.style }));
}

function settleSpaces(pieces: readonly Run[]): Run[] {
  const settled: Run[] = [];
  let space: Style | undefined;
  for (const piece of pieces) {
    const last = settled.at(-1);
    if (isSpace(piece)) space ??= piece.style;
    else {
      if (space !== undefined && last !== undefined && !isBreak(last) && !isBreak(piece)) {
        settled.push({ text: " ", style: sharedStyle([last.style, space, piece.style]) });
      }
      space = undefined;
      settled.push(piece);
    }
  }
  while (settled.length > 0 && isBreak(settled[settled.length - 1])) settled.pop();
  while (settled.length > 0 && isBreak(settled[0])) settled.shift();
  return settled;
}

function isSpace(run: Run): boolean {
  return "text" in run && run.text === " ";
}

function isBreak(run: Run | undefined): boolean {
  return run !== undefined && "node" in run && run.node.type === "break";
}

function sharedStyle(styles: readonly Style[]): Style {
  const all = (mark: keyof Style) => styles.every((style) => style[mark]);
  const marks = { strong: all("strong"), emphasis: all("emphasis"), delete: all("delete") };
  const isWithin = styles.every((style) => MARKS.every((mark) => style[mark] === marks[mark]));
  return { ...marks, code: isWithin && all("code") };
}

function wrapMarks(runs: readonly Run[], level: number): PhrasingContent[] {
  const mark = MARKS[level];
  if (mark === undefined) return mergeText(runs);
  return splitBy(runs, (run) => run.style[mark]).flatMap((part) => {
    const children = wrapMarks(part, level + 1);
    return part[0]?.style[mark] ? [{ type: mark, children }] : children;
  });
}

function mergeText(runs: readonly Run[]): PhrasingContent[] {
  return splitBy(runs, (run) => ("node" in run ? run : run.style.code)).flatMap((part): PhrasingContent[] => {
    const [first] = part;
    if (first === undefined || "node" in first) return first === undefined ? [] : [first.node];
    const value = part.map((run) => ("text" in run ? run.text : "")).join("");
    return [{ type: first.style.code ? "inlineCode" : "text", value }];
  });
}

/** Neighbours of the same kind stay together. */
function splitBy(runs: readonly Run[], kindOf: (run: Run) => unknown): Run[][] {
  const parts: Run[][] = [];
  let kind: unknown;
  for (const run of runs) {
    const last = parts.at(-1);
    if (last !== undefined && kindOf(run) === kind) last.push(run);
    else parts.push([run]);
    kind = kindOf(run);
  }
  return parts;
}
