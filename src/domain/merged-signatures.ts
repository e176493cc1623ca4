interface Compared {
  /** By candidate: what it did with every kept input. */
  readonly signatures: ReadonlyMap<string, { readonly outputs: readonly string[] }>;
  readonly crossChecks: { values(): Iterable<CrossCheck> };
}

interface CrossCheck {
  readonly candidate: string;
  readonly against: string;
  readonly accepts: boolean;
}

/**
 * Signatures as strategies see them: where a checker found that the outputs of two candidates are right by each other's,
 * all that print what one of them prints have the signature of the first.
 */
export function mergedSignatures({ signatures, crossChecks }: Compared): ReadonlyMap<string, readonly string[]> {
  const keyOf = new Map([...signatures].map(([id, { outputs }]) => [id, outputs.join()]));
  const above = new Map<string, string>();
  const top = (key: string): string => {
    const next = above.get(key);
    return next === undefined ? key : top(next);
  };
  const accepted = [...crossChecks.values()].filter(({ accepts }) => accepts);
  const pairs = new Set(accepted.map(({ candidate, against }) => `${candidate} ${against}`));
  for (const { candidate, against } of accepted) {
    const [one, other] = [keyOf.get(candidate), keyOf.get(against)];
    if (one === undefined || other === undefined || !pairs.has(`${against} ${candidate}`)) continue;
    const [first = one, second = other] = [top(one), top(other)].sort();
    if (first !== second) above.set(second, first);
  }
  const signatureOf = new Map([...signatures.values()].map(({ outputs }) => [outputs.join(), outputs]));
  return new Map([...signatures].map(([id, { outputs }]) => [id, signatureOf.get(top(outputs.join())) ?? outputs]));
}
