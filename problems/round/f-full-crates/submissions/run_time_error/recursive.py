# Centroids in plain recursion: right, but a long street is deeper than Python allows.
import random
import sys
from collections import Counter


def main():
    data = list(map(int, sys.stdin.read().split()))
    n, k = data[:2]
    streets = [[] for _ in range(n + 1)]
    for square, (parent, colour) in enumerate(zip(data[2 : n + 1], data[n + 1 :]), 2):
        streets[square].append((parent, colour))
        streets[parent].append((square, colour))
    weight = [random.getrandbits(60) for _ in range(n + 1)]
    lanterns = [0] * (n + 1)
    sizes = [0] * (n + 1)
    done = [False] * (n + 1)

    def measure(square, before):
        sizes[square] = 1 + sum(measure(other, square) for other, _ in streets[square] if other != before and not done[other])
        return sizes[square]

    def collect(square, before, have, need, into):
        into.append((have, need))
        for other, colour in streets[square]:
            if other != before and not done[other]:
                old = lanterns[colour]
                new = lanterns[colour] = (old + 1) % k
                collect(other, square, have + weight[colour] * (new - old), need + weight[colour] * (-new % k - -old % k), into)
                lanterns[colour] = old

    def completed(both):
        have = Counter(one for one, _ in both)
        return sum(have[need] for _, need in both)

    pairs = 0
    todo = [1]
    while todo:
        centre, before = todo.pop(), 0
        total = measure(centre, 0)
        while True:
            larger = [other for other, _ in streets[centre] if other != before and not done[other] and 2 * sizes[other] > total]
            if not larger:
                break
            centre, before = larger[0], centre
        done[centre] = True
        everywhere = [(0, 0)]
        for other, colour in streets[centre]:
            if not done[other]:
                branch = []
                lanterns[colour] = 1 % k
                collect(other, centre, weight[colour] * (1 % k), weight[colour] * (-1 % k), branch)
                lanterns[colour] = 0
                pairs -= completed(branch)
                everywhere += branch
                todo.append(other)
        pairs += completed(everywhere) - 1
    print(pairs // 2)


main()
