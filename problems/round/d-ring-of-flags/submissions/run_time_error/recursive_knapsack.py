# Memoised recursion over (size, pairs): right, but on large rings it goes deeper than Python allows.
import sys
from functools import lru_cache


def main():
    data = list(map(int, sys.stdin.read().split()))
    for n, k in zip(data[1::2], data[2::2]):

        @lru_cache(maxsize=None)
        def fewest(size, pairs):
            """The fewest flags that make `pairs` with colours of at most `size` flags, and those sizes in a chain."""
            if pairs == 0:
                return 0, None
            own = size * (size - 1) // 2
            if size < 2:
                return n + 1, None
            best = fewest(size - 1, pairs)
            if own <= pairs:
                flags, chain = fewest(size, pairs - own)
                best = min(best, (flags + size, (size, chain)), key=lambda one: one[0])
            return best

        flags, chain = fewest(n // 2, k) if k <= n * n // 4 else (n + 1, None)
        if flags > n:
            print(-1)
            continue
        sizes = []
        while chain:
            sizes.append(chain[0])
            chain = chain[1]
        sizes.sort(reverse=True)
        sizes += [1] * (n - flags)
        row = [colour for colour, size in enumerate(sizes, 1) for _ in range(size)]
        ring = [0] * n
        ring[0::2] = row[: (n + 1) // 2]
        ring[1::2] = row[(n + 1) // 2 :]
        print(*ring)


main()
