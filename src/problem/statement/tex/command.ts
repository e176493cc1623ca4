import type { Signature, TexArgument, TexEnvironment } from "./tex-node.ts";
import type { TexWriter } from "./tex-writer.ts";

export interface Command {
  readonly signature: Signature;
  readonly write: (writer: TexWriter, args: readonly TexArgument[]) => void;
}

export interface Environment {
  readonly signature: Signature;
  readonly write: (writer: TexWriter, environment: TexEnvironment) => void;
}

/** The commands and environments that a text may use. */
export interface Dialect {
  readonly commands: ReadonlyMap<string, Command>;
  readonly environments: ReadonlyMap<string, Environment>;
}

export function contentOf(args: readonly TexArgument[], index: number): TexArgument["content"] {
  return args[index]?.content ?? [];
}

export function sourceOf(args: readonly TexArgument[], index: number): string {
  return args[index]?.source.trim() ?? "";
}
