"""Brute force: tries every set of lanterns. For at most 20 or so of them."""
import sys


def solve(capacity, start, road):
    lanterns = [place for place, x in enumerate(road) if x < 0]
    best = 0
    for chosen in range(1 << len(lanterns)):
        count = bin(chosen).count("1")
        if count <= best:
            continue
        lit = {place for bit, place in enumerate(lanterns) if chosen >> bit & 1}
        oil = start
        for place, x in enumerate(road):
            if x > 0:
                oil = min(capacity, oil + x)
            elif place in lit:
                oil += x
                if oil < 0:
                    break
        else:
            best = count
    return best


if __name__ == "__main__":
    _, capacity, start, *road = map(int, sys.stdin.read().split())
    print(solve(capacity, start, road))
