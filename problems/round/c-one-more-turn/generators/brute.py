"""Brute force: every set of fields that Ilse may take the prize of, exactly, by the expected number of turns until it comes."""
import sys
from fractions import Fraction
from itertools import product


def solve(cost, prizes):
    """With m of n fields taken, the gain g of a turn satisfies g = -cost + sum of taken / n + (n - m) / n * g."""
    n = len(prizes)
    best = Fraction(0)
    for taken in product([False, True], repeat=n):
        if any(taken):
            total = sum(prize for prize, take in zip(prizes, taken) if take)
            stop = Fraction(sum(taken), n)
            best = max(best, (Fraction(total, n) - cost) / stop)
    return best


if __name__ == "__main__":
    lines = [list(map(int, line.split())) for line in sys.stdin]
    for first in range(1, 1 + 2 * lines[0][0], 2):
        print(float(solve(lines[first][1], lines[first + 1])))
