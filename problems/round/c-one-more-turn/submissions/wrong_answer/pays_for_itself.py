# Takes every prize that is more than a turn costs.
import sys


def main():
    lines = sys.stdin.read().split("\n")
    for first in range(1, 1 + 2 * int(lines[0]), 2):
        n, c = map(int, lines[first].split())
        taken = [prize for prize in map(int, lines[first + 1].split()) if prize > c]
        print(max(0, (sum(taken) - n * c) / len(taken)) if taken else 0)


main()
