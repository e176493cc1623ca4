# Hands out full trays along the queue: the best way to cut it into groups of p and q neighbours.
import sys
from itertools import accumulate


def main():
    lines = sys.stdin.read().split("\n")
    for first in range(1, 1 + 3 * int(lines[0]), 3):
        n, p, q = map(int, lines[first].split())
        apple = list(accumulate(map(int, lines[first + 1].split()), initial=0))
        cheese = list(accumulate(map(int, lines[first + 2].split()), initial=0))
        best = [0] + [-1] * n
        for end in range(1, n + 1):
            if end >= p and best[end - p] >= 0:
                best[end] = best[end - p] + apple[end] - apple[end - p]
            if end >= q and best[end - q] >= 0:
                best[end] = max(best[end], best[end - q] + cheese[end] - cheese[end - q])
        print(best[n])


main()
