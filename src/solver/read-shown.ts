import { readFile } from "node:fs/promises";

const SHOWN_CHARACTERS = 4_000;

/** A file of a sample as a prompt shows it: cut where it is long. */
export async function readShown(path: string): Promise<string> {
  const text = (await readFile(path, "utf8")).trimEnd();
  return text.length <= SHOWN_CHARACTERS ? text : `${text.slice(0, SHOWN_CHARACTERS)}\n…`;
}
