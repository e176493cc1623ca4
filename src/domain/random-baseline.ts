/**
 * The expected best of `draws` values drawn without replacement, in closed form: the largest of n draws is at most v
 * with the chance C(k, n) / C(K, n), where k of the K values are at most v. 0 where nothing is drawn.
 */
export function expectedBest(values: readonly number[], draws: number): number {
  return expectedBestOfSorted(
    [...values].sort((a, b) => b - a),
    draws,
  );
}

/** The same of values that stand in falling order. */
export function expectedBestOfSorted(falling: readonly number[], draws: number): number {
  const size = falling.length;
  const drawn = Math.min(draws, size);
  if (drawn === 0) return 0;
  let expected = 0;
  let chanceAtMost = 1;
  // Falling: C(k - 1, n) is C(k, n) times (k - n) / k, which never needs a large number.
  for (let rank = size; rank >= drawn; rank--) {
    const chanceBelow = (chanceAtMost * (rank - drawn)) / rank;
    expected += (falling[size - rank] ?? 0) * (chanceAtMost - chanceBelow);
    chanceAtMost = chanceBelow;
  }
  return expected;
}
