# Cheese for all, then apple for those who pay most extra for it: the sum of the first differences, for every possible count.
import sys
from itertools import accumulate


def main():
    lines = sys.stdin.read().split("\n")
    for first in range(1, 1 + 3 * int(lines[0]), 3):
        n, p, q = map(int, lines[first].split())
        apple = list(map(int, lines[first + 1].split()))
        cheese = list(map(int, lines[first + 2].split()))
        extra = sorted((a - b for a, b in zip(apple, cheese)), reverse=True)
        coins = list(accumulate(extra, initial=sum(cheese)))
        print(max((coins[x] for x in range(0, n + 1, p) if (n - x) % q == 0), default=-1))


main()
