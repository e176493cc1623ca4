import type { RunView } from "../run-view.ts";
import { duration } from "../words.ts";
import type { RunFacts } from "./report-document.ts";

/** What a run was and how it was made. */
export function runFacts(file: string, view: RunView): RunFacts {
  const { started, startedAtMs, state } = view;
  const settings: Record<string, string | number | undefined> = {
    strategy: started.strategy,
    rules: started.rules,
    "submissions allowed, a problem": started.submissionLimit,
    "samples asked for, a problem": started.samples,
    rounds: started.rounds,
    feedback: started.feedback,
    "between two submissions": started.minIntervalMs > 0 ? duration(started.minIntervalMs) : undefined,
    seed: started.seed,
    language: started.language,
    server: started.model.baseUrl,
    "price (USD per million tokens)":
      started.price && `${started.price.inputUsdPerMillion} in, ${started.price.outputUsdPerMillion} out`,
    ...Object.fromEntries(
      Object.entries(started.settings).map(([name, value]) => [inWords(name), shortened(String(value))]),
    ),
    "sandbox image": started.imageId.slice(0, 19),
    medalist: started.medalistVersion,
  };
  return {
    file,
    ...{ name: nameOf(view), startedAt: new Date(startedAtMs).toISOString() },
    ...{ state: state.kind, why: state.why },
    ...{ model: started.model.label, isRecorded: started.model.isRecorded },
    settings: Object.entries(settings).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)] as const],
    ),
  };
}

/** `bruteForces` is for brute forces. */
function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** A hash is told from others by its beginning. */
function shortened(value: string): string {
  return /^[0-9a-f]{64}$/.test(value) ? value.slice(0, 12) : value;
}

/** Of the contest, or of the one problem. */
function nameOf({ started: { contest, problems } }: RunView): string {
  return contest?.name ?? problems.map(({ name }) => name).join(", ");
}
