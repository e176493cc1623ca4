# Peels off the later half of the ports again and again: the early ones to B, the late ones to C, put C in order, then B.
# Every level of the recursion brings the crates back to A before it goes on, which costs twice as much as need be.
import sys


def main():
    numbers = iter(map(int, sys.stdin.read().split()))
    for _ in range(next(numbers)):
        n, k = next(numbers), next(numbers)
        piles = {"A": [next(numbers) for _ in range(n)][::-1], "B": [], "C": []}
        moves = []

        def carry(source, target):
            piles[target].append(piles[source].pop())
            moves.append(source + target)

        def arrange(count, low, high):
            if low == high:
                return
            middle = (low + high) // 2
            late = 0
            for _ in range(count):
                is_late = piles["A"][-1] > middle
                late += is_late
                carry("A", "C" if is_late else "B")
            for _ in range(late):
                carry("C", "A")
            arrange(late, middle + 1, high)
            for _ in range(count - late):
                carry("B", "A")
            arrange(count - late, low, middle)

        arrange(n, 1, k)
        print(len(moves))
        print(*moves)


main()
