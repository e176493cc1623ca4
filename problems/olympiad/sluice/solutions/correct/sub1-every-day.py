# Every day by itself, with the lazy keeper who narrows the range of levels: O(N^3), for 60 boats at most.
def turns(low, high):
    n = len(low)
    if n > 60:
        return 0
    total = 0
    for first in range(n):
        for last in range(first, n):
            bottom, top = low[first], high[first]
            for boat in range(first + 1, last + 1):
                level = min(max(bottom, low[boat]), high[boat]), min(max(top, low[boat]), high[boat])
                total += max(low[boat] - top, bottom - high[boat], 0)
                bottom, top = level
    return total
