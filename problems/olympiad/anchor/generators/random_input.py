"""Prints a random valid input, always the same one for the same seed: random_input.py SEED"""
import random
import sys

SIZE = 8


def chart(rng):
    n = rng.randint(1, SIZE)
    deepest = rng.choice([3, 20, 10**9])
    price = rng.choice([1, 3, 10**6])
    labels = list(range(n)) if rng.random() < 0.3 else rng.sample(range(n), n)
    back = rng.choice([1, 2, n])
    moves = []
    for _ in range(rng.randint(1, SIZE)):
        if rng.random() < 0.4:
            moves.append((1, rng.randrange(n), rng.randint(1, deepest)))
        else:
            moves.append((2, rng.randrange(n), rng.randrange(n), rng.choice([0, rng.randint(0, deepest)])))
    moves.append((2, rng.randrange(n), 0, 0))
    return [
        ["plain"],
        [n, len(moves)],
        [rng.randint(1, deepest) for _ in range(n)],
        [rng.randint(1, price) for _ in range(n)],
        *[(labels[rng.randint(max(0, i - back), i - 1)], labels[i]) for i in range(1, n)],
        *moves,
    ]


def main():
    rng = random.Random(int(sys.argv[1]))
    charts = [chart(rng) for _ in range(rng.randint(1, 3))]
    print("anchor-input-58e2c1")
    print(len(charts))
    for lines in charts:
        for words in lines:
            print(*words)


main()
