/**
 * The expected best of `draws` values drawn without replacement, in closed form: the largest of n draws is at most v
 * with the chance C(k, n) / C(K, n), where k of the K values are at most v. 0 where nothing is drawn.
 */
export function expectedBest(values: readonly number[], draws: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const drawn = Math.min(draws, sorted.length);
  if (drawn === 0) return 0;
  let expected = 0;
  let chanceBelow = 0;
  for (let rank = drawn; rank <= sorted.length; rank++) {
    const chanceAtMost = chooseRatio(rank, sorted.length, drawn);
    expected += (sorted[rank - 1] ?? 0) * (chanceAtMost - chanceBelow);
    chanceBelow = chanceAtMost;
  }
  return expected;
}

/** C(k, n) / C(K, n) without large numbers. */
function chooseRatio(k: number, K: number, n: number): number {
  let ratio = 1;
  for (let i = 0; i < n; i++) ratio *= (k - i) / (K - i);
  return ratio;
}
