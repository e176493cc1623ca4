# Everybody's favourite, then as few apple buns less as makes the trays full; more apple buns only where no fewer will do.
import sys


def main():
    lines = sys.stdin.read().split("\n")
    for first in range(1, 1 + 3 * int(lines[0]), 3):
        n, p, q = map(int, lines[first].split())
        apple = list(map(int, lines[first + 1].split()))
        cheese = list(map(int, lines[first + 2].split()))
        extra = sorted((a - b for a, b in zip(apple, cheese)), reverse=True)
        lovers = sum(e > 0 for e in extra)
        counts = [x for x in range(0, n + 1, p) if (n - x) % q == 0]
        below = [x for x in counts if x <= lovers]
        if not counts:
            print(-1)
        else:
            print(sum(cheese) + sum(extra[: below[-1] if below else counts[0]]))


main()
