# Depth-first search over the sizes, largest first, cut off where the flags left cannot make enough pairs any more.
import sys


def search(flags, pairs, most):
    """Sizes of colours, none over `most`, that make exactly `pairs` with at most `flags` flags; None if there are none."""
    if pairs == 0:
        return []
    for size in range(min(most, flags), 1, -1):
        own = size * (size - 1) // 2
        if own > pairs:
            continue
        rest = flags % size
        if flags // size * own + rest * (rest - 1) // 2 < pairs:
            return None
        others = search(flags - size, pairs - own, size)
        if others is not None:
            return [size] + others
    return None


def main():
    data = list(map(int, sys.stdin.read().split()))
    for n, k in zip(data[1::2], data[2::2]):
        sizes = search(n, k, n // 2)
        if sizes is None:
            print(-1)
            continue
        sizes += [1] * (n - sum(sizes))
        row = [colour for colour, size in enumerate(sizes, 1) for _ in range(size)]
        ring = [0] * n
        ring[0::2] = row[: (n + 1) // 2]
        ring[1::2] = row[(n + 1) // 2 :]
        print(*ring)


main()
