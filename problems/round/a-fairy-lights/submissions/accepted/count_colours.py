# Counts for each colour, in two dictionaries that are new for every evening.
import sys
from collections import Counter


def main():
    tokens = iter(sys.stdin.read().split())
    for _ in range(int(next(tokens))):
        n = int(next(tokens))
        colours = [next(tokens) for _ in range(n)]
        state = next(tokens)
        total = Counter(colours)
        dark = Counter(colour for colour, bulb in zip(colours, state) if bulb == ".")
        knobs = presses = 0
        for colour, count in dark.items():
            lit = total[colour] - count
            knobs += min(count, lit)
            presses += count > lit
        print(knobs, presses)


main()
