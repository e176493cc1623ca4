import { resolve } from "node:path";
import { UsageError } from "../domain/errors.ts";
import { sha256Of } from "../domain/sha256.ts";
import type { EventOf } from "../run-log/event.ts";

type Started = EventOf<"run-started">;

/** The options that a run's first event decides, each with what the event says of it. */
const DECIDED = {
  model: ({ model }) => model.label,
  samples: ({ samples }) => String(samples),
  submissions: ({ submissionLimit }) => String(submissionLimit),
  strategy: ({ strategy }) => strategy,
  trained: ({ settings }) => weightsIn(settings["trained"]),
  ratings: ({ settings }) => String(settings["ratings"] ?? 0),
  rules: ({ rules }) => rules,
  rounds: ({ rounds }) => String(rounds),
  feedback: ({ feedback }) => feedback,
  minInterval: ({ minIntervalMs }) => String(minIntervalMs / 1000),
  perSubtask: ({ settings }) => orNone(settings["perSubtask"]),
  spend: ({ settings }) => String(settings["spend"] ?? "fixed"),
  hints: ({ settings }) => orNone(settings["hints"]),
  repairs: ({ settings }) => orNone(settings["repairs"]),
  tests: ({ settings }) => String(settings["tests"] ?? "model"),
  generators: ({ settings }) => orNone(settings["generators"]),
  validators: ({ settings }) => orNone(settings["validators"]),
  bruteForces: ({ settings }) => orNone(settings["bruteForces"]),
  inputs: ({ settings }) => orNone(settings["inputs"]),
  testsPerSubtask: ({ settings }) => orNone(settings["testsPerSubtask"]),
  seed: ({ seed }) => String(seed),
  language: ({ language }) => language,
  image: ({ image = "default" }) => image,
  timeFactor: ({ timeFactor = {} }) => orNone(factorsOf(timeFactor)),
  temperature: ({ model }) => orNone(model.temperature),
  maxOutputTokens: ({ model }) => orNone(model.maxOutputTokens),
  topP: ({ model }) => orNone(model.topP),
  reasoningEffort: ({ model }) => orNone(model.reasoningEffort),
  api: ({ model }) => orNone(model.api),
  server: ({ model }) => orNone(model.server),
  systemRole: ({ model }) => orNone(model.systemRole),
  modelField: ({ model }) => pairsOf(model.modelField),
  modelOption: ({ model }) => pairsOf(model.modelOption),
  budgetTokens: ({ budgetTokens }) => orNone(budgetTokens),
  budgetMinutes: ({ settings }) => orNone(settings["budgetMinutes"]),
  budgetUsd: ({ budgetUsd }) => orNone(budgetUsd),
  problemBudgetTokens: ({ settings }) => orNone(settings["problemBudgetTokens"]),
  problemBudgetUsd: ({ settings }) => orNone(settings["problemBudgetUsd"]),
  subtaskBudgetTokens: ({ settings }) => orNone(settings["subtaskBudgetTokens"]),
  subtaskBudgetUsd: ({ settings }) => orNone(settings["subtaskBudgetUsd"]),
  price: ({ price }) => (price ? `${price.inputUsdPerMillion},${price.outputUsdPerMillion}` : orNone(undefined)),
} satisfies Record<string, (started: Started) => string>;

/** The file may be gone: its content counts. */
function weightsIn(trained: string | number | boolean | undefined): string {
  return trained === undefined ? orNone(trained) : `(weights ${sha256Of(String(trained)).slice(0, 12)})`;
}

type Decided = keyof typeof DECIDED;

const isDecided = (option: string): option is Decided => option in DECIDED;

/**
 * Refuses to go on with a run under options that it was not started with. `wanted` is how a new run would start
 * with them; only options that were given on the command line count.
 */
export function refuseContradictions(path: string, started: Started, wanted: Started, given: Iterable<string>): void {
  const contradictions: string[] = [];
  for (const option of [...given].filter(isDecided)) {
    const [was, is] = [DECIDED[option](started), DECIDED[option](wanted)];
    if (was === is || (option === "model" && poolOf(was) === poolOf(is))) continue;
    const flag = `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    contradictions.push(`  ${flag} ${is}: the run was started with ${was}`);
  }
  if (contradictions.length === 0) return;
  throw new UsageError(
    `${path} cannot be resumed with other options:\n${contradictions.join("\n")}\nLeave them out to go on with the run as it is, or start a new one without --resume.`,
  );
}

/** Runs that are to be one experiment differ in nothing that decides them but their seeds. */
export function refuseUnlike(path: string, started: Started, wanted: Started): void {
  const others = Object.keys(DECIDED).filter((option) => option !== "seed");
  refuseContradictions(path, started, wanted, others);
}

function pairsOf(record: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify(Object.entries(record).sort());
}

function factorsOf(factors: NonNullable<Started["timeFactor"]>): string | undefined {
  return (
    Object.entries(factors)
      .map((pair) => pair.join("="))
      .sort()
      .join(",") || undefined
  );
}

function orNone(value: number | string | boolean | undefined): string {
  return value === undefined ? "none" : String(value);
}

/** One pool may be named in two ways. */
function poolOf(label: string): string {
  return label.startsWith("recorded:") ? resolve(label.slice("recorded:".length)) : label;
}
