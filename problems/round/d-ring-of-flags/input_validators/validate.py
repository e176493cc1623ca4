"""Input validator: exit 42 accepts, 43 rejects."""
import re
import sys

INTEGER = re.compile(r"0|[1-9][0-9]*")


def reject(message):
    print(message, file=sys.stderr)
    sys.exit(43)


def integers(line, count):
    words = line.split(" ")
    if len(words) != count:
        reject(f"{len(words)} words in a line, expected {count}")
    for word in words:
        if INTEGER.fullmatch(word) is None or len(word) > 9:
            reject(f"not an integer as it is written here: {word[:20]!r}")
    return [int(word) for word in words]


def main():
    try:
        text = sys.stdin.buffer.read().decode("ascii")
    except UnicodeDecodeError:
        reject("not plain text")
    lines = text.split("\n")
    if lines.pop() != "":
        reject("the last line does not end")
    if not lines:
        reject("empty")
    (t,) = integers(lines[0], 1)
    if not 1 <= t <= 1000:
        reject(f"t = {t} is not in [1, 1000]")
    if len(lines) != t + 1:
        reject(f"{len(lines) - 1} lines after the first, t = {t}")
    total = 0
    for line in lines[1:]:
        n, k = integers(line, 2)
        if not 3 <= n <= 500:
            reject(f"n = {n} is not in [3, 500]")
        if not 0 <= k <= n * (n - 1) // 2:
            reject(f"k = {k} is not in [0, n(n-1)/2] for n = {n}")
        total += n
    if total > 3000:
        reject(f"the sum of n is {total}, more than 3000")
    sys.exit(42)


main()
