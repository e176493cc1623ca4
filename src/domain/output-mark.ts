/** Of a signature: a short hash of an output, rather than the verdict of a run that gave none. */
export function isOutputMark(mark: string): boolean {
  return /^[0-9a-f]{16}$/.test(mark);
}
