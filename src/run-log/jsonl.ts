import { z } from "zod";
import { messageOf, UsageError } from "../domain/errors.ts";
import { sha256Of } from "../domain/sha256.ts";
import { EVENT_PARTS, RUN_FORMAT_VERSION } from "./event.ts";
import type { RunFile } from "./run-file.ts";

const FORMAT = "medalist run";

/** A run file as text: a line that says what it is, one for each event in the order of its chain, one for each text. */
export function* jsonLines(run: RunFile): Generator<string> {
  yield JSON.stringify({ format: FORMAT, version: RUN_FORMAT_VERSION });
  for (const part of EVENT_PARTS) {
    // The body is what was hashed: it goes in as it is.
    for (const { sequence, at_ms, hash, body } of run.rows(part))
      yield `{"part":"${part}","sequence":${sequence},"at_ms":${at_ms},"hash":"${hash}","event":${body}}`;
  }
  for (const { sha256, text } of run.texts()) {
    if (text === undefined) throw new UsageError(`${run.path}: the text ${sha256} was changed`);
    yield JSON.stringify({ sha256, text });
  }
}

const firstLine = z.object({ format: z.literal(FORMAT), version: z.literal(RUN_FORMAT_VERSION) });
const eventLine = z.object({
  part: z.enum(EVENT_PARTS),
  sequence: z.number(),
  at_ms: z.number(),
  hash: z.string(),
  event: z.record(z.string(), z.unknown()),
});
const textLine = z.object({ sha256: z.string(), text: z.string() });

/** Fills a new run file with lines that `jsonLines` gave; each event has to be the next one of its chain. */
export async function takeJsonLines(lines: AsyncIterable<string>, run: RunFile, source: string): Promise<void> {
  let number = 0;
  for await (const line of lines) {
    number++;
    const place = `${source}:${number}`;
    const value = parsed(line, place);
    if (number === 1) {
      const head = firstLine.safeParse(value);
      if (!head.success)
        throw new UsageError(
          `${place}: expected {"format":"${FORMAT}","version":${RUN_FORMAT_VERSION}}, found ${line.slice(0, 100)}`,
        );
      continue;
    }
    const text = textLine.safeParse(value);
    if (text.success) {
      if (sha256Of(text.data.text) !== text.data.sha256)
        throw new UsageError(`${place}: the text is not the one that was kept under ${text.data.sha256}`);
      run.keep(text.data.text);
      continue;
    }
    const event = eventLine.safeParse(value);
    if (!event.success) throw new UsageError(`${place}: neither an event nor a text: ${z.prettifyError(event.error)}`);
    const { event: body, ...row } = event.data;
    const broken = run.appendAgain({ ...row, body: JSON.stringify(body) });
    if (broken) throw new UsageError(`${place}: event ${broken.sequence} of part "${broken.part}" ${broken.what}`);
  }
  if (number === 0) throw new UsageError(`${source} is empty: expected what \`medalist export\` wrote`);
}

function parsed(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new UsageError(`${place}: not a line of JSON: ${messageOf(error)}`, { cause: error });
  }
}
