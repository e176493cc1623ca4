import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { count } from "./words.tsx";

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Where the table can be sorted by it; rows without a value come last. */
  readonly sort?: (row: Row) => number | string | undefined;
  readonly isNumber?: boolean;
}

interface DataTableProps<Row> {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly isMarked?: (row: Row) => boolean;
  readonly pageSize?: number;
  /** Where the caption would say what the heading above says. */
  readonly isTitled?: boolean;
}

interface Order {
  readonly column: number;
  readonly isDown: boolean;
}

/** A table in pages, so that 10,000 rows cost no more than a few; it scrolls by itself where the screen is narrow. */
export function DataTable<Row>({
  caption,
  rows,
  columns,
  keyOf,
  isMarked,
  pageSize = 50,
  isTitled,
}: DataTableProps<Row>) {
  const [order, setOrder] = useState<Order>();
  const [wanted, setPage] = useState(0);
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const page = Math.min(wanted, pages - 1);
  const shown = sorted(rows, order, columns).slice(page * pageSize, (page + 1) * pageSize);
  const sortBy = (column: number) =>
    setOrder((now) => (now?.column === column ? { column, isDown: !now.isDown } : { column, isDown: false }));
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="scroll" tabIndex={0} aria-label={caption}>
        <table>
          <caption class={isTitled ? "visually-hidden" : undefined}>{caption}</caption>
          <thead>
            <tr>
              {columns.map(({ title, sort, isNumber }, index) => (
                <th
                  key={title}
                  scope="col"
                  class={isNumber ? "number" : undefined}
                  aria-sort={order?.column === index ? (order.isDown ? "descending" : "ascending") : undefined}
                >
                  {sort ? (
                    <button type="button" onClick={() => sortBy(index)}>
                      {title}
                    </button>
                  ) : (
                    title
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={keyOf(row)} class={isMarked?.(row) ? "marked" : undefined}>
                {columns.map(({ title, cell, isNumber }) => (
                  <td key={title} class={isNumber ? "number" : undefined}>
                    {cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 ? <p class="empty">none</p> : null}
      </section>
      {pages > 1 ? (
        <nav class="pager" aria-label={`Pages of: ${caption}`}>
          <button type="button" disabled={page === 0} onClick={() => setPage(page - 1)}>
            Previous
          </button>
          <span role="status">
            {count(page * pageSize + 1)}–{count(page * pageSize + shown.length)} of {count(rows.length)}
          </span>
          <button type="button" disabled={page === pages - 1} onClick={() => setPage(page + 1)}>
            Next
          </button>
        </nav>
      ) : null}
    </>
  );
}

function sorted<Row>(rows: readonly Row[], order: Order | undefined, columns: readonly Column<Row>[]): readonly Row[] {
  const sortKey = order && columns[order.column]?.sort;
  if (!sortKey) return rows;
  const sign = order.isDown ? -1 : 1;
  return [...rows].sort((one, other) => {
    const [a, b] = [sortKey(one), sortKey(other)];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return a < b ? -sign : a > b ? sign : 0;
  });
}
