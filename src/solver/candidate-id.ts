/** Numbered from 1: the samples, then the repairs. */
export function candidateId(index: number): string {
  return `c${String(index + 1).padStart(4, "0")}`;
}
