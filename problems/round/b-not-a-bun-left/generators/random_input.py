"""Prints a random valid input, always the same one for the same seed: random_input.py SEED"""
import random
import sys

SIZE = 8


def morning(rng):
    n = rng.randint(1, SIZE)
    p, q = rng.randint(1, rng.choice([2, 4, n + 1])), rng.randint(1, rng.choice([2, 4, n + 1]))
    coins = rng.choice([2, 5, 30, 1_000_000])
    return [[n, p, q], [rng.randint(1, coins) for _ in range(n)], [rng.randint(1, coins) for _ in range(n)]]


def main():
    rng = random.Random(int(sys.argv[1]))
    mornings = [morning(rng) for _ in range(rng.randint(1, 5))]
    print(len(mornings))
    for lines in mornings:
        for numbers in lines:
            print(*numbers)


main()
