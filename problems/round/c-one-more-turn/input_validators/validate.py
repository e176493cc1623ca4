"""Input validator: exit 42 accepts, 43 rejects."""
import re
import sys

MAX_T = 1000
MAX_N = 100_000
MAX_COINS = 1_000_000
INTEGER = re.compile(rb"0|[1-9][0-9]{0,8}")


def reject(message):
    print(message, file=sys.stderr)
    sys.exit(43)


def integers(line, *ranges):
    tokens = line.split(b" ")
    if len(tokens) != len(ranges):
        reject(f"{len(tokens)} integers on a line, expected {len(ranges)}")
    for token, (name, low, high) in zip(tokens, ranges):
        if INTEGER.fullmatch(token) is None:
            reject(f"{name} is not an integer from 0: {token[:20]!r}")
        if not low <= int(token) <= high:
            reject(f"{name} = {int(token)} is not in [{low}, {high}]")
    return [int(token) for token in tokens]


def main():
    text = sys.stdin.buffer.read()
    if not text.endswith(b"\n"):
        reject("the last line has no end")
    lines = text[:-1].split(b"\n")
    [t] = integers(lines[0], ("t", 1, MAX_T))
    if len(lines) != 1 + 2 * t:
        reject(f"{len(lines)} lines, expected 1 + 2 * {t}")
    total = 0
    for first in range(1, len(lines), 2):
        n, _ = integers(lines[first], ("n", 1, MAX_N), ("c", 1, MAX_COINS))
        integers(lines[first + 1], *[("a_i", 0, MAX_COINS)] * n)
        total += n
    if total > MAX_N:
        reject(f"the sum of n is {total}, more than {MAX_N}")
    sys.exit(42)


main()
