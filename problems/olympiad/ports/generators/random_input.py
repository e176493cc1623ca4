"""Prints a random valid input, always the same one for the same seed: random_input.py SEED"""
import random
import sys

SIZE = 8


def pile(rng):
    n = rng.randint(1, SIZE)
    ports = rng.randint(1, n)
    crates = [*range(1, ports + 1), *(rng.randint(1, ports) for _ in range(n - ports))]
    if rng.random() < 0.2:
        crates.sort(reverse=True)
    else:
        rng.shuffle(crates)
    return n, ports, crates


def main():
    rng = random.Random(int(sys.argv[1]))
    piles = [pile(rng) for _ in range(rng.randint(1, 5))]
    print(len(piles))
    for n, ports, crates in piles:
        print(n, ports)
        print(*crates)


main()
