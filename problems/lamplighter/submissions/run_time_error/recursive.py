# Memoised recursion over (place, lanterns still to light): right, but Python's recursion limit ends it on a long road.
import sys
from functools import lru_cache


def main():
    n, capacity, start, *road = map(int, sys.stdin.read().split())

    @lru_cache(maxsize=None)
    def need(place, lanterns):
        """Least oil on arriving at `place` to light `lanterns` more, None if a full can is not enough."""
        if place == n:
            return 0 if lanterns == 0 else None
        x = road[place]
        later = need(place + 1, lanterns)
        if x > 0:
            return None if later is None else max(0, later - x)
        if lanterns == 0:
            return later
        after = need(place + 1, lanterns - 1)
        lit = None if after is None or after - x > capacity else after - x
        if later is None or lit is None:
            return lit if later is None else later
        return min(later, lit)

    best = 0
    while True:
        least = need(0, best + 1)
        if least is None or least > start:
            break
        best += 1
    print(best)


main()
