import { basename } from "node:path/posix";
import type { Testcase } from "../domain/problem.ts";
import type { AnswerSet } from "../domain/program.ts";

export interface NamedContent {
  readonly path: string;
  readonly content: Uint8Array;
}

type Answered = Pick<Testcase, "id" | "kind">;

/** Whether a file's name says that it is an output: `output_NAME.txt` as in CMS, or `NAME.out`, `.ans` or `.txt`. */
export function looksLikeAnswer(path: string): boolean {
  return /\.(out|ans|txt)$/.test(path);
}

/**
 * Takes files as answers to the testcases that they are called after, in full or by the last part; a single one is the
 * answer to a single secret testcase, whatever its name. What is unclear goes to the errors.
 */
export function answerSetOf(
  place: string,
  contents: readonly NamedContent[],
  testcases: readonly Answered[],
  errors: string[],
): AnswerSet {
  const answers = new Map<string, Uint8Array>();
  const secrets = testcases.filter(({ kind }) => kind === "secret");
  for (const { path, content } of contents) {
    const isAlone = contents.length === 1 && secrets.length === 1;
    const testcase = isAlone ? secrets[0] : testcaseCalled(nameOf(path, place), testcases);
    if (!testcase) errors.push(`${path}: expected an output called after a testcase: output_NAME.txt or NAME.out`);
    else if (answers.has(testcase.id)) errors.push(`${path}: a second answer to testcase ${testcase.id}`);
    else answers.set(testcase.id, content);
  }
  return { answers };
}

function nameOf(path: string, place: string): string {
  const inside = path.startsWith(`${place}/`) ? path.slice(place.length + 1) : basename(path);
  const ofCms = /^(.*\/)?output_(.+)\.txt$/.exec(inside);
  return ofCms ? `${ofCms[1] ?? ""}${ofCms[2]}` : inside.replace(/\.[^./]+$/, "");
}

function testcaseCalled(name: string, testcases: readonly Answered[]): Answered | undefined {
  const whole = testcases.find(({ id }) => id === name);
  if (whole) return whole;
  const byLastPart = testcases.filter(({ id }) => basename(id) === name);
  const ofSecrets = byLastPart.filter(({ kind }) => kind === "secret");
  const candidates = byLastPart.length === 1 ? byLastPart : ofSecrets;
  return candidates.length === 1 ? candidates[0] : undefined;
}
