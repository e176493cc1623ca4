"""Prints a random valid input, always the same one for the same seed: random_input.py SEED"""
import random
import sys

SIZE = 8


def main():
    rng = random.Random(int(sys.argv[1]))
    n = rng.randint(2, 2 + SIZE)
    back = rng.choice([1, 2, n])
    kinds = rng.choice([1, 2, 3, n])
    print(n, rng.randint(1, min(n, rng.choice([2, 3, n]))))
    print(*[rng.randint(max(1, i - back), i - 1) for i in range(2, n + 1)])
    print(*[rng.randint(1, min(n, kinds)) for _ in range(n - 1)])


main()
