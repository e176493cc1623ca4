"""Brute force: tries every way to put colours around the ring, for at most 9 posts or so."""
import sys
from functools import lru_cache


@lru_cache(maxsize=None)
def possible_pairs(n):
    """Every number of pairs of the same colour that a ring of n posts can have."""
    found = set()
    ring = []

    def extend(colours, pairs):
        if len(ring) == n:
            if ring[0] != ring[-1]:
                found.add(pairs)
            return
        # A new colour is always the next number: rings that differ only in the names of colours are one.
        for colour in range(colours + 1):
            if ring and ring[-1] == colour:
                continue
            more = ring.count(colour)
            ring.append(colour)
            extend(max(colours, colour + 1), pairs + more)
            ring.pop()

    extend(0, 0)
    return frozenset(found)


if __name__ == "__main__":
    data = list(map(int, sys.stdin.read().split()))
    for n, k in zip(data[1::2], data[2::2]):
        print("possible" if k in possible_pairs(n) else "impossible")
