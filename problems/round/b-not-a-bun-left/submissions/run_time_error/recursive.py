# The right idea, going from one number of apple buns to the next by recursion: too deep for Python with many guests.
import sys


def best_from(apple, coins, extra, p, q):
    n = len(extra)
    own = coins if apple % p == 0 and (n - apple) % q == 0 else -1
    if apple == n:
        return own
    return max(own, best_from(apple + 1, coins + extra[apple], extra, p, q))


def main():
    lines = sys.stdin.read().split("\n")
    for first in range(1, 1 + 3 * int(lines[0]), 3):
        n, p, q = map(int, lines[first].split())
        apple = map(int, lines[first + 1].split())
        cheese = list(map(int, lines[first + 2].split()))
        extra = sorted((a - b for a, b in zip(apple, cheese)), reverse=True)
        print(best_from(0, sum(cheese), extra, p, q))


main()
