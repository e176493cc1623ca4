"""Brute force: the fewest minutes in which any boat can be found, by trying every plan. For up to 9 coves or so."""
import sys
from functools import lru_cache


@lru_cache(maxsize=None)
def can_find(coves, on_the_way, minutes):
    """Whether one of `coves` (numbered from 1) can be told for certain; `on_the_way` are lookouts, 0 for no pigeon, oldest first."""
    if coves == 1:
        return True
    if minutes == 0:
        return False
    for lookout in range(coves):
        first, *rest = *on_the_way, lookout
        if first == 0:
            if can_find(coves, tuple(rest), minutes - 1):
                return True
            continue
        west = tuple(other if other < first else 0 for other in rest)
        east = tuple(max(other - first, 0) for other in rest)
        if can_find(first, west, minutes - 1) and can_find(coves - first, east, minutes - 1):
            return True
    return False


def fewest_minutes(n, d):
    minutes = 0
    while not can_find(n, (0,) * d, minutes):
        minutes += 1
    return minutes


def minutes_by_table(n, d):
    """What the solution says."""
    most = [1] * (d + 1)
    while most[-1] < n:
        most.append(most[-1] + most[-1 - d])
    return next(minutes for minutes, coves in enumerate(most) if coves >= n)


if __name__ == "__main__":
    for d in range(4):
        for n in range(1, int(sys.argv[1]) + 1):
            minutes = fewest_minutes(n, d)
            print(f"n = {n}, d = {d}: {minutes} minutes, {minutes_by_table(n, d)} by the table", flush=True)
            assert minutes == minutes_by_table(n, d)
