"""Prints a random valid input, always the same one for the same seed: random_input.py SEED"""
import random
import sys

SIZE = 8


def wheel(rng):
    n = rng.randint(1, SIZE)
    coins = rng.choice([2, 5, 30, 1000, 1_000_000])
    cost = rng.randint(1, max(1, coins // rng.choice([1, 2, 4, 10])))
    return [[n, cost], [rng.randint(0, rng.choice([coins, max(1, coins // 3)])) for _ in range(n)]]


def main():
    rng = random.Random(int(sys.argv[1]))
    wheels = [wheel(rng) for _ in range(rng.randint(1, 5))]
    print(len(wheels))
    for lines in wheels:
        for numbers in lines:
            print(*numbers)


main()
