# The best k prizes take n / k turns on average: sort, and look at every k.
import sys
from itertools import accumulate


def main():
    lines = sys.stdin.read().split("\n")
    for first in range(1, 1 + 2 * int(lines[0]), 2):
        n, c = map(int, lines[first].split())
        prizes = sorted(map(int, lines[first + 1].split()), reverse=True)
        print(max(0, max((total - n * c) / k for k, total in enumerate(accumulate(prizes), 1))))


main()
