"""Input validator: exit 42 accepts, 43 rejects."""
import re
import sys

MAX_T = 10_000
MAX_N = 100_000
INTEGER = re.compile(rb"[1-9][0-9]{0,8}")


def reject(message):
    print(message, file=sys.stderr)
    sys.exit(43)


def integer(token, low, high, name):
    if INTEGER.fullmatch(token) is None:
        reject(f"{name} is not a positive integer: {token[:20]!r}")
    if not low <= int(token) <= high:
        reject(f"{name} = {int(token)} is not in [{low}, {high}]")
    return int(token)


def main():
    text = sys.stdin.buffer.read()
    if not text.endswith(b"\n"):
        reject("the last line has no end")
    lines = text[:-1].split(b"\n")
    t = integer(lines[0], 1, MAX_T, "t")
    if len(lines) != 1 + 3 * t:
        reject(f"{len(lines)} lines, expected 1 + 3 * {t}")
    total = 0
    for first in range(1, len(lines), 3):
        n = integer(lines[first], 1, MAX_N, "n")
        colours = lines[first + 1].split(b" ")
        if len(colours) != n:
            reject(f"line {first + 2}: {len(colours)} colours, n = {n}")
        for colour in colours:
            integer(colour, 1, n, "c_i")
        if re.fullmatch(rb"[*.]+", lines[first + 2]) is None or len(lines[first + 2]) != n:
            reject(f"line {first + 3}: expected {n} characters * or .")
        total += n
    if total > MAX_N:
        reject(f"the sum of n is {total}, more than {MAX_N}")
    sys.exit(42)


main()
