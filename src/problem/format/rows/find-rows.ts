import { messageOf, UsageError } from "../../../domain/errors.ts";
import { sha256Of } from "../../../domain/sha256.ts";
import { decodeUtf8 } from "../../decode-utf8.ts";
import { type Line, readLines } from "./read-lines.ts";
import type { Row, RowValue } from "./row-format.ts";

const MAX_KEPT_BYTES = 512 * 1024 * 1024;
const IDS_SHOWN = 5;

/** Ids that stand in JSON as they are: other lines need not be parsed to know that they have another. */
const PLAIN_ID = /^[\w.-]+$/;

export type IdsOf = (value: RowValue) => readonly string[];

/**
 * The rows that a key names: all with that id, else the line with that number. Without a key the rows of a file that holds
 * only one problem. A UsageError says what there is otherwise.
 */
export async function findRows(
  file: string,
  key: string | undefined,
  idsOf: IdsOf,
  signal?: AbortSignal,
): Promise<readonly [Row, ...Row[]]> {
  const search = new Search(file, key, idsOf);
  for await (const line of readLines(file, signal)) search.take(line);
  return search.found();
}

class Search {
  readonly #file: string;
  readonly #key: string | undefined;
  readonly #idsOf: IdsOf;
  readonly #marker: Buffer | undefined;
  /** The first that were met, for messages. */
  readonly #ids = new Set<string>();
  readonly #named: Row[] = [];
  #numbered: Row | undefined;
  #keptBytes = 0;
  #rowCount = 0;

  constructor(file: string, key: string | undefined, idsOf: IdsOf) {
    this.#file = file;
    this.#key = key;
    this.#idsOf = idsOf;
    this.#marker = key !== undefined && PLAIN_ID.test(key) ? Buffer.from(key) : undefined;
  }

  take(line: Line): void {
    this.#rowCount++;
    const isNumbered = this.#key === String(line.number);
    if (!isNumbered && !this.#mayMatter(line)) return;
    const row = parseLine(line, this.#file);
    const ids = this.#idsOf(row.value);
    const id = ids[0] ?? `line ${line.number}`;
    if (this.#ids.size < IDS_SHOWN) this.#ids.add(id);
    if (this.#key === undefined ? this.#ids.size === 1 : ids.includes(this.#key)) this.#keep(row, line);
    else if (isNumbered) this.#numbered = row;
  }

  found(): readonly [Row, ...Row[]] {
    const [first, ...more] = this.#named;
    if (first && (this.#key !== undefined || this.#ids.size === 1)) return [first, ...more];
    if (this.#numbered) return [this.#numbered];
    if (this.#rowCount === 0) throw new UsageError(`${this.#file}: no rows`);
    const ids = [...this.#ids].join(", ");
    const there = `it has ${this.#rowCount} rows, the first of them ${ids}`;
    throw new UsageError(
      this.#key === undefined
        ? `${this.#file}: which problem is meant? ${there}: name one by its id or line, ${this.#file}#${[...this.#ids][0]}`
        : `${this.#file}: no row is called ${this.#key} and no line has that number: ${there}`,
    );
  }

  #mayMatter({ bytes }: Line): boolean {
    if (this.#ids.size < IDS_SHOWN) return true;
    if (this.#key === undefined) return false;
    return this.#marker === undefined || bytes.includes(this.#marker);
  }

  #keep(row: Row, { bytes }: Line): void {
    this.#keptBytes += bytes.length;
    if (this.#keptBytes > MAX_KEPT_BYTES)
      throw new UsageError(`${this.#file}: the rows of one problem have more than ${MAX_KEPT_BYTES} bytes`);
    this.#named.push(row);
  }
}

/** A line as the object in JSON that it must be. */
export function parseLine({ number, bytes }: Line, file: string): Row {
  const place = `${file}: line ${number}`;
  const text = decodeUtf8(bytes, place);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${place}: not JSON: ${messageOf(error)}`, { cause: error });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new UsageError(`${place}: expected an object`);
  return { line: number, sha256: sha256Of(bytes), value: { ...value } };
}
