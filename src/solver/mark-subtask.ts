export interface MarkedStatement {
  /** What the statement says of the subtask, where it was recognised. */
  readonly constraint: string | undefined;
  /** With the other subtasks marked as not asked for. */
  readonly statement: string;
}

const NOT_ASKED = "*(not asked for)*";
const NAMES_SUBTASKS = /sub-?\s?task|\bgroup/i;

/**
 * Finds where a statement in Markdown lists its subtasks: in a table, or in lines that begin with "Subtask 2" or, below a
 * heading that names subtasks, with a number. Where not all that it finds are subtasks of the problem it marks nothing.
 */
export function markSubtask(statement: string, subtasks: readonly string[], wanted: string): MarkedStatement {
  const lines = statement.split("\n");
  const entries = tableEntries(lines) ?? listEntries(lines);
  const named = entries.flatMap((entry) => {
    const id = subtaskOf(entry.label, subtasks);
    return id === undefined ? [] : [{ ...entry, id }];
  });
  const own = named.filter(({ id }) => id === wanted);
  if (named.length < 2 || own.length !== 1 || new Set(named.map(({ id }) => id)).size < named.length)
    return { constraint: undefined, statement };
  for (const { id, line, mark } of named) if (id !== wanted) lines[line] = mark(lines[line] ?? "");
  return { constraint: own[0]?.says, statement: lines.join("\n") };
}

interface Entry {
  readonly label: string;
  readonly says: string;
  readonly line: number;
  readonly mark: (line: string) => string;
}

/** The rows of the first table whose header, or the heading above it, names subtasks. */
function tableEntries(lines: readonly string[]): Entry[] | undefined {
  let heading = "";
  for (const [at, line] of lines.entries()) {
    if (/^#{1,6}\s/.test(line)) heading = line;
    const header = cellsOf(line);
    const isTable = header.length > 1 && /^\s*\|?[\s:|-]*-[\s:|-]*$/.test(lines[at + 1] ?? "");
    if (!isTable || !(NAMES_SUBTASKS.test(header[0] ?? "") || NAMES_SUBTASKS.test(heading))) continue;
    const entries: Entry[] = [];
    for (let row = at + 2; cellsOf(lines[row] ?? "").length > 1; row++) {
      const [label = "", ...cells] = cellsOf(lines[row] ?? "");
      const says = cells.flatMap((cell, index) => (cell === "" ? [] : `${header[index + 1]}: ${cell}`)).join("; ");
      entries.push({ label, says, line: row, mark: markRow });
    }
    return entries;
  }
  return undefined;
}

function listEntries(lines: readonly string[]): Entry[] {
  const entries: Entry[] = [];
  let isBelowHeading = false;
  for (const [line, text] of lines.entries()) {
    if (/^#{1,6}\s/.test(text)) isBelowHeading = NAMES_SUBTASKS.test(text);
    const named = /^[\s>*+-]*(?:\d+[.)]\s*)?[*_]*(?:sub-?\s?task|group)\s*\$?(\d+)\$?(.*)$/i.exec(text);
    const numbered = isBelowHeading ? /^\s*(?:[-*+]\s+)?[*_]*(\d+)[.):]\s*(.*)$/.exec(text) : null;
    const [, label = "", first = ""] = named ?? numbered ?? [];
    if (label === "") continue;
    const more = lines.slice(line + 1).findIndex((next) => next.trim() === "" || !/^\s/.test(next));
    const block = [first, ...lines.slice(line + 1, more < 0 ? undefined : line + 1 + more)];
    const says = block
      .map((part) => part.trim())
      .join(" ")
      .replace(/^[\s.:*_)–-]+/, "");
    entries.push({ label, says, line, mark: markLine });
  }
  return entries;
}

/** By its name, or by the only number in it. */
function subtaskOf(label: string, subtasks: readonly string[]): string | undefined {
  const name = label.replaceAll(/[*_$`]/g, "").trim();
  if (subtasks.includes(name)) return name;
  const number = /^\D*(\d+)\D*$/.exec(name)?.[1];
  const same = subtasks.filter((id) => number !== undefined && /^\D*0*(\d+)\D*$/.exec(id)?.[1] === number);
  return same.length === 1 ? same[0] : undefined;
}

function cellsOf(line: string): string[] {
  if (!line.includes("|")) return [];
  return line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

function markRow(line: string): string {
  return line.replace(/\s*\|?\s*$/, (end) => ` ${NOT_ASKED}${end}`);
}

function markLine(line: string): string {
  return `${line.trimEnd()} ${NOT_ASKED}`;
}
