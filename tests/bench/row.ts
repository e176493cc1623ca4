/** A line of what was measured. */
export interface Row {
  readonly what: string;
  readonly measured: number;
  readonly unit: string;
  /** What it should be, where something is set. */
  readonly goal?: { readonly most?: number; readonly least?: number };
}
