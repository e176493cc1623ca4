import type { Change, Mutant } from "../domain/mutant.ts";
import { type Random, shuffled } from "../domain/random.ts";
import { applyEdits, CppSource, type Edit } from "./cpp-source.ts";
import { OPERATORS } from "./operator/index.ts";

/** What share of the mutants has a second change, and of those a third. */
const SHARE_OF_MORE = 0.25;
/** How often in a row nothing new may come of combining changes before there is taken to be no more. */
const PATIENCE = 50;

/** One way to make one mistake in a program. */
export interface Mutation {
  readonly operator: string;
  readonly edits: readonly Edit[];
}

/**
 * Mutants of a C++ program in an order that chance decides, no two alike and none like the program itself. An operator is
 * drawn first, then one of its places: so that those with many places do not crowd out the others.
 */
export function* mutantsOf(text: string, random: Random): Generator<Mutant> {
  const origin = new CppSource(text);
  const all = mutationsOf(origin);
  const fresh = new Map<string, Mutation[]>();
  for (const mutation of shuffled(all, random))
    fresh.set(mutation.operator, [...(fresh.get(mutation.operator) ?? []), mutation]);
  const known = new Set([origin.tokens]);
  for (let failures = 0; failures < PATIENCE; ) {
    const first = takeOne(fresh, random) ?? pick(all, random);
    const mutations = first ? withMore(first, all, random) : [];
    const mutant = mutations.length === 0 ? undefined : newMutant(origin, mutations, known);
    // As long as there are changes that were never made alone, there is something new.
    failures = mutant || fresh.size > 0 ? 0 : failures + 1;
    if (mutant) yield mutant;
    if (all.length === 0) return;
  }
}

/** Every change that some operator can make, the harmless ones included. */
function mutationsOf(program: CppSource): Mutation[] {
  return Object.entries(OPERATORS).flatMap(([operator, { find }]) =>
    find(program).map((edits) => ({ operator, edits })),
  );
}

function takeOne(fresh: Map<string, Mutation[]>, random: Random): Mutation | undefined {
  const name = pick([...fresh.keys()], random);
  const left = name === undefined ? undefined : fresh.get(name);
  const taken = left?.pop();
  if (name !== undefined && left?.length === 0) fresh.delete(name);
  return taken;
}

function withMore(first: Mutation, all: readonly Mutation[], random: Random): Mutation[] {
  const mutations = [first];
  while (mutations.length < 3 && random() < SHARE_OF_MORE) {
    const other = pick(all, random);
    if (other && mutations.every((mutation) => !overlap(mutation, other))) mutations.push(other);
  }
  return mutations;
}

function overlap(a: Mutation, b: Mutation): boolean {
  return a.edits.some((one) => b.edits.some((other) => one.from <= other.to && other.from <= one.to));
}

/** Undefined where it is none, or one that there is already; what is no C++ any more is none either. */
function newMutant(origin: CppSource, mutations: readonly Mutation[], known: Set<string>): Mutant | undefined {
  const source = applyEdits(
    origin.text,
    mutations.flatMap(({ edits }) => edits),
  );
  const { tokens, errorCount } = new CppSource(source);
  if (known.has(tokens) || errorCount > origin.errorCount) return undefined;
  known.add(tokens);
  const changes = mutations.map((mutation) => changeOf(origin.text, mutation));
  return { source, changes: changes.sort((a, b) => a.line - b.line) };
}

function changeOf(text: string, { operator, edits }: Mutation): Change {
  const from = Math.min(...edits.map((edit) => edit.from));
  const to = Math.max(...edits.map((edit) => edit.to));
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const end = text.indexOf("\n", to) < 0 ? text.length : text.indexOf("\n", to);
  const changed = applyEdits(text, edits);
  return {
    operator,
    line: text.slice(0, from).split("\n").length,
    before: onOneLine(text.slice(start, end)),
    after: onOneLine(changed.slice(start, changed.length - (text.length - end))),
  };
}

function onOneLine(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

function pick<T>(items: readonly T[], random: Random): T | undefined {
  return items[Math.floor(random() * items.length)];
}
