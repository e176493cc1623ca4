import type { SyntaxNode, Tree } from "@lezer/common";
import { parser } from "@lezer/cpp";

/** A place in the text, and what comes there instead. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface Binary {
  readonly node: SyntaxNode;
  readonly left: SyntaxNode;
  readonly operator: SyntaxNode;
  readonly right: SyntaxNode;
}

const COMMENTS = ["LineComment", "BlockComment"];
const OPERATORS = ["ArithOp", "BitOp", "CompareOp", "LogicOp", "UpdateOp"];

/** C++ text with its syntax tree. The parser takes what it cannot understand for an error and goes on. */
export class CppSource {
  readonly text: string;
  readonly errorCount: number;
  /** The tokens alone: two programs with one such text differ in white space and comments at most. */
  readonly tokens: string;
  readonly #tree: Tree;
  #byName: ReadonlyMap<string, SyntaxNode[]> | undefined;

  constructor(text: string) {
    this.text = text;
    this.#tree = parser.parse(text);
    const { tokens, errorCount } = readLeaves(this.#tree, text);
    this.tokens = tokens;
    this.errorCount = errorCount;
  }

  /** All nodes of these names; those of one name in the order of the text. */
  nodes(...names: string[]): readonly SyntaxNode[] {
    const byName = this.#byName ?? nodesByName(this.#tree);
    this.#byName = byName;
    return names.flatMap((name) => byName.get(name) ?? []);
  }

  textOf({ from, to }: { readonly from: number; readonly to: number }): string {
    return this.text.slice(from, to);
  }

  /** Expressions of two operands whose operator is one of these. */
  binaries(...operators: string[]): readonly Binary[] {
    return this.nodes("BinaryExpression").flatMap((node) => {
      const parts = partsOf(node);
      const [left, operator, right] = parts;
      if (!left || !operator || !right || parts.length !== 3 || !OPERATORS.includes(operator.name)) return [];
      return operators.includes(this.textOf(operator)) ? [{ node, left, operator, right }] : [];
    });
  }

  /** Whether one of these names stands in the part of the text. */
  mentions({ from, to }: { readonly from: number; readonly to: number }, ...names: string[]): boolean {
    return this.nodes("Identifier", "FieldIdentifier").some(
      (node) => node.from >= from && node.to <= to && names.includes(this.textOf(node)),
    );
  }

  /** Whether it takes from the input: what a program does not read, it goes wrong without in a way that nobody overlooks. */
  reads(part: { readonly from: number; readonly to: number }): boolean {
    return this.mentions(part, "scanf", "cin", "getline", "getchar", "fread");
  }
}

function readLeaves(tree: Tree, text: string): { readonly tokens: string; readonly errorCount: number } {
  const tokens: string[] = [];
  let errorCount = 0;
  let end = 0;
  let isLeaf = false;
  tree.iterate({
    enter: ({ type }) => {
      if (type.isError) errorCount++;
      isLeaf = true;
    },
    leave: ({ name, from, to }) => {
      if (isLeaf && from < to) {
        // What is no node of its own, such as a semicolon, stands between the leaves.
        tokens.push(text.slice(end, from));
        if (!COMMENTS.includes(name)) tokens.push(text.slice(from, to));
        end = to;
      }
      isLeaf = false;
    },
  });
  tokens.push(text.slice(end));
  return { tokens: tokens.flatMap((part) => part.trim() || []).join(" "), errorCount };
}

function nodesByName(tree: Tree): ReadonlyMap<string, SyntaxNode[]> {
  const byName = new Map<string, SyntaxNode[]>();
  tree.iterate({
    enter: ({ name, node }) => {
      const namesakes = byName.get(name);
      if (namesakes) namesakes.push(node);
      else byName.set(name, [node]);
    },
  });
  return byName;
}

/** The children of a node, comments left out. */
export function partsOf(node: SyntaxNode): SyntaxNode[] {
  const parts: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (!COMMENTS.includes(child.name)) parts.push(child);
  return parts;
}

/** The nodes around a node, the nearest first. */
export function* ancestorsOf(node: SyntaxNode): Generator<SyntaxNode> {
  for (let around = node.parent; around; around = around.parent) yield around;
}

export function replace({ from, to }: { readonly from: number; readonly to: number }, text: string): Edit {
  return { from, to, text };
}

/** The text with the edits made, which must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let made = text;
  for (const { from, to, text: instead } of [...edits].sort((a, b) => b.from - a.from))
    made = made.slice(0, from) + instead + made.slice(to);
  return made;
}

/** A whole number as it stands in the text; undefined for all other numbers. */
export function wholeNumber(text: string): number | undefined {
  const match = /^(\d+(?:'\d+)*)(?:[uUlL]*)$/.exec(text);
  const digits = match?.[1]?.replaceAll("'", "") ?? "";
  return digits === "" || (digits.length > 1 && digits.startsWith("0")) ? undefined : Number(digits);
}
