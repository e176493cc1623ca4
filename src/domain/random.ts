/** A stream of numbers in [0, 1) that depends on the seed alone. */
export type Random = () => number;

/** splitmix32: small, well mixed, the same on every machine; not for secrets. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let word = state ^ (state >>> 16);
    word = Math.imul(word, 0x21f0aaad);
    word ^= word >>> 15;
    word = Math.imul(word, 0x735a2d97);
    return ((word ^ (word >>> 15)) >>> 0) / 0x1_0000_0000;
  };
}

/** A new array in random order (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const drawn: T[] = [];
  const rest = [...items];
  while (rest.length > 0) {
    const index = Math.floor(random() * rest.length);
    const [item] = rest.splice(index, 1);
    if (item !== undefined) drawn.push(item);
  }
  return drawn;
}
