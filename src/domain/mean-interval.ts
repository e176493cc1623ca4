export interface MeanInterval {
  readonly mean: number;
  /** Of the 95 % interval of the mean. */
  readonly low: number;
  readonly high: number;
}

/** Of values that chance gave, independent of each other; a single one says nothing of its spread. */
export function meanInterval(values: readonly number[]): MeanInterval {
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  if (values.length < 2) return { mean, low: mean, high: mean };
  const variance = values.reduce((total, value) => total + (value - mean) ** 2, 0) / (values.length - 1);
  const halfWidth = 1.96 * Math.sqrt(variance / values.length);
  return { mean, low: mean - halfWidth, high: mean + halfWidth };
}
