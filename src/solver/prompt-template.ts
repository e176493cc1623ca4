import { readFile } from "node:fs/promises";

export type TemplateName =
  | "candidate"
  | "subtask"
  | "repair"
  | "round"
  | "generator"
  | "validator"
  | "brute-force"
  | "judge"
  | "rating";

/**
 * The text of `prompts/<name>.md` with `{{key}}` filled in: a key that is missing, or not asked for, is a bug. Where
 * nothing is to be said for a key that has a paragraph of its own, the paragraph goes.
 */
export async function fillTemplate(name: TemplateName, values: Readonly<Record<string, string>>): Promise<string> {
  const text = await readFile(new URL(`./prompts/${name}.md`, import.meta.url), "utf8");
  const asked = new Set([...text.matchAll(/\{\{([\w-]+)\}\}/g)].map((match) => match[1] ?? ""));
  const given = Object.keys(values);
  if (given.length !== asked.size || given.some((key) => !asked.has(key)))
    throw new Error(`prompts/${name}.md has ${[...asked].join(", ")}; given are ${given.join(", ")}`);
  return text
    .replace(/^\{\{([\w-]+)\}\}\n\n/gm, (paragraph, key: string) => (values[key] === "" ? "" : paragraph))
    .replace(/\{\{([\w-]+)\}\}/g, (_, key: string) => values[key] ?? "")
    .trim();
}
