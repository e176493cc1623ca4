"""Brute force: tries every set of switches, then turns the knob of each bulb that is still dark."""
import sys
from itertools import product


def solve(colours, state):
    used = sorted(set(colours))
    ways = []
    for pressed in product([False, True], repeat=len(used)):
        toggled = dict(zip(used, pressed))
        knobs = sum((bulb == "*") == toggled[colour] for colour, bulb in zip(colours, state))
        ways.append((knobs, sum(pressed)))
    return min(ways)


if __name__ == "__main__":
    lines = sys.stdin.read().split("\n")
    for first in range(1, 1 + 3 * int(lines[0]), 3):
        print(*solve(lines[first + 1].split(), lines[first + 2]))
