"""Input validator: exit 42 accepts, 43 rejects. A case is `n d q c`; c = 0 lets the interactor choose the cove as it goes."""
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
        if INTEGER.fullmatch(word) is None or len(word) > 19:
            reject(f"not an integer as it is written here: {word[:20]!r}")
    return [int(word) for word in words]


def minutes_needed(n, d):
    coves = [1] * (d + 1)
    while coves[-1] < n:
        coves.append(coves[-1] + coves[-1 - d])
    return next(minutes for minutes, most in enumerate(coves) if most >= n)


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
    if not 1 <= t <= 100:
        reject(f"t = {t} is not in [1, 100]")
    if len(lines) != t + 1:
        reject(f"{len(lines) - 1} lines after the first, t = {t}")
    total = 0
    for line in lines[1:]:
        n, d, q, cove = integers(line, 4)
        if not 2 <= n <= 10**18:
            reject(f"n = {n} is not in [2, 10^18]")
        if not 0 <= d <= 20:
            reject(f"d = {d} is not in [0, 20]")
        if q != minutes_needed(n, d):
            reject(f"q = {q}, but {minutes_needed(n, d)} minutes are needed for n = {n}, d = {d}")
        if cove > n:
            reject(f"cove {cove} of {n}")
        total += q
    if total > 5000:
        reject(f"the sum of q is {total}, more than 5000")
    sys.exit(42)


main()
