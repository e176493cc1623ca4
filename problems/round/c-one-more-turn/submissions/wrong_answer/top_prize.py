# Waits for the largest prize, whatever it costs to wait.
import sys


def main():
    lines = sys.stdin.read().split("\n")
    for first in range(1, 1 + 2 * int(lines[0]), 2):
        n, c = map(int, lines[first].split())
        prizes = lines[first + 1].split()
        top = max(map(int, prizes))
        print(max(0, top - n * c / prizes.count(str(top))))


main()
