"""Prints a random valid input, always the same one for the same seed: random_input.py SEED"""
import random
import sys

SIZE = 8


def ring(rng):
    n = rng.randint(3, 3 + SIZE)
    top = n * n // 4 - n // 2
    return n, rng.choice([rng.randint(0, n * (n - 1) // 2), rng.randint(0, top), top])


def main():
    rng = random.Random(int(sys.argv[1]))
    rings = [ring(rng) for _ in range(rng.randint(1, 6))]
    print(len(rings))
    for n, k in rings:
        print(n, k)


main()
