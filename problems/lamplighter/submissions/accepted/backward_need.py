# The backward idea with two heaps: a step is value * SHIFT + number, out-of-date entries are repaired when met.
import sys
from heapq import heappop, heappush, heapreplace

SHIFT = 1 << 18


def main():
    numbers = list(map(int, sys.stdin.buffer.read().split()))
    n, capacity, start = numbers[:3]
    step = [0] * n
    smallest = []
    largest = []
    total = 0
    lit = 0

    def drop_largest_above(limit):
        nonlocal total, lit
        while total > limit:
            value, i = divmod(-heappop(largest), SHIFT)
            if step[i] == value:
                total -= value
                step[i] = 0
                lit -= 1
            elif step[i] > 0:
                heappush(largest, -(step[i] * SHIFT + i))

    for i in range(n - 1, -1, -1):
        x = numbers[3 + i]
        if x < 0:
            step[i] = -x
            total -= x
            lit += 1
            heappush(smallest, -x * SHIFT + i)
            heappush(largest, x * SHIFT - i)
            if total > capacity:
                drop_largest_above(capacity)
            continue
        while x > 0 and smallest:
            value, j = divmod(smallest[0], SHIFT)
            if step[j] != value:
                heappop(smallest)
            elif value <= x:
                heappop(smallest)
                x -= value
                total -= value
                step[j] = 0
            else:
                step[j] = value - x
                total -= x
                x = 0
                heapreplace(smallest, step[j] * SHIFT + j)
    drop_largest_above(start)
    print(lit)


main()
