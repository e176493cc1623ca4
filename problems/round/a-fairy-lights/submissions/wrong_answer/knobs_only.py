# Counts the dark bulbs, as if there were no switches.
import sys


def main():
    lines = sys.stdin.read().split("\n")
    for last in range(3, 3 * int(lines[0]) + 1, 3):
        print(lines[last].count("."), 0)


main()
