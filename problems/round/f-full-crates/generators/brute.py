"""Brute force: walks from every square and counts the colours as they are. For a few hundred squares."""
import sys


def solve(n, k, parents, colours):
    streets = [[] for _ in range(n + 1)]
    for square, (parent, colour) in enumerate(zip(parents, colours), 2):
        streets[square].append((parent, colour))
        streets[parent].append((square, colour))
    pairs = 0
    for start in range(1, n + 1):
        todo = [(start, 0, {})]
        while todo:
            square, before, passed = todo.pop()
            if square > start and all(count % k == 0 for count in passed.values()):
                pairs += 1
            for other, colour in streets[square]:
                if other != before:
                    todo.append((other, square, {**passed, colour: passed.get(colour, 0) + 1}))
    return pairs


def main():
    data = list(map(int, sys.stdin.read().split()))
    n, k = data[:2]
    print(solve(n, k, data[2 : n + 1], data[n + 1 :]))


if __name__ == "__main__":
    main()
