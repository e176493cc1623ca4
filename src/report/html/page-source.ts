import type { RunFacts } from "./report-document.ts";

/** Where a page has its data from: itself, or the server that it came from. */
export type PageSource =
  | { readonly kind: "file" }
  | { readonly kind: "run"; readonly url: string }
  | { readonly kind: "runs" };

/** A run in the list that `view` begins with. */
export type ServedRun = { readonly file: string; readonly url: string } & RunSummary;

export type RunSummary =
  | {
      readonly run: Pick<RunFacts, "name" | "startedAt" | "state" | "model"> & { readonly strategy: string };
      readonly score: number;
      readonly maxScore: number | null;
      readonly usd: number | undefined;
    }
  | { readonly error: string };
