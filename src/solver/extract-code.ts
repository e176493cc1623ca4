import { type Language, languageOfFence } from "../domain/language.ts";

/** The program in an answer, or why there is none to be judged. */
export type Extracted =
  | { readonly kind: "program"; readonly language: Language; readonly source: string }
  | { readonly kind: "unusable"; readonly reason: string };

interface Fence {
  readonly info: string;
  readonly lines: string[];
  isClosed: boolean;
}

/**
 * Takes the last closed block of a language that we judge: models sketch first and end with the whole program.
 * A block without a language counts as the language that was asked for.
 */
export function extractCode(answer: string, asked: Language): Extracted {
  const fences = fencesOf(answer);
  if (fences.length === 0) return { kind: "unusable", reason: answer.trim() === "" ? "empty answer" : "no code block" };
  const last = fences.at(-1);
  if (last && !last.isClosed) return { kind: "unusable", reason: "cut off inside the code block" };
  for (const fence of fences.reverse()) {
    const language = fence.info.trim() === "" ? asked : languageOfFence(fence.info, asked);
    const source = `${fence.lines.join("\n")}\n`;
    if (language && source.trim() !== "") return { kind: "program", language, source };
  }
  return { kind: "unusable", reason: "no code block in a language that is judged" };
}

/** CommonMark's fenced code blocks: a fence is closed by one at least as long of the same character. */
function fencesOf(answer: string): Fence[] {
  const fences: Fence[] = [];
  let open: { readonly fence: Fence; readonly marker: string } | undefined;
  for (const line of answer.split(/\r?\n/)) {
    const match = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
    const marker = match?.[1] ?? "";
    const info = match?.[2] ?? "";
    if (open) {
      if (marker.startsWith(open.marker) && info.trim() === "") {
        open.fence.isClosed = true;
        open = undefined;
      } else open.fence.lines.push(line);
    } else if (match && !(marker.startsWith("`") && info.includes("`"))) {
      const fence: Fence = { info, lines: [], isClosed: false };
      fences.push(fence);
      open = { fence, marker };
    }
  }
  return fences;
}
