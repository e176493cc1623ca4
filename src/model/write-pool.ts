import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import { UsageError } from "../domain/errors.ts";
import type { Origin } from "../domain/mutant.ts";
import type { Answer } from "./language-model.ts";

export interface PoolAnswer {
  readonly answer: Answer;
  /** Undefined where no program of the answer has one. */
  readonly origin: Origin | undefined;
}

/** Writes a candidate pool that `readPool` reads, in place of the answers that the folder held; other files stay. */
export async function writePool(folder: string, answers: readonly PoolAnswer[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const width = Math.max(3, String(answers.length).length);
  const texts = new Map(
    answers.map((answer, index) => [`${String(index + 1).padStart(width, "0")}.md`, textOf(answer)]),
  );
  const stale = (await readdir(folder)).filter((name) => name.endsWith(".md") && !texts.has(name));
  await Promise.all([
    ...stale.map((name) => rm(join(folder, name))),
    ...[...texts].map(([name, text]) => writeFile(join(folder, name), text)),
  ]);
}

/** A folder that holds something else than a pool is somebody's: it is left alone. */
export async function refuseOtherFolder(folder: string, others: readonly string[]): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw new UsageError(`${folder} cannot be written as a candidate pool: ${error.message}`, { cause: error });
  });
  const foreign = names.find((name) => !name.endsWith(".md") && !others.includes(name));
  if (foreign !== undefined)
    throw new UsageError(`${folder} holds ${foreign}, which no candidate pool has: name another folder`);
}

function textOf({ answer, origin }: PoolAnswer): string {
  const { usage, finishReason, wallMs, text } = answer;
  const head = {
    ...usage,
    ...(finishReason === "stop" ? {} : { finishReason }),
    wallMs,
    ...(origin ? { origin } : {}),
  };
  return `---\n${stringify(head, { lineWidth: 0 })}---\n${text}`;
}
