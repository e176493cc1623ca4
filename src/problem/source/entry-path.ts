const MAX_PATH_BYTES = 1024;
const MAX_NAME_BYTES = 255;
const MAX_DEPTH = 32;

export type EntryPath = { readonly path: string } | { readonly mistake: string };

/** The path below the unpacked folder that a name in an archive means; empty for that folder itself. */
export function entryPathOf(name: string): EntryPath {
  const mistake = mistakeIn(name);
  if (mistake) return { mistake };
  const parts = name.split("/").filter((part) => part !== "" && part !== ".");
  if (parts.includes("..")) return { mistake: "leads out of the archive with `..`" };
  if (parts.length > MAX_DEPTH) return { mistake: `more than ${MAX_DEPTH} folders in each other` };
  if (parts.some((part) => Buffer.byteLength(part) > MAX_NAME_BYTES))
    return { mistake: `a name of more than ${MAX_NAME_BYTES} bytes` };
  return { path: parts.join("/") };
}

function mistakeIn(name: string): string | undefined {
  if (name === "") return "an empty name";
  if (Buffer.byteLength(name) > MAX_PATH_BYTES) return `a path of more than ${MAX_PATH_BYTES} bytes`;
  if (name.includes("\uFFFD")) return "its name is no valid UTF-8";
  if (/\p{Cc}/u.test(name)) return "a control character in its name";
  if (name.includes("\\")) return "a backslash in its name, expected slashes between folders";
  if (name.startsWith("/") || /^[A-Za-z]:/.test(name)) return "an absolute path";
  return undefined;
}

/** How a name from outside is shown: in one line, and not at length. */
export function shown(name: string): string {
  const text = JSON.stringify(name).slice(1, -1);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
