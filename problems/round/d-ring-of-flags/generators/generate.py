"""Writes every testcase of data/secret, inputs and answers, always the same ones."""
import random
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
SECRET = PACKAGE / "data" / "secret"
SOLUTION = PACKAGE / "submissions" / "accepted" / "search_with_bound.py"
MAX_N = 500
MAX_SUM = 3000


@lru_cache(maxsize=None)
def possible(n):
    """All k for which there is a ring of n posts, in order."""
    reachable = [1] * (n + 1)
    for size in range(2, n // 2 + 1):
        for flags in range(size, n + 1):
            reachable[flags] |= reachable[flags - size] << size * (size - 1) // 2
    return [k for k, bit in enumerate(reversed(bin(reachable[n])[2:])) if bit == "1"]


@lru_cache(maxsize=None)
def holes(n):
    """All k below the greatest possible one for which there is no ring."""
    known = set(possible(n))
    return [k for k in range(max(known)) if k not in known]


def is_missed_by_greed(n, k):
    flags = n
    size = n // 2
    while k > 0 and size > 1:
        while size > flags or size * (size - 1) // 2 > k:
            size -= 1
        k -= size * (size - 1) // 2
        flags -= size
    return k > 0


@lru_cache(maxsize=None)
def missed_by_greed(n):
    return [k for k in possible(n) if is_missed_by_greed(n, k)]


def all_of(*sizes):
    return [(n, k) for n in sizes for k in range(n * (n - 1) // 2 + 1)]


def top_of(rng, n, count):
    """Some of the cases around the greatest k, where every flag counts."""
    first = max(0, max(possible(n)) - 2 * n)
    return [(n, k) for k in sorted(rng.sample(range(first, max(possible(n)) + 3), count))]


def some(rng, n, count, choose):
    known = choose(n)
    return [(n, k) for k in sorted(rng.sample(known, min(count, len(known))))]


def testcases(rng):
    """Name, cases."""
    yield "01-three-posts-all-different", [(3, 0)]
    yield "02-three-posts-one-pair", [(3, 1)]
    yield "03-all-up-to-nine-posts", all_of(3, 4, 5, 6, 7, 8, 9)
    yield "04-all-ten-and-eleven-posts", [(n, k) for n, k in all_of(10, 11) if k <= n * n // 4]
    yield "05-all-twelve-and-thirteen-posts", [(n, k) for n, k in all_of(12, 13) if k <= n * n // 4]
    yield "06-all-sixteen-posts", [(n, k) for n, k in all_of(16) if k <= n * n // 4]
    yield "07-all-seventeen-posts", [(n, k) for n, k in all_of(17) if k <= n * n // 4]
    yield "08-top-of-twenty-and-more", [case for n in range(20, 36, 3) for case in top_of(rng, n, 14)]
    yield "09-top-of-forty", top_of(rng, 40, 30) + top_of(rng, 41, 30)
    yield "10-holes-small", [case for n in range(18, 50) for case in some(rng, n, 2, holes)]
    yield "11-no-strings", [(n, 0) for n in (3, 4, 5, 10, 99, 100, 499, 500)]
    yield "12-one-string", [(n, 1) for n in (4, 3, 5, 10, 99, 100, 499, 500)]
    yield "13-every-string-there-could-be", [(n, n * (n - 1) // 2) for n in (3, 4, 5, 6, 77, 100, 499, 500)]
    yield "14-two-colours-in-turns", [(n, max(possible(n))) for n in (4, 6, 8, 50, 98, 332, 500)]
    yield "15-one-more-than-in-turns", [(n, max(possible(n)) + 1) for n in range(4, 44)]
    yield "16-odd-ring-as-if-in-turns", [(n, (n // 2) ** 2) for n in range(3, 61, 2)]
    yield "17-as-if-in-a-row", [(n, (n // 2) ** 2) for n in (3, 5, 9, 11, 33)] + [
        (n, (n + 1) // 2 * (n // 2) // 2) for n in range(3, 60)
    ]
    yield "18-greed-fails-small", [case for n in range(11, 50) for case in some(rng, n, 2, missed_by_greed)]
    yield "19-greed-fails-middle", [case for n in (60, 75, 90, 111) for case in some(rng, n, 8, missed_by_greed)]
    yield "20-greed-fails-large", [case for n in (200, 301) for case in some(rng, n, 5, missed_by_greed)]
    yield "21-half-of-the-posts-first", [
        (n, n // 2 * (n // 2 - 1) // 2 + k) for n in range(6, 60, 4) for k in (1, 2, 4)
    ]
    yield "22-equal-colours", [
        (n, count * (size * (size - 1) // 2))
        for size in (3, 4, 5, 7, 10, 16)
        for count in (2, 3, 5, 9)
        for n in (size * count - 1, size * count, size * count + 1)
        if n <= 100
    ]
    yield "23-many-small-rings", [(n, rng.randint(0, n * n // 4)) for n in (rng.randint(3, 7) for _ in range(590))]
    yield "24-many-middle-rings", [some(rng, n, 1, possible)[0] for n in (rng.randint(15, 45) for _ in range(95))]
    yield "25-large-then-small", [some(rng, MAX_N, 1, possible)[0]] + all_of(5, 4, 3, 6)
    yield "26-large-possible", [some(rng, n, 1, lambda n: possible(n)[-n:])[0] for n in (500, 499, 498, 497, 496, 495)]
    yield "27-large-few-pairs", [(n, k) for n, k in zip((500, 499, 500, 499, 500, 499), (99, 1001, 4999, 12345, 31125, 31126))]
    yield "28-large-holes-first", [some(rng, MAX_N, 1, lambda n: holes(n)[:40])[0] for _ in range(6)]
    yield "29-large-holes", [some(rng, MAX_N - i % 2, 1, holes)[0] for i in range(6)]
    yield "30-large-greed-fails", [some(rng, MAX_N - i % 2, 1, missed_by_greed)[0] for i in range(6)]


def main():
    SECRET.mkdir(parents=True, exist_ok=True)
    for old in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        old.unlink()
    for name, cases in testcases(random.Random(20251101)):
        assert len(cases) <= 1000 and sum(n for n, _ in cases) <= MAX_SUM, (name, len(cases), sum(n for n, _ in cases))
        (SECRET / f"{name}.in").write_text(f"{len(cases)}\n" + "".join(f"{n} {k}\n" for n, k in cases))
    for input_file in [*(PACKAGE / "data" / "sample").glob("*.in"), *SECRET.glob("*.in")]:
        with input_file.open() as stdin, input_file.with_suffix(".ans").open("w") as stdout:
            subprocess.run([sys.executable, SOLUTION], stdin=stdin, stdout=stdout, check=True)


main()
