# Sorts the bulbs by colour and takes each colour's stretch by itself.
import sys
from itertools import groupby


def main():
    lines = sys.stdin.read().split("\n")
    for first in range(1, 1 + 3 * int(lines[0]), 3):
        bulbs = sorted(zip(lines[first + 1].split(), lines[first + 2]))
        knobs = presses = 0
        for _, stretch in groupby(bulbs, key=lambda bulb: bulb[0]):
            states = [state for _, state in stretch]
            dark = states.count(".")
            if 2 * dark > len(states):
                knobs += len(states) - dark
                presses += 1
            else:
                knobs += dark
        print(knobs, presses)


main()
