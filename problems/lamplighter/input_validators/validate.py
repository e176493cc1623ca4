"""Input validator: exit 42 accepts, 43 rejects."""
import re
import sys

INTEGER = rb"(?:0|-?[1-9][0-9]*)"
INPUT = re.compile(rb"(INT) (INT) (INT)\n(INT(?: INT)*)\n".replace(b"INT", INTEGER))


def reject(message):
    print(message, file=sys.stderr)
    sys.exit(43)


def main():
    match = INPUT.fullmatch(sys.stdin.buffer.read())
    if match is None:
        reject("not two lines of integers separated by single spaces")
    n, capacity, start = (int(match.group(k)) for k in (1, 2, 3))
    if not 1 <= n <= 200_000:
        reject(f"n = {n} is not in [1, 200000]")
    if not 1 <= capacity <= 10**12:
        reject(f"c = {capacity} is not in [1, 10^12]")
    if not 0 <= start <= capacity:
        reject(f"s = {start} is not in [0, c]")
    road = match.group(4).split(b" ")
    if len(road) != n:
        reject(f"{len(road)} integers on the second line, n = {n}")
    for place, token in enumerate(road, 1):
        if not 1 <= abs(int(token)) <= 1_000_000:
            reject(f"x_{place} = {int(token)} is 0 or beyond 10^6")
    sys.exit(42)


main()
