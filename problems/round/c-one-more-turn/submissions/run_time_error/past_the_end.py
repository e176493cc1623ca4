# Takes field after field in order of size while that helps, and looks for another one even after the last.
import sys


def main():
    lines = sys.stdin.read().split("\n")
    for first in range(1, 1 + 2 * int(lines[0]), 2):
        n, c = map(int, lines[first].split())
        prizes = sorted(map(int, lines[first + 1].split()), reverse=True)
        k, gained = 0, -n * c
        while k == 0 or prizes[k] * k > gained:
            gained += prizes[k]
            k += 1
        print(max(0, gained / k))


main()
