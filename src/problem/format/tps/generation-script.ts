import { UsageError } from "../../../domain/errors.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { splitWords } from "./words.ts";

/** What `gen/data` says: how each testcase is made, and which belong to which subtask. */
export interface GenerationScript {
  readonly tests: readonly ScriptedTest[];
  readonly testcaseIdsBySubtask: ReadonlyMap<string, readonly string[]>;
}

export interface ScriptedTest {
  readonly id: string;
  readonly line: number;
  readonly words: readonly [string, ...string[]];
}

interface TestSet {
  readonly name: string;
  /** What the names of its testcases begin with: subtasks are counted, other sets named. */
  readonly prefix: string;
  readonly isSubtask: boolean;
  readonly ids: Set<string>;
  ownTests: number;
}

/** A few lines can include more than fits into memory; the largest real scripts stay far below. */
const MAX_CHARACTERS = 1_000_000;
const MAX_INCLUDED = 200_000;

/** Reads `gen/data`; its mistakes go to the findings with their lines. A UsageError where it is too large. */
export function parseGenerationScript(
  text: string,
  { isOutputOnly }: { readonly isOutputOnly: boolean },
  { errors }: PackageFindings,
): GenerationScript {
  if (text.length > MAX_CHARACTERS) throw new UsageError(`gen/data: expected at most ${MAX_CHARACTERS} characters`);
  const reader = new ScriptReader(isOutputOnly);
  for (const [index, line] of text.split("\n").entries()) {
    if (!line.trim().startsWith("#")) reader.read(index + 1, splitWords(line));
  }
  errors.push(...reader.errors);
  return reader.script();
}

class ScriptReader {
  readonly errors: string[] = [];
  readonly #sets = new Map<string, TestSet>();
  readonly #tests = new Map<string, ScriptedTest>();
  readonly #isOutputOnly: boolean;
  #current: TestSet | undefined;
  #subtaskCount = 0;
  #includedCount = 0;

  constructor(isOutputOnly: boolean) {
    this.#isOutputOnly = isOutputOnly;
  }

  read(line: number, words: readonly string[] | undefined): void {
    const [command, ...rest] = words ?? [];
    if (!words) this.#mistake(line, "a quote is not closed");
    if (command === undefined) return;
    if (command === "@subtask" || command === "@testset") this.#begin(line, command, rest[0]);
    else if (!this.#current) this.#mistake(line, "expected @subtask or @testset first");
    else if (command === "@include") for (const name of rest) this.#include(line, name, this.#current);
    else if (command.startsWith("@")) this.#mistake(line, `unknown command ${command}`);
    else this.#test(line, [command, ...rest], this.#current);
  }

  script(): GenerationScript {
    const subtasks = [...this.#sets.values()].filter(({ isSubtask }) => isSubtask);
    return {
      tests: [...this.#tests.values()],
      testcaseIdsBySubtask: new Map(subtasks.map(({ name, ids }) => [name, [...ids]])),
    };
  }

  #begin(line: number, command: string, name = ""): void {
    if (name === "") this.#mistake(line, `expected a name after ${command}`);
    if (name.includes("/")) this.#mistake(line, `expected a name without / after ${command}`);
    if (this.#sets.has(name)) this.#mistake(line, `${name} is defined twice`);
    const isSubtask = command === "@subtask";
    const prefix = isSubtask ? `${this.#subtaskCount++}` : name;
    this.#current = { name, prefix, isSubtask, ids: new Set(), ownTests: 0 };
    this.#sets.set(name, this.#current);
  }

  #include(line: number, name: string, into: TestSet): void {
    const included = this.#sets.get(name);
    if (!included) this.#mistake(line, `${name} is not defined above`);
    this.#includedCount += included?.ids.size ?? 0;
    if (this.#includedCount > MAX_INCLUDED)
      throw new UsageError(`gen/data:${line}: expected at most ${MAX_INCLUDED} testcases to be included`);
    for (const id of included?.ids ?? []) into.ids.add(id);
  }

  #test(line: number, words: ScriptedTest["words"], set: TestSet): void {
    const number = this.#isOutputOnly ? this.#tests.size + 1 : ++set.ownTests;
    const id = `${this.#isOutputOnly ? "" : `${set.prefix}-`}${String(number).padStart(2, "0")}`;
    if (this.#tests.has(id)) this.#mistake(line, `makes a second testcase ${id}`);
    this.#tests.set(id, { id, line, words });
    set.ids.add(id);
  }

  #mistake(line: number, what: string): void {
    this.errors.push(`gen/data:${line}: ${what}`);
  }
}
