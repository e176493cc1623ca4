"""Input validator: validate.py SUBTASK; exit 42 accepts, 43 rejects."""
import re
import sys

NUMBER = r"(?:0|[1-9][0-9]*)"
FIRST = re.compile(rf"({NUMBER}) ({NUMBER}) ({NUMBER}) ({NUMBER}) (?:random|least|greatest) ({NUMBER})")
SMALL, MIDDLE, LARGE = 30, 12_000, 12 * 10**17
BEST = {SMALL: (30, 30, 30), MIDDLE: (18, 18, 18), LARGE: (60, 66, 67)}
SUBTASKS = {
    "00-samples": lambda m, sea: True,
    "01-few": lambda m, sea: m == SMALL,
    "02-calm": lambda m, sea: sea == 0,
    "03-thousands": lambda m, sea: m <= MIDDLE,
    "04-current": lambda m, sea: sea <= 1,
    "05-full": lambda m, sea: True,
}


def reject(message):
    print(message, file=sys.stderr)
    sys.exit(43)


def main():
    subtask = sys.argv[1]
    text = sys.stdin.buffer.read().decode("ascii", "replace")
    if not text.endswith("\n"):
        reject("the last line does not end")
    first, *lines = text[:-1].split("\n")
    match = FIRST.fullmatch(first)
    if match is None:
        reject("line 1: not count, M, sea, K, how and seed, separated by single spaces")
    count, m, sea, k, seed = map(int, match.groups())
    if m not in BEST or not 0 <= sea <= 2 or k != BEST[m][sea]:
        reject(f"line 1: M = {m}, sea = {sea} and K = {k} do not go together")
    if seed >= 2**32:
        reject("line 1: the seed is beyond 32 bits")
    if not SUBTASKS[subtask](m, sea):
        reject(f"line 1: M = {m}, sea = {sea} is not of {subtask}")
    if not 1 <= count <= 2000 or len(lines) != count:
        reject(f"{len(lines)} numbers, expected {count}, and from 1 to 2000 of them")
    for number, line in enumerate(lines, 2):
        if re.fullmatch(NUMBER, line) is None or not 0 <= int(line) < m:
            reject(f"line {number}: not a number from 0 to M - 1")
    sys.exit(42)


main()
