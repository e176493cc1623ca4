# The jumps as a recursion with memory, without raising Python's limit: right as long as a day has few turns of the wheel.
from functools import lru_cache


def turns(low, high):
    n = len(low)

    @lru_cache(maxsize=None)
    def later(boat, bottom, top):
        """Turns of all days that reach `boat` with a level from bottom to top, and end there or later."""
        if boat == n:
            return 0
        turned = max(low[boat] - top, bottom - high[boat], 0)
        here = min(max(bottom, low[boat]), high[boat]), min(max(top, low[boat]), high[boat])
        return turned * (n - boat) + later(boat + 1, *here)

    return sum(later(first + 1, low[first], high[first]) for first in range(n))
