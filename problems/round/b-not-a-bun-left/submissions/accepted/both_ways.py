# Everybody's favourite, then the nearest possible counts below and above; those who change are the ones who lose least.
import sys
from heapq import nsmallest


def main():
    lines = sys.stdin.read().split("\n")
    for first in range(1, 1 + 3 * int(lines[0]), 3):
        n, p, q = map(int, lines[first].split())
        pairs = list(zip(map(int, lines[first + 1].split()), map(int, lines[first + 2].split())))
        lovers = sum(a > b for a, b in pairs)
        counts = [x for x in range(0, n + 1, p) if (n - x) % q == 0]
        losses = []
        below = [x for x in counts if x <= lovers]
        if below:
            losses.append(sum(nsmallest(lovers - below[-1], [a - b for a, b in pairs if a > b])))
        above = counts[len(below):]
        if above:
            losses.append(sum(nsmallest(above[0] - lovers, [b - a for a, b in pairs if a <= b])))
        print(sum(map(max, pairs)) - min(losses) if losses else -1)


main()
