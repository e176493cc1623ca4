# One turn and take what comes, or none.
import sys


def main():
    lines = sys.stdin.read().split("\n")
    for first in range(1, 1 + 2 * int(lines[0]), 2):
        n, c = map(int, lines[first].split())
        print(max(0, sum(map(int, lines[first + 1].split())) / n - c))


main()
