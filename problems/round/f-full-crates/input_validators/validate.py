"""Input validator: exit 42 accepts, 43 rejects."""
import re
import sys

INTEGERS = re.compile(rb"[1-9][0-9]{0,8}(?: [1-9][0-9]{0,8})*")


def reject(message):
    print(message, file=sys.stderr)
    sys.exit(43)


def main():
    lines = sys.stdin.buffer.read().split(b"\n")
    if lines.pop() != b"" or len(lines) != 3:
        reject("not three lines that end in a newline")
    for number, line in enumerate(lines, 1):
        if INTEGERS.fullmatch(line) is None:
            reject(f"line {number}: not positive integers separated by single spaces")
    first, parents, colours = ([int(word) for word in line.split(b" ")] for line in lines)
    if len(first) != 2:
        reject(f"{len(first)} integers on the first line")
    n, k = first
    if not 2 <= n <= 70_000:
        reject(f"n = {n} is not in [2, 70000]")
    if not 1 <= k <= n:
        reject(f"k = {k} is not in [1, n]")
    if len(parents) != n - 1 or len(colours) != n - 1:
        reject(f"{len(parents)} and {len(colours)} integers for {n - 1} streets")
    for square, (parent, colour) in enumerate(zip(parents, colours), 2):
        if not parent < square:
            reject(f"p_{square} = {parent}")
        if not colour <= n:
            reject(f"c_{square} = {colour} is larger than n")
    sys.exit(42)


main()
