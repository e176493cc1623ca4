import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { messageOf, UsageError } from "../domain/errors.ts";
import { PURPOSES, type Purpose } from "../domain/purpose.ts";
import type { Answer } from "./language-model.ts";
import type { Recording } from "./recorded-model.ts";
import { splitThoughts } from "./split-thoughts.ts";

const count = z.number().int().nonnegative();

/** For people and for the truth beside a pool: no part of the answer, so that nothing that chooses among them can see it. */
const origin = z.strictObject({
  submission: z.string(),
  expected: z.array(z.string()),
  changes: z.array(
    z.strictObject({ operator: z.string(), line: z.number().int().positive(), before: z.string(), after: z.string() }),
  ),
});

const frontMatter = z.strictObject({
  inputTokens: count.optional(),
  outputTokens: count.optional(),
  reasoningTokens: count.optional(),
  finishReason: z.enum(["stop", "length", "refused", "unknown"]).default("stop"),
  wallMs: z.number().nonnegative().default(0),
  origin: origin.optional(),
});

/** Where the answers for a purpose stand in a pool's folder. */
const FOLDERS = {
  candidate: "",
  generator: "generators",
  validator: "validators",
  "brute-force": "brute-force",
  repair: "repair",
  judge: "judge",
  rating: "rating",
} satisfies Record<Purpose, string>;

/** Where a pool keeps its answers for a purpose. */
export function poolFolder(folder: string, purpose: Purpose): string {
  return join(folder, FOLDERS[purpose]);
}

/**
 * A candidate pool on disk: a folder of Markdown files, each one answer as the model gave it, in the order of
 * their names; answers for other purposes in folders of their own. A file may begin with YAML between two `---` lines:
 * tokens, finish reason, time, and where the program comes from.
 */
export async function readPool(folder: string): Promise<Recording> {
  const candidate = await readAnswers(folder);
  if (candidate.length === 0)
    throw new UsageError(`the candidate pool ${folder} is empty: expected one .md file for each answer`);
  const others = await Promise.all(
    PURPOSES.filter((purpose) => purpose !== "candidate" && existsSync(poolFolder(folder, purpose))).map(
      async (purpose) => [purpose, await readAnswers(poolFolder(folder, purpose))] as const,
    ),
  );
  return { candidate, ...Object.fromEntries(others) };
}

async function readAnswers(folder: string): Promise<Answer[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    throw new UsageError(`${folder} cannot be read as a candidate pool: ${messageOf(error)}`, { cause: error });
  });
  return Promise.all(
    names
      .filter((name) => name.endsWith(".md"))
      .sort()
      .map(async (name) => parseAnswer(await readFile(join(folder, name), "utf8"), join(folder, name))),
  );
}

function parseAnswer(text: string, path: string): Answer {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(text);
  const head = frontMatter.safeParse(match ? parseYaml(match[1] ?? "", path) : {});
  if (!head.success)
    throw new UsageError(`${path}: the front matter is not understood: ${z.prettifyError(head.error)}`);
  const { inputTokens, outputTokens, reasoningTokens, finishReason, wallMs } = head.data;
  const body = match ? text.slice(match[0].length) : text;
  return {
    ...splitThoughts(body, undefined),
    finishReason,
    usage: { inputTokens, outputTokens, reasoningTokens },
    wallMs,
  };
}

function parseYaml(text: string, path: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new UsageError(`${path}: the front matter is not YAML: ${messageOf(error)}`, { cause: error });
  }
}
