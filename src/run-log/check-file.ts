import { EVENT_PARTS, type RunEvent } from "./event.ts";
import { ChainReader } from "./event-chain.ts";
import type { RunFile } from "./run-file.ts";

/** Where a run file is not as it was written, or says what does not follow. */
export interface LogFault {
  readonly place: string;
  readonly what: string;
}

/** The chain of each part up to where it breaks, and every text under its hash. */
export function* faultsOfFile(run: RunFile): Generator<LogFault> {
  for (const part of EVENT_PARTS) {
    const chain = new ChainReader(part);
    for (const row of run.rows(part)) {
      const broken = chain.next(row);
      if (!broken) continue;
      yield { place: `event ${broken.sequence} of part "${part}"`, what: broken.what };
      break; // what follows hangs on it
    }
  }
  for (const { sha256, text } of run.texts())
    if (text === undefined) yield { place: `text ${sha256}`, what: "is not what was kept under this hash" };
}

/** Texts that an event names by their hashes. */
function textsNamedBy(event: RunEvent): readonly string[] {
  switch (event.type) {
    case "run-started":
      return (event.contest?.standings ?? []).map(({ sha256 }) => sha256);
    case "model-answered":
      return [event.prompt, event.answer, ...(event.reasoning === undefined ? [] : [event.reasoning])];
    case "candidate-extracted":
    case "test-program-extracted":
      return [event.source];
    case "input-generated":
      return [event.sha256];
    default:
      return [];
  }
}

/** Texts that are named and not there; each once. */
export function* missingTexts(run: RunFile): Generator<LogFault> {
  const known = new Set<string>();
  for (const { sha256 } of run.texts()) known.add(sha256);
  for (const { part, sequence, event } of run.events()) {
    for (const sha256 of textsNamedBy(event)) {
      if (known.has(sha256)) continue;
      known.add(sha256);
      yield {
        place: `event ${sequence} of part "${part}"`,
        what: `names the text ${sha256}, which is not in the file`,
      };
    }
  }
}
