"""Brute force: for every day, the least turns to stand at each level after each of its boats."""
import sys


def day(low, high):
    levels = range(max(high) + 1)
    cost = [0 if low[0] <= level <= high[0] else None for level in levels]
    for bottom, top in zip(low[1:], high[1:]):
        cost = [
            min(cost[old] + abs(old - level) for old in levels if cost[old] is not None) if bottom <= level <= top else None
            for level in levels
        ]
    return min(turns for turns in cost if turns is not None)


def solve(low, high):
    n = len(low)
    return sum(day(low[first : last + 1], high[first : last + 1]) for first in range(n) for last in range(first, n))


if __name__ == "__main__":
    numbers = iter(sys.stdin.read().split()[1:])
    for _ in range(int(next(numbers))):
        boats = [(int(next(numbers)), int(next(numbers))) for _ in range(int(next(numbers)))]
        print(solve(*map(list, zip(*boats))))
