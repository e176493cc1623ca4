import { z } from "zod";

/** A whole document that is no answer: asking again would be paid for again. */
export class Unreadable extends Error {}

/** A stream or a document that ended too early. */
export class CutStream extends Error {}

/** No answer, or nothing more of it, in the time that it may take. */
export class TimedOut extends Error {}

/** What is wrong with a document: what it says itself where it does. */
export function unreadable(document: unknown, what: string, error: z.ZodError): Unreadable {
  const told = z.object({ error: z.object({ message: z.string() }) }).safeParse(document);
  return new Unreadable(told.success ? told.data.error.message : `${what}: ${z.prettifyError(error)}`);
}
