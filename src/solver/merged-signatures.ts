import type { PoolState } from "./pool-state.ts";

/**
 * Signatures as strategies see them: where a checker found that the outputs of two candidates are right by each other's,
 * all that print what one of them prints have the signature of the first.
 */
export function mergedSignatures(pool: PoolState): ReadonlyMap<string, readonly string[]> {
  const keyOf = new Map([...pool.signatures].map(([id, { outputs }]) => [id, outputs.join()]));
  const above = new Map<string, string>();
  const top = (key: string): string => {
    const next = above.get(key);
    return next === undefined ? key : top(next);
  };
  for (const { candidate, against, accepts } of pool.crossChecks.values()) {
    const [one, other] = [keyOf.get(candidate), keyOf.get(against)];
    if (!accepts || one === undefined || other === undefined) continue;
    if (pool.crossCheck(against, candidate)?.accepts !== true) continue;
    const [first = one, second = other] = [top(one), top(other)].sort();
    if (first !== second) above.set(second, first);
  }
  const signatureOf = new Map([...pool.signatures.values()].map(({ outputs }) => [outputs.join(), outputs]));
  return new Map(
    [...pool.signatures].map(([id, { outputs }]) => [id, signatureOf.get(top(outputs.join())) ?? outputs]),
  );
}
