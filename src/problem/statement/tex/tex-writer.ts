import type { FootnoteDefinition, PhrasingContent, RootContent } from "mdast";
import type { Dialect } from "./command.ts";
import { flattenToPhrasing } from "./flatten.ts";
import { applyLigatures } from "./ligatures.ts";
import { PLAIN, phraseRuns, type Run, type Style } from "./style.ts";
import type { TexArgument, TexEnvironment, TexNode } from "./tex-node.ts";

/** What all parts of a text share. */
export interface Manuscript {
  readonly dialect: Dialect;
  title: string | undefined;
  readonly footnotes: FootnoteDefinition[];
  readonly warn: (message: string) => void;
}

/** Writes TeX as the blocks of a Markdown tree. Commands and environments call it back. */
export class TexWriter {
  readonly manuscript: Manuscript;
  readonly #blocks: RootContent[] = [];
  #runs: Run[] = [];
  /** Holds until the end of the group. */
  style: Style;

  constructor(manuscript: Manuscript, style: Style = PLAIN) {
    this.manuscript = manuscript;
    this.style = style;
  }

  write(nodes: readonly TexNode[]): void {
    for (const node of nodes) this.#writeNode(node);
  }

  /** With declarations of style that end with them. */
  writeGroup(nodes: readonly TexNode[], style: Style = this.style): void {
    const outer = this.style;
    this.style = style;
    this.write(nodes);
    this.style = outer;
  }

  writeText(text: string): void {
    this.#runs.push({ text, style: this.style });
  }

  writeInline(node: PhrasingContent): void {
    this.#runs.push({ node, style: this.style });
  }

  writeBlock(block: RootContent): void {
    this.endParagraph();
    this.#blocks.push(block);
  }

  endParagraph(): void {
    const children = phraseRuns(this.#runs);
    this.#runs = [];
    if (children.length > 0) this.#blocks.push({ type: "paragraph", children });
  }

  /** The blocks that stand in a list item, a quote and the like. */
  blocksOf(nodes: readonly TexNode[]): RootContent[] {
    const inner = new TexWriter(this.manuscript, this.style);
    inner.write(nodes);
    return inner.finish();
  }

  /** What stands in a heading, a table cell and the like. */
  phrasingOf(nodes: readonly TexNode[], style: Style = this.style): PhrasingContent[] {
    const inner = new TexWriter(this.manuscript, style);
    inner.write(nodes);
    return flattenToPhrasing(inner.finish());
  }

  finish(): RootContent[] {
    this.endParagraph();
    return this.#blocks;
  }

  #writeNode(node: TexNode): void {
    if (node.kind === "text")
      this.writeText(this.style.code ? node.text.replace(/~/g, " ") : applyLigatures(node.text));
    else if (node.kind === "column break") this.writeText(" ");
    else if (node.kind === "paragraph break") this.endParagraph();
    else if (node.kind === "group") this.writeGroup(node.content);
    else if (node.kind === "math") this.#writeMath(node.tex, node.isDisplay);
    else if (node.kind === "code") this.#writeCode(node);
    else if (node.kind === "environment") this.#writeEnvironment(node);
    else this.#writeCommand(node.name, node.args);
  }

  #writeCommand(name: string, args: readonly TexArgument[]): void {
    const command = this.manuscript.dialect.commands.get(name);
    if (command !== undefined) command.write(this, args);
    else this.manuscript.warn(`\\${name} is not known: only its text is kept`);
  }

  #writeMath(tex: string, isDisplay: boolean): void {
    if (tex === "") return;
    if (isDisplay) this.writeBlock({ type: "math", value: tex });
    else this.writeInline({ type: "inlineMath", value: tex });
  }

  #writeCode({ text, isBlock, language }: Extract<TexNode, { kind: "code" }>): void {
    if (isBlock) this.writeBlock({ type: "code", value: text, lang: language ?? null });
    else if (text !== "") this.writeInline({ type: "inlineCode", value: text });
  }

  #writeEnvironment(node: TexEnvironment): void {
    const environment = this.manuscript.dialect.environments.get(node.name);
    if (environment !== undefined) {
      const outer = this.style;
      environment.write(this, node);
      this.style = outer;
      return;
    }
    this.manuscript.warn(`\\begin{${node.name}} is not known: only its text is kept`);
    this.endParagraph();
    this.writeGroup(node.content);
    this.endParagraph();
  }
}
