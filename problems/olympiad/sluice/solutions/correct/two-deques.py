# The ends of where the level may be, of all days at once, in two sorted deques; upside down, the lower ends are upper ones.
from collections import deque


def raised(low, high):
    """Turns upwards only, of all days."""
    total = today = 0
    tops = deque()
    for bottom, top in zip(low, high):
        below = above = 0
        while tops and tops[0][0] <= bottom:
            level, days = tops.popleft()
            today += days * (bottom - level)
            below += days
        while tops and tops[-1][0] >= top:
            above += tops.pop()[1]
        if below:
            tops.appendleft((bottom, below))
        tops.append((top, above + 1))
        total += today
    return total


def turns(low, high):
    return raised(low, high) + raised([-x for x in high], [-x for x in low])
