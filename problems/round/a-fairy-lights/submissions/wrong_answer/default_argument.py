# The counts are a default argument, which Python makes once: they grow from evening to evening.
import sys


def answer(colours, state, counts={}):
    for colour, bulb in zip(colours, state):
        counts.setdefault(colour, {"*": 0, ".": 0})[bulb] += 1
    knobs = sum(min(count.values()) for count in counts.values())
    presses = sum(count["."] > count["*"] for count in counts.values())
    return knobs, presses


def main():
    lines = sys.stdin.read().split("\n")
    for first in range(1, 1 + 3 * int(lines[0]), 3):
        print(*answer(lines[first + 1].split(), lines[first + 2]))


main()
