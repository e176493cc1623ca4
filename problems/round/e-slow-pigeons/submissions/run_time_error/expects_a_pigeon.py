# The right idea, but no branch for the minutes in which no pigeon comes back.
import sys
from collections import deque


def main():
    for _ in range(int(sys.stdin.readline())):
        n, d, q = map(int, sys.stdin.readline().split())
        most = [1] * (d + 1)
        while len(most) <= q:
            most.append(most[-1] + most[-1 - d])
        low, high, hoped = 1, n, n
        on_the_way = deque([0] * d)
        left = q
        while low < high:
            left -= 1
            lookout = low - 1 + min(most[left], hoped - low) if low < hoped else 0
            if lookout:
                hoped = lookout
                print("?", lookout, flush=True)
            else:
                print("-", flush=True)
            on_the_way.append(lookout)
            back = on_the_way.popleft()
            is_west = {"W": True, "E": False}[sys.stdin.readline().strip()]
            if is_west:
                high = min(high, back)
            elif back >= low:
                low, hoped = back + 1, high
        print("!", low, flush=True)


main()
