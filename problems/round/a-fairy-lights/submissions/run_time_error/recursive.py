# Goes along the chain by recursion: right, but Python's recursion limit ends it on a long one.
import sys


def count(colours, state, place, counts):
    if place == len(state):
        return counts
    counts.setdefault(colours[place], {"*": 0, ".": 0})[state[place]] += 1
    return count(colours, state, place + 1, counts)


def main():
    lines = sys.stdin.read().split("\n")
    for first in range(1, 1 + 3 * int(lines[0]), 3):
        counts = count(lines[first + 1].split(), lines[first + 2], 0, {}).values()
        print(sum(min(both.values()) for both in counts), sum(both["."] > both["*"] for both in counts))


main()
