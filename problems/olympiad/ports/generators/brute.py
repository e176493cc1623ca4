"""Brute force: the fewest moves for a pile of at most 6 crates, by breadth-first search over all arrangements."""
import sys

MOVES = [(source, target) for source in range(3) for target in range(3) if source != target]


def fewest(pile):
    """Piles are tuples from top to bottom."""
    start = (tuple(pile), (), ())
    goal = (tuple(sorted(pile)), (), ())
    seen = {start}
    layer = [start]
    moves = 0
    while goal not in seen:
        moves += 1
        following = []
        for state in layer:
            for source, target in MOVES:
                if not state[source]:
                    continue
                piles = list(state)
                piles[target] = state[source][:1] + state[target]
                piles[source] = state[source][1:]
                after = tuple(piles)
                if after not in seen:
                    seen.add(after)
                    following.append(after)
        layer = following
    return moves


if __name__ == "__main__":
    _, *numbers = map(int, sys.stdin.read().split())
    while numbers:
        n = numbers[0]
        print(fewest(numbers[2 : 2 + n]))
        numbers = numbers[2 + n :]
