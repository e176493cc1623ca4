import { codeEnvironment, readInlineCode } from "./read-code.ts";
import { MathReader } from "./read-math.ts";
import type { Grammar, Signature, TexArgument, TexNode } from "./tex-node.ts";
import { TexSource } from "./tex-source.ts";

/** What is nested deeper is read as if it stood in this level. */
const MAX_DEPTH = 100;
const NO_ARGUMENT: TexArgument = { source: "", content: [] };

/**
 * Reads every text in linear time and never fails: what does not belong together is text and a warning. (The parsers of
 * the registry need seconds for long statements, and exponential time or the whole stack for hostile ones.)
 */
export function readTex(tex: string, grammar: Grammar, warn: (message: string) => void): TexNode[] {
  return new TexReader(new TexSource(tex, warn), grammar).read();
}

class TexReader {
  readonly #source: TexSource;
  readonly #grammar: Grammar;
  readonly #math: MathReader;
  readonly #openEnvironments: string[] = [];
  #depth = 0;

  constructor(source: TexSource, grammar: Grammar) {
    this.#source = source;
    this.#grammar = grammar;
    this.#math = new MathReader(source);
  }

  read(): TexNode[] {
    const nodes: TexNode[] = [];
    while (!this.#source.isAtEnd) {
      nodes.push(...this.#readContent());
      if (this.#source.take(/\}/y) !== undefined) this.#source.warn("a closing brace without an opening one");
    }
    return nodes;
  }

  /** Up to a closing brace or the end of an open environment, which stay unread. */
  #readContent(): TexNode[] {
    const nodes: TexNode[] = [];
    const source = this.#source;
    while (!source.isAtEnd && source.next !== "}") {
      if (source.next === "\\") {
        if (this.#isAtEndOfOpenEnvironment()) break;
        const node = this.#readCommand();
        if (node !== undefined) nodes.push(node);
      } else nodes.push(...this.#readPlain());
    }
    return nodes;
  }

  #readPlain(): TexNode[] {
    const source = this.#source;
    const text = source.take(/[^\\{}$%&\s]+/y);
    if (text !== undefined) return [{ kind: "text", text }];
    const space = source.take(/\s+/y);
    if (space !== undefined) {
      return [/\n\s*\n/.test(space) ? { kind: "paragraph break" } : { kind: "text", text: " " }];
    }
    if (source.take(/%[^\n]*(?:\n[ \t]*)?/y) !== undefined)
      return source.next === "\n" ? [{ kind: "paragraph break" }] : [];
    if (source.take(/&/y) !== undefined) return [{ kind: "column break" }];
    if (source.next === "$") return [this.#math.readDollars()];
    return this.#readGroup();
  }

  #readGroup(): TexNode[] {
    this.#source.skip(1);
    if (this.#depth >= MAX_DEPTH) return [];
    const content = this.#readDeeper();
    this.#closeGroup();
    return [{ kind: "group", content }];
  }

  #closeGroup(): void {
    if (this.#source.take(/\}/y) === undefined) this.#source.warn("a brace is never closed");
  }

  #readDeeper(): TexNode[] {
    this.#depth++;
    const content = this.#readContent();
    this.#depth--;
    return content;
  }

  #readCommand(): TexNode | undefined {
    const source = this.#source;
    const math = this.#math.readBackslash();
    if (math !== undefined) return math;
    const code = readInlineCode(source);
    if (code !== undefined) return code;
    if (source.take(/\\begin(?![a-zA-Z])/y) !== undefined) return this.#readEnvironment();
    if (source.take(/\\end(?![a-zA-Z])/y) !== undefined) {
      source.warn(`\\end{${source.takeName()}} without \\begin`);
      return undefined;
    }
    source.skip(1);
    const name = source.take(/[a-zA-Z]+/y);
    if (name === undefined) {
      const symbol = source.take(/[\s\S]/y) ?? "\\";
      return { kind: "command", name: symbol, args: this.#readArguments(this.#signatureOf(symbol)) };
    }
    source.take(/[ \t]*(?:\n(?![ \t]*\n)[ \t]*)?/y);
    return { kind: "command", name, args: this.#readArguments(this.#signatureOf(name)) };
  }

  #signatureOf(command: string): Signature {
    return this.#grammar.commands.get(command)?.signature ?? "";
  }

  #readEnvironment(): TexNode | undefined {
    const source = this.#source;
    const name = source.takeName();
    const verbatim = codeEnvironment(source, name) ?? this.#math.readEnvironment(name);
    if (verbatim !== undefined) return verbatim;
    const args = this.#readArguments(this.#grammar.environments.get(name)?.signature ?? "");
    if (this.#depth >= MAX_DEPTH) return undefined;
    this.#openEnvironments.push(name);
    const content: TexNode[] = this.#readDeeper();
    while (source.next === "}") {
      source.skip(1);
      source.warn(`a closing brace without an opening one in ${name}`);
      content.push(...this.#readDeeper());
    }
    this.#openEnvironments.pop();
    if (source.peek(END)?.[1] === name) source.take(END);
    else source.warn(`\\begin{${name}} is never ended`);
    return { kind: "environment", name, args, content };
  }

  #isAtEndOfOpenEnvironment(): boolean {
    const end = this.#source.peek(END);
    return end?.[1] !== undefined && this.#openEnvironments.includes(end[1]);
  }

  #readArguments(signature: Signature): TexArgument[] {
    const isGroupMissing = signature.endsWith("g") && this.#source.next !== "{";
    return [...(isGroupMissing ? signature.slice(0, -1) : signature)].map((kind) => {
      if (kind === "s") return { source: this.#source.take(/\*/y) ?? "", content: [] };
      if (kind === "o") return this.#readOptional();
      return kind === "r" ? this.#readRaw() : this.#readMandatory();
    });
  }

  #readOptional(): TexArgument {
    const source = this.#source;
    const inner = source.takeBracketed("]");
    if (inner === undefined) return NO_ARGUMENT;
    if (this.#depth >= MAX_DEPTH) return { source: inner, content: [] };
    const reader = new TexReader(new TexSource(inner, (message) => source.warn(message)), this.#grammar);
    reader.#depth = this.#depth + 1;
    return { source: inner, content: reader.read() };
  }

  #readRaw(): TexArgument {
    const inner = this.#source.takeBracketed("}");
    return inner === undefined ? NO_ARGUMENT : { source: inner, content: [] };
  }

  #readMandatory(): TexArgument {
    const source = this.#source;
    source.take(/[ \t]*(?:\n(?![ \t]*\n)[ \t]*)?/y);
    if (source.isAtEnd || source.next === "}" || source.next === "\n" || this.#depth >= MAX_DEPTH) return NO_ARGUMENT;
    const start = source.at;
    if (source.next === "{") {
      source.skip(1);
      const content = this.#readDeeper();
      const inner = source.slice(start + 1);
      this.#closeGroup();
      return { source: inner, content };
    }
    if (source.next === "\\") {
      if (source.peek(/\\(?:begin|end)(?![a-zA-Z])/y) !== undefined) return NO_ARGUMENT;
      this.#depth++;
      const command = this.#readCommand();
      this.#depth--;
      return { source: source.slice(start), content: command === undefined ? [] : [command] };
    }
    if (source.next === "$") return { source: "", content: [this.#math.readDollars()] };
    const text = source.take(/[\s\S]/uy) ?? "";
    return { source: text, content: [{ kind: "text", text }] };
  }
}

const END = /\\end\s*\{([^{}\n]*)\}/y;
