import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { z } from "zod";
import { messageOf, UsageError } from "../domain/errors.ts";

const texts = z.array(z.string().min(1)).min(1);

/** The forms that an answer can have; what each is stands beside its weight in the file. */
export const SHAPES = ["explained", "sketched", "terse", "doubting", "talking", "cut"] as const;
export type Shape = (typeof SHAPES)[number];

const schema = z.strictObject({
  shapes: z.record(z.enum(SHAPES), z.number().positive()),
  openings: texts,
  thoughts: texts,
  sketchIntroductions: texts,
  afterSketches: texts,
  doubts: texts,
  beforePrograms: texts,
  afterPrograms: texts,
  withoutProgram: texts,
  tools: z.record(z.string(), z.string()),
  plainTool: z.string(),
});

/** The words around recorded programs, and how often an answer has which form. */
export type Prose = z.infer<typeof schema>;

export async function readProse(path: string): Promise<Prose> {
  const read = async (): Promise<unknown> => parse(await readFile(path, "utf8"));
  const prose = schema.safeParse(
    await read().catch((error: unknown) => {
      throw new UsageError(`${path} cannot be read: ${messageOf(error)}`, { cause: error });
    }),
  );
  if (prose.success) return prose.data;
  throw new UsageError(`${path}: ${z.prettifyError(prose.error)}`);
}
