import type { AlignType, TableCell, TableRow } from "mdast";
import { type Command, contentOf, type Environment, sourceOf } from "./command.ts";
import type { TexNode } from "./tex-node.ts";
import type { TexWriter } from "./tex-writer.ts";

/** What is larger, with rows made equally long, is no table to read. */
const MAX_CELLS = 20_000;

const LINES = ["hline", "toprule", "midrule", "bottomrule", "endhead", "endfirsthead", "endfoot", "endlastfoot"];

/** What has a meaning in a table only; outside of one its text is kept. */
export const TABLE_PARTS: Readonly<Record<string, Command>> = {
  ...Object.fromEntries(LINES.map((name) => [name, { signature: "", write: () => undefined }])),
  cline: { signature: "m", write: () => undefined },
  cmidrule: { signature: "om", write: () => undefined },
  rowcolor: { signature: "om", write: () => undefined },
  cellcolor: { signature: "om", write: () => undefined },
  multicolumn: { signature: "rrm", write: (writer, args) => writer.writeGroup(contentOf(args, 2)) },
  multicol: { signature: "rrm", write: (writer, args) => writer.writeGroup(contentOf(args, 2)) },
  multirow: { signature: "oromom", write: (writer, args) => writer.writeGroup(contentOf(args, 5)) },
  tabularnewline: { signature: "o", write: (writer) => writer.writeInline({ type: "break" }) },
  item: { signature: "o", write: (writer, args) => writer.writeGroup(contentOf(args, 0)) },
};

export const TABLES: Readonly<Record<string, Environment>> = {
  tabular: table("or", 1),
  "tabular*": table("ror", 2),
  tabularx: table("ror", 2),
  tabulary: table("rr", 1),
  longtable: table("or", 1),
  array: table("or", 1),
};

function table(signature: string, columnsAt: number): Environment {
  return {
    signature,
    write: (writer, { args, content }) => {
      const rows = splitRows(content).map((row) => row.flatMap((cell) => writeCell(writer, cell)));
      const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
      if (columns * rows.length > MAX_CELLS) {
        for (const row of rows)
          writer.writeBlock({ type: "paragraph", children: row.flatMap((cell) => cell.children) });
        return;
      }
      const children = rows.map((row) => completeRow(row, columns));
      const align = alignments(sourceOf(args, columnsAt)).slice(0, columns);
      if (children.length > 0) writer.writeBlock({ type: "table", align, children });
    },
  };
}

/** Rows without any content are only there for their lines. */
function splitRows(content: readonly TexNode[]): TexNode[][][] {
  const rows: TexNode[][][] = [[[]]];
  for (const node of content) {
    if (node.kind === "column break") rows.at(-1)?.push([]);
    else if (isRowBreak(node)) rows.push([[]]);
    else if (!isLine(node)) rows.at(-1)?.at(-1)?.push(node);
  }
  return rows.filter((row) => row.length > 1 || row.some((cell) => cell.some((node) => !isBlank(node))));
}

function isRowBreak(node: TexNode): boolean {
  return node.kind === "command" && (node.name === "\\" || node.name === "tabularnewline");
}

function isLine(node: TexNode): boolean {
  return node.kind === "command" && [...LINES, "cline", "cmidrule", "rowcolor"].includes(node.name);
}

function isBlank(node: TexNode): boolean {
  return node.kind === "paragraph break" || (node.kind === "text" && node.text.trim() === "");
}

/** A cell over several columns is followed by empty ones. */
function writeCell(writer: TexWriter, nodes: readonly TexNode[]): TableCell[] {
  const cell: TableCell = { type: "tableCell", children: writer.phrasingOf(nodes) };
  const wide = nodes.find((node) => node.kind === "command" && /^multicol(?:umn)?$/.test(node.name));
  const columns = wide?.kind === "command" ? Number.parseInt(sourceOf(wide.args, 0), 10) : 1;
  const more = Number.isNaN(columns) ? 0 : Math.min(Math.max(columns - 1, 0), 50);
  return [cell, ...Array.from({ length: more }, () => emptyCell())];
}

function emptyCell(): TableCell {
  return { type: "tableCell", children: [] };
}

function completeRow(cells: readonly TableCell[], columns: number): TableRow {
  const missing = Array.from({ length: columns - cells.length }, () => emptyCell());
  return { type: "tableRow", children: [...cells, ...missing] };
}

/** From `|l|*{3}{c}r|p{3cm}|`. */
function alignments(columns: string): AlignType[] {
  const aligns: AlignType[] = [];
  const token = /\*\s*\{(\d{1,3})\}\s*\{([^{}]*)\}|[@!><]\s*\{[^{}]*\}|([lcrpmbXLCRJS])/g;
  for (const [, times, repeated, letter] of columns.matchAll(token)) {
    if (letter !== undefined) aligns.push(alignment(letter));
    for (let time = 0; time < Number(times ?? 0) && aligns.length < 1000; time++) {
      aligns.push(...[...(repeated ?? "")].filter((one) => /[lcrpmbX]/.test(one)).map(alignment));
    }
  }
  return aligns;
}

function alignment(letter: string): AlignType {
  if (/[cC]/.test(letter)) return "center";
  return /[rRS]/.test(letter) ? "right" : null;
}
