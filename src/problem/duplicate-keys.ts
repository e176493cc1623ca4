const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:\n]/g;

export interface DuplicateKey {
  readonly key: string;
  readonly line: number;
}

/** Keys that stand twice in an object of a text that is known to be JSON: `JSON.parse` keeps the last without a word. */
export function duplicateKeys(text: string): DuplicateKey[] {
  const found: DuplicateKey[] = [];
  const open: Set<string>[] = [];
  let string = "";
  let line = 1;
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === "\n") line++;
    else if (token === "{" || token === "[") open.push(new Set());
    else if (token === "}" || token === "]") open.pop();
    else if (token !== ":") string = token;
    else {
      const key: unknown = JSON.parse(string);
      const keys = open.at(-1);
      if (keys?.has(String(key))) found.push({ key: String(key), line });
      keys?.add(String(key));
    }
  }
  return found;
}
