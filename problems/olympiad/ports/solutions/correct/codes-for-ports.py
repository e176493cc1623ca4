# Gives every port a code of bits, most significant first, and reads a pile's share of crates off the codes: two functions in turn.
import sys


def main():
    numbers = iter(map(int, sys.stdin.read().split()))
    out = []
    for _ in range(next(numbers)):
        n, k = next(numbers), next(numbers)
        pile = [next(numbers) - 1 for _ in range(n)][::-1]
        piles = {"A": pile, "B": [], "C": []}
        moves = []

        def split(count, source, one, zero, bit):
            ones = 0
            for _ in range(count):
                port = piles[source].pop()
                target = one if port >> bit & 1 else zero
                ones += target == one
                piles[target].append(port)
                moves.append(source + target)
            return ones

        def stay(count, here, bit):
            if bit < 0 or count == 0:
                return
            one, zero = "ABC".replace(here, "")
            ones = split(count, here, one, zero, bit)
            go(ones, one, here, bit - 1)
            go(count - ones, zero, here, bit - 1)

        def go(count, here, there, bit):
            if bit < 0 or count == 0:
                moves.extend([here + there] * count)
                for _ in range(count):
                    piles[there].append(piles[here].pop())
                return
            zero = "ABC".replace(here, "").replace(there, "")
            ones = split(count, here, there, zero, bit)
            stay(ones, there, bit - 1)
            go(count - ones, zero, there, bit - 1)

        stay(n, "A", (k - 1).bit_length() - 1)
        out.append(f"{len(moves)}\n{' '.join(moves)}\n")
    sys.stdout.write("".join(out))


main()
