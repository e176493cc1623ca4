# One bit of the port after the other, but the most significant one first, as if later bits did not undo it.
import sys

numbers = iter(map(int, sys.stdin.read().split()))
for _ in range(next(numbers)):
    n, k = next(numbers), next(numbers)
    pile = [next(numbers) - 1 for _ in range(n)]
    moves = []
    for bit in reversed(range((k - 1).bit_length())):
        parts = [port for port in pile if not port >> bit & 1], [port for port in pile if port >> bit & 1]
        moves += ["AC" if port >> bit & 1 else "AB" for port in pile]
        moves += ["CA"] * len(parts[1]) + ["BA"] * len(parts[0])
        pile = parts[0] + parts[1]
    print(len(moves), *moves)
