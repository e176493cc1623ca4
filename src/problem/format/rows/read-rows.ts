import { UsageError } from "../../../domain/errors.ts";
import type { PackageReading } from "../../package-reading.ts";
import { findRows } from "./find-rows.ts";
import { ROW_FORMATS } from "./index.ts";
import type { RowFormat, RowPlace, RowValue } from "./row-format.ts";

/** Reads the problem in one or more rows of a data set; the key is an id or the number of a line. */
export async function readRows(
  file: string,
  key: string | undefined,
  { folder, signal }: Pick<RowPlace, "folder" | "signal">,
): Promise<PackageReading> {
  const rows = await findRows(file, key, (value) => recognised(value)?.idsOf(value) ?? [], signal);
  const format = recognised(rows[0].value);
  if (!format)
    throw new UsageError(
      `${file}: line ${rows[0].line}: not a row of a data set that is read here, which would be one of\n${describe()}`,
    );
  return format.read(rows, { file, folder, signal });
}

/** Their keys are so unlike that no row is of two kinds. */
function recognised(value: RowValue): RowFormat | undefined {
  return Object.values(ROW_FORMATS).find((format) => format.recognises(value));
}

function describe(): string {
  return Object.values(ROW_FORMATS)
    .map((format) => `  ${format.describe}`)
    .join("\n");
}
