import type { z } from "zod";
import type { PackageFindings } from "../../package-reading.ts";
import { describeIssues } from "../../schema-issues.ts";
import type { Row } from "./row-format.ts";

/** What a row holds; undefined with errors that name line and key. */
export function parseRow<T>(row: Row, schema: z.ZodType<T>, { errors }: PackageFindings): T | undefined {
  const parsed = schema.safeParse(row.value);
  if (parsed.success) return parsed.data;
  errors.push(...describeIssues(parsed.error).map((issue) => `line ${row.line}: ${issue}`));
  return undefined;
}

/** For data sets where one row is one problem. */
export function onlyRow(rows: readonly [Row, ...Row[]], { errors }: PackageFindings): Row {
  const [first, ...others] = rows;
  for (const { line } of others)
    errors.push(`line ${line}: has the same id as line ${first.line}: name one by its line`);
  return first;
}
