"""Input validator: exit 42 accepts, 43 rejects."""
import re
import sys

MAX_T = 10_000
MAX_N = 100_000
MAX_TRAY = 100_000
MAX_COINS = 1_000_000
INTEGER = re.compile(rb"[1-9][0-9]{0,8}")


def reject(message):
    print(message, file=sys.stderr)
    sys.exit(43)


def integers(line, names, highs):
    tokens = line.split(b" ")
    if len(tokens) != len(names):
        reject(f"{len(tokens)} integers on a line, expected {len(names)}")
    for token, name, high in zip(tokens, names, highs):
        if INTEGER.fullmatch(token) is None:
            reject(f"{name} is not a positive integer: {token[:20]!r}")
        if int(token) > high:
            reject(f"{name} = {int(token)} is more than {high}")
    return [int(token) for token in tokens]


def main():
    text = sys.stdin.buffer.read()
    if not text.endswith(b"\n"):
        reject("the last line has no end")
    lines = text[:-1].split(b"\n")
    [t] = integers(lines[0], ["t"], [MAX_T])
    if len(lines) != 1 + 3 * t:
        reject(f"{len(lines)} lines, expected 1 + 3 * {t}")
    total = 0
    for first in range(1, len(lines), 3):
        n, _, _ = integers(lines[first], ["n", "p", "q"], [MAX_N, MAX_TRAY, MAX_TRAY])
        integers(lines[first + 1], ["a_i"] * n, [MAX_COINS] * n)
        integers(lines[first + 2], ["b_i"] * n, [MAX_COINS] * n)
        total += n
    if total > MAX_N:
        reject(f"the sum of n is {total}, more than {MAX_N}")
    sys.exit(42)


main()
