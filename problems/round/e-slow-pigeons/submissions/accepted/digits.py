# Finds the digits of cove - 1 in a number system whose places are the coves that can be told apart in so many minutes.
import sys


def main():
    for _ in range(int(sys.stdin.readline())):
        n, d, q = map(int, sys.stdin.readline().split())
        most = [1] * (d + 1)
        while len(most) <= q:
            most.append(most[-1] + most[-1 - d])
        base = 0
        sent = {}
        for minute in range(1, q + 1):
            lookout = base + most[q - minute]
            if lookout < n and minute + d <= q:
                sent[minute] = lookout
                print("?", lookout, flush=True)
            else:
                print("-", flush=True)
            said = sys.stdin.readline().strip()
            lookout = sent.pop(minute - d, None)
            if said == "E" and lookout is not None and lookout > base:
                base = lookout
                sent.clear()
        print("!", base + 1, flush=True)


main()
