export interface StatementText {
  /** Without the title and the samples, which the problem has by itself. */
  readonly markdown: string;
  readonly title: string | undefined;
  /** Files that the text shows, as it names them, each once. */
  readonly images: readonly string[];
  readonly warnings: readonly string[];
}

/** The statement cannot be turned into text at all. */
export class UnreadableStatement extends Error {
  override readonly name = "UnreadableStatement";
}
