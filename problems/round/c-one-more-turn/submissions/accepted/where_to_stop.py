# In order of size, one more field is worth taking while its prize is above the gain without it: find the last one by halving.
import sys
from bisect import bisect_left
from itertools import accumulate


def main():
    lines = sys.stdin.read().split("\n")
    for first in range(1, 1 + 2 * int(lines[0]), 2):
        n, c = map(int, lines[first].split())
        prizes = sorted(map(int, lines[first + 1].split()), reverse=True)
        totals = list(accumulate(prizes))
        gained = lambda k: totals[k - 1] - n * c
        k = bisect_left(range(1, n), True, key=lambda k: prizes[k] * k <= gained(k)) + 1
        print(max(0, gained(k)) / k)


main()
