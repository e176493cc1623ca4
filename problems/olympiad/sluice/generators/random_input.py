"""Prints a random valid input, always the same one for the same seed: random_input.py SEED"""
import random
import sys

SIZE = 8


def boats(rng):
    levels = rng.choice([1, 2, 4, 8])
    width = rng.choice([0, 1, levels // 2, levels])
    for _ in range(rng.randint(1, SIZE)):
        low = rng.randint(0, levels)
        yield low, min(levels, low + rng.randint(0, width))


def main():
    rng = random.Random(int(sys.argv[1]))
    calls = [list(boats(rng)) for _ in range(rng.randint(1, 5))]
    print("sluice-in-6b1f0c")
    print(len(calls))
    for call in calls:
        print(len(call))
        for low, high in call:
            print(low, high)


main()
