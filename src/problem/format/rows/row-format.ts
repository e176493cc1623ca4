import type { PackageReading } from "../../package-reading.ts";

export type RowValue = Readonly<Record<string, unknown>>;

/** A line of a data set. */
export interface Row {
  /** From 1. */
  readonly line: number;
  readonly sha256: string;
  readonly value: RowValue;
}

export interface RowPlace {
  readonly file: string;
  /** Where the tests of the row are put. */
  readonly folder: string;
  readonly signal: AbortSignal | undefined;
}

/** A data set whose rows are problems. */
export interface RowFormat {
  /** What it is called, and the keys that it is known by. */
  readonly describe: string;
  recognises(value: RowValue): boolean;
  /** What the problem of a row may be called, the shortest first. */
  idsOf(value: RowValue): readonly string[];
  /** All rows that the same id names. */
  read(rows: readonly [Row, ...Row[]], place: RowPlace): Promise<PackageReading>;
}

/** An id as it stands in a row. */
export function idIn(value: RowValue, key: string): readonly string[] {
  const id = value[key];
  return typeof id === "string" || typeof id === "number" ? [String(id)] : [];
}
