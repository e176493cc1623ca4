"""Prints a random valid input, always the same one for the same seed: random_input.py SEED"""
import random
import sys

SIZE = 8


def evening(rng):
    n = rng.randint(1, SIZE)
    colours = [rng.randint(1, rng.randint(1, n)) for _ in range(n)]
    share = rng.choice([0.2, 0.5, 0.8])
    return [n, " ".join(map(str, colours)), "".join("*" if rng.random() < share else "." for _ in range(n))]


def main():
    rng = random.Random(int(sys.argv[1]))
    evenings = [evening(rng) for _ in range(rng.randint(1, 5))]
    print(len(evenings))
    for lines in evenings:
        print(*lines, sep="\n")


main()
