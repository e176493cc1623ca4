/**
 * A pure function that works out what it gives for an object but once. Every choice is made from the view alone, and the
 * pool in it stays the same object from one submission to the next.
 */
export function remembered<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const found = known.get(key) ?? { value: work(key) };
    known.set(key, found);
    return found.value;
  };
}
