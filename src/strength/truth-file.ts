import { appendFile, mkdir, readFile, truncate } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { UsageError } from "../domain/errors.ts";
import type { Language } from "../domain/language.ts";
import type { Program } from "../domain/program.ts";
import { sha256Of } from "../domain/sha256.ts";
import type { Difference, MutantTruth } from "../domain/test-strength.ts";
import { VERDICTS } from "../domain/verdict.ts";

const key = { packageHash: z.string(), source: z.string(), language: z.string() };
const verdict = z.enum(VERDICTS);

const record = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("judged"),
    ...key,
    verdict,
    score: z.number(),
    // No number in JSON is without end.
    maxScore: z.number().nullable(),
    subtasks: z.array(z.strictObject({ id: z.string(), score: z.number() })),
    firstFailure: z.strictObject({ testcase: z.string(), verdict, message: z.string() }).nullable(),
  }),
  z.strictObject({
    type: z.literal("compared"),
    ...key,
    /** The source that it was compared with, and the inputs. */
    origin: z.string(),
    inputSet: z.string(),
    inputs: z.number().int().nonnegative(),
    differing: z.number().int().nonnegative(),
  }),
]);

type Judged = Extract<z.infer<typeof record>, { type: "judged" }>;
type Compared = Extract<z.infer<typeof record>, { type: "compared" }>;

/** With what a mutant was compared. */
export interface Comparison {
  readonly origin: Program;
  readonly inputSet: string;
}

/** The truth about programs: a line of JSON for each fact, by the hash of the source and of the package. Grows only. */
export class TruthFile {
  readonly path: string;
  readonly #packageHash: string;
  readonly #judged = new Map<string, Judged>();
  readonly #compared = new Map<string, Compared>();
  #writing: Promise<void> = Promise.resolve();

  private constructor(path: string, packageHash: string) {
    this.path = path;
    this.#packageHash = packageHash;
  }

  static async open(path: string, packageHash: string): Promise<TruthFile> {
    const file = new TruthFile(path, packageHash);
    await mkdir(dirname(path), { recursive: true });
    for (const [index, line] of (await wholeLines(path)).entries()) file.#take(parsed(line, `${path}:${index + 1}`));
    return file;
  }

  judged(program: Program): MutantTruth | undefined {
    const known = this.#judged.get(this.#keyOf(program));
    if (!known) return undefined;
    const { maxScore, firstFailure } = known;
    return { ...known, maxScore: maxScore ?? Infinity, firstFailure: firstFailure ?? undefined };
  }

  keepJudged(program: Program, truth: MutantTruth): Promise<void> {
    const { score, maxScore, subtasks, firstFailure } = truth;
    return this.#append({
      ...{ type: "judged", ...this.#nameOf(program), verdict: truth.verdict, score },
      maxScore: maxScore === Infinity ? null : maxScore,
      subtasks: subtasks.map(({ id, score: points }) => ({ id, score: points })),
      firstFailure: firstFailure ?? null,
    });
  }

  compared(program: Program, comparison: Comparison): Difference | undefined {
    return this.#compared.get(this.#keyOf(program, comparison));
  }

  keepCompared(program: Program, comparison: Comparison, { inputs, differing }: Difference): Promise<void> {
    const { origin, inputSet } = comparison;
    return this.#append({
      type: "compared",
      ...this.#nameOf(program),
      ...{ origin: sha256Of(origin.source), inputSet, inputs, differing },
    });
  }

  #nameOf({ source, language }: Program): { packageHash: string; source: string; language: Language } {
    return { packageHash: this.#packageHash, source: sha256Of(source), language };
  }

  #keyOf(program: Program, comparison?: Comparison): string {
    const { packageHash, source, language } = this.#nameOf(program);
    const compared = comparison ? [sha256Of(comparison.origin.source), comparison.inputSet] : [];
    return [packageHash, source, language, ...compared].join(" ");
  }

  #take(fact: Judged | Compared): void {
    const own = [fact.packageHash, fact.source, fact.language];
    if (fact.type === "judged") this.#judged.set(own.join(" "), fact);
    else this.#compared.set([...own, fact.origin, fact.inputSet].join(" "), fact);
  }

  /** One after the other, each line in one piece. */
  #append(fact: Judged | Compared): Promise<void> {
    this.#take(fact);
    this.#writing = this.#writing.then(() => appendFile(this.path, `${JSON.stringify(fact)}\n`));
    return this.#writing;
  }
}

/** What a killed process left of a last line is cut off: that fact is found again. */
async function wholeLines(path: string): Promise<string[]> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return Buffer.alloc(0);
    throw error;
  });
  const end = bytes.lastIndexOf("\n") + 1;
  if (end < bytes.length) await truncate(path, end);
  return bytes.toString("utf8", 0, end).split("\n").slice(0, -1);
}

function parsed(line: string, place: string): Judged | Compared {
  const json = (): unknown => JSON.parse(line);
  try {
    return record.parse(json());
  } catch (error) {
    throw new UsageError(`${place} is no fact about a program: mend or remove the file`, { cause: error });
  }
}
