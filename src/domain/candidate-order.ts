/** In the order of sampling: ids are numbers with zeros before them, the largest without. */
export function candidateOrder(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}
