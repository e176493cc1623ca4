export interface LogisticModel {
  readonly bias: number;
  readonly weights: readonly number[];
}

/** `target` from 0 to 1. */
export interface Example {
  readonly features: readonly number[];
  readonly target: number;
  /** How much it counts; 1 where nothing is said. */
  readonly weight?: number;
}

/** Holds weights down where there is little to learn from; an example weighs 1. */
const RIDGE = 1;
const STEPS = 30;

export function predict({ bias, weights }: LogisticModel, features: readonly number[]): number {
  return 1 / (1 + Math.exp(-features.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), bias)));
}

/** The maximum of the likelihood less the ridge, by Newton's method: the problem is convex, so there is one. */
export function fitLogistic(examples: readonly Example[], featureCount: number): LogisticModel {
  let parameters = Array<number>(featureCount + 1).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const change = newtonStep(examples, parameters);
    parameters = parameters.map((value, index) => value + (change[index] ?? Number.NaN));
    if (change.every((moved) => Math.abs(moved) < 1e-9)) break;
  }
  return modelOf(parameters);
}

function modelOf([bias = 0, ...weights]: readonly number[]): LogisticModel {
  return { bias, weights };
}

/** The gradient over the curvature. */
function newtonStep(examples: readonly Example[], parameters: readonly number[]): number[] {
  const model = modelOf(parameters);
  const gradient = parameters.map((value, index) => -ridgeOf(index) * value);
  const curvature = parameters.map((_, row) => parameters.map((__, column) => (row === column ? ridgeOf(row) : 0)));
  for (const { features, target, weight = 1 } of examples) {
    const expected = predict(model, features);
    const values = [1, ...features];
    for (const [row, value] of values.entries()) {
      gradient[row] = (gradient[row] ?? 0) + weight * (target - expected) * value;
      const line = curvature[row] ?? [];
      for (const [column, other] of values.entries())
        line[column] = (line[column] ?? 0) + weight * expected * (1 - expected) * value * other;
    }
  }
  return solve(curvature, gradient);
}

/** The bias comes first; it is held by almost nothing. */
function ridgeOf(parameter: number): number {
  return parameter === 0 ? 1e-6 : RIDGE;
}

/** Gauss and Jordan; the matrix is positive definite, so that pivots need no search. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  for (const [pivot, pivotRow] of rows.entries()) {
    const lead = pivotRow[pivot] ?? Number.NaN;
    for (const [column, value] of pivotRow.entries()) pivotRow[column] = value / lead;
    for (const [index, row] of rows.entries()) {
      const factor = row[pivot] ?? 0;
      if (index === pivot || factor === 0) continue;
      for (const [column, value] of pivotRow.entries()) row[column] = (row[column] ?? 0) - factor * value;
    }
  }
  return rows.map((row) => row.at(-1) ?? Number.NaN);
}
