"""Brute force: tries every set of guests for the apple buns, and counts trays by baking them one by one."""
import sys
from itertools import combinations


def solve(n, p, q, apple, cheese):
    best = -1
    for apple_trays in range(n // p + 1):
        for cheese_trays in range(n // q + 1):
            if apple_trays * p + cheese_trays * q != n:
                continue
            for chosen in combinations(range(n), apple_trays * p):
                coins = sum(apple[i] if i in chosen else cheese[i] for i in range(n))
                best = max(best, coins)
    return best


if __name__ == "__main__":
    lines = [list(map(int, line.split())) for line in sys.stdin]
    for first in range(1, 1 + 3 * lines[0][0], 3):
        print(solve(*lines[first], lines[first + 1], lines[first + 2]))
