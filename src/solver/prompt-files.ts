import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { z } from "zod";
import { UsageError } from "../domain/errors.ts";
import { sha256Of } from "../domain/sha256.ts";

const FOLDER = new URL("./prompts/", import.meta.url);

/** Techniques that a prompt may point to. */
export function readHints(): readonly string[] {
  return readLines("hints.yaml");
}

/** Ways to ask; the first is the plain one. */
export function readVariations(): readonly [string, ...string[]] {
  const [first, ...others] = readLines("variations.yaml");
  if (first === undefined) throw new UsageError("variations.yaml: expected one line at least");
  return [first, ...others];
}

/** Over all files that prompts are made of, their names included. */
export function promptsHash(): string {
  const names = readdirSync(FOLDER).sort();
  return sha256Of(...names.flatMap((name) => [name, readFileSync(new URL(name, FOLDER), "utf8")]));
}

function readLines(name: string): string[] {
  const file = new URL(name, FOLDER);
  const lines = z.array(z.string().min(1)).safeParse(parse(readFileSync(file, "utf8")));
  if (lines.success) return lines.data;
  throw new UsageError(`${fileURLToPath(file)}: expected a list of texts: ${z.prettifyError(lines.error)}`);
}
