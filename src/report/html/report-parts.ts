import type { TestcaseJudgement } from "../../domain/judgement.ts";
import type { ProblemFold } from "../fold-problem.ts";
import { judgementsOf } from "./judgements.ts";
import type { ReportedProblem } from "./problem-document.ts";
import { promptsOf } from "./prompts.ts";
import {
  type CandidateDetail,
  PART_KINDS,
  PART_SIZE,
  type PartItems,
  type PartKind,
  type ProblemDocument,
  partName,
  type TestcaseColumns,
} from "./report-document.ts";

/** Long texts in lists of `PART_SIZE`, made when they are asked for. */
export interface ReportParts {
  readonly names: readonly string[];
  /** Undefined where there is no such part. */
  read(name: string, readText: ReadText): readonly unknown[] | undefined;
}

/** A text of the run file by its hash. */
export type ReadText = (sha256: string) => string;

type ReadItem = (index: number) => PartItems[PartKind];

/** Of an input so much is shown. */
const INPUT_CHARACTERS = 20_000;
const ANSWER_CHARACTERS = 1500;
const PROGRAM_MARK = "… the program …";

export function reportParts(documents: readonly ProblemDocument[], problems: readonly ReportedProblem[]): ReportParts {
  const parts = new Map<string, (readText: ReadText) => readonly unknown[]>();
  for (const [index, document] of documents.entries()) {
    const fold = problems[index]?.fold;
    if (!fold) continue;
    const readersFrom = readers(document, fold);
    for (const kind of PART_KINDS) {
      for (let from = 0; from < document[kind].length; from += PART_SIZE) {
        const items = Array.from({ length: Math.min(PART_SIZE, document[kind].length - from) }, (_, at) => from + at);
        parts.set(partName(index, kind, from), (readText) => {
          const read: ReadItem = readersFrom(readText)[kind];
          return items.map((item) => read(item) ?? null);
        });
      }
    }
  }
  return { names: [...parts.keys()], read: (name, readText) => parts.get(name)?.(readText) };
}

function readers(
  { candidates, programs, inputs, testcases }: ProblemDocument,
  fold: ProblemFold,
): (readText: ReadText) => { readonly [Kind in PartKind]: (index: number) => PartItems[Kind] } {
  const judgements = judgementsOf(fold);
  const prompts = promptsOf(fold);
  const placeOf = new Map(testcases.map((id, place) => [id, place]));
  return (readText) => {
    const text = (sha256: string | undefined) => (sha256 === undefined ? "" : readText(sha256));
    return {
      candidates: (index) => {
        const row = candidates[index];
        // One with the text of another is shown as that one.
        if (!row || row.sameAs !== undefined) return undefined;
        const tested = fold.tested.get(row.id);
        const judgement = judgements.get(row.id);
        const extracted = fold.candidates.get(row.id);
        const answer = extracted && fold.answers.get(`${extracted.purpose} ${extracted.sample}`);
        const source = text(extracted?.source);
        return {
          source,
          answer: withoutProgram(text(answer?.answer), source),
          compileLog: tested?.compile.log ?? "",
          samples: columns(tested?.samples ?? [], placeOf),
          testcases: judgement && columns(judgement.testcases, placeOf),
          subtasks: judgement?.subtasks.map(({ score }) => score),
        } satisfies CandidateDetail;
      },
      programs: (index) => text(fold.testPrograms.get(programs[index]?.id ?? "")?.source),
      inputs: (index) => text(fold.inputs.get(inputs[index]?.id ?? "")?.sha256).slice(0, INPUT_CHARACTERS),
      prompts: (index) => text(prompts[index]?.text),
    };
  };
}

/** The program stands beside it already; ten thousand long answers would make a file that no mail takes. */
function withoutProgram(answer: string, source: string): string {
  const words = answer.replaceAll(source.trim(), PROGRAM_MARK);
  return words.length > ANSWER_CHARACTERS ? `${words.slice(0, ANSWER_CHARACTERS)}\n… (cut here)` : words;
}

function columns(testcases: readonly TestcaseJudgement[], placeOf: ReadonlyMap<string, number>): TestcaseColumns {
  return {
    testcase: testcases.map(({ id }) => placeOf.get(id) ?? -1),
    verdict: testcases.map(({ verdict }) => verdict),
    cpuMs: testcases.map(({ cpuMs }) => Math.round(cpuMs)),
    peakMib: testcases.map(({ peakMemoryBytes }) => Math.round(peakMemoryBytes / 104_857.6) / 10),
    borderline: testcases.flatMap(({ borderline }, index) => (borderline ? [index] : [])),
    messages: Object.fromEntries(
      testcases.flatMap(({ message }, index) => (message === "" ? [] : [[String(index), message]])),
    ),
  };
}
