import { readFileSync } from "node:fs";
import { z } from "zod";
import { messageOf, UsageError } from "../domain/errors.ts";
import { FEATURE_NAMES } from "../selection/features.ts";
import type { Trained } from "../selection/trained.ts";

const weight = z.number();

const trainedFile = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("learned"),
    bias: weight,
    weights: z.object(Object.fromEntries(FEATURE_NAMES.map((name) => [name, weight]))),
  }),
  z.object({
    kind: z.literal("o1-ioi"),
    weights: z.object({ model: weight, errors: weight, failedSamples: weight, penalty: weight }),
  }),
]);

/** The file as the run keeps it: whatever becomes of the file, the run goes on as it began. */
export function readTrained(path: string): string {
  try {
    return JSON.stringify(trainedFile.parse(JSON.parse(readFileSync(path, "utf8"))));
  } catch (error) {
    throw new UsageError(`--trained ${path}: expected what medalist train writes: ${messageOf(error)}`);
  }
}

export function trainedOf(kept: string | number | boolean | undefined): Trained | undefined {
  if (kept === undefined) return undefined;
  const trained = trainedFile.parse(JSON.parse(String(kept)));
  if (trained.kind === "o1-ioi") return trained;
  const { bias, weights } = trained;
  return { kind: "learned", model: { bias, weights: FEATURE_NAMES.map((name) => weights[name] ?? 0) } };
}

/** The same the other way. */
export function trainedText(trained: Trained): string {
  if (trained.kind === "o1-ioi") return `${JSON.stringify(trained, null, 2)}\n`;
  const { bias, weights } = trained.model;
  const named = Object.fromEntries(FEATURE_NAMES.map((name, index) => [name, weights[index] ?? 0]));
  return `${JSON.stringify({ kind: "learned", bias, weights: named }, null, 2)}\n`;
}
