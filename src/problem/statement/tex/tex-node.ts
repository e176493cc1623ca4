/** What a TeX text consists of; text still has its ligatures. */
export type TexNode =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "paragraph break" }
  | { readonly kind: "column break" }
  | { readonly kind: "math"; readonly tex: string; readonly isDisplay: boolean }
  | { readonly kind: "group"; readonly content: readonly TexNode[] }
  | { readonly kind: "command"; readonly name: string; readonly args: readonly TexArgument[] }
  | TexEnvironment
  | { readonly kind: "code"; readonly text: string; readonly isBlock: boolean; readonly language: string | undefined };

export interface TexEnvironment {
  readonly kind: "environment";
  readonly name: string;
  readonly args: readonly TexArgument[];
  readonly content: readonly TexNode[];
}

export interface TexArgument {
  /** As it stands in the source. */
  readonly source: string;
  /** Empty for an argument that is read as it stands. */
  readonly content: readonly TexNode[];
}

/**
 * The arguments of a command or environment, a letter for each: `m` mandatory, `r` mandatory and read as it stands,
 * `o` optional in brackets, `s` an optional star, `g` at the end a group if one follows.
 */
export type Signature = string;

/** What the reader must know to read a command or environment. */
export interface Grammar {
  readonly commands: ReadonlyMap<string, { readonly signature: Signature }>;
  readonly environments: ReadonlyMap<string, { readonly signature: Signature }>;
}
