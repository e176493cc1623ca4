"""Writes every testcase of data/secret, inputs and answers, always the same ones."""
import random
import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
SECRET = PACKAGE / "data" / "secret"
SOLUTION = PACKAGE / "submissions" / "accepted" / "sort_differences.py"
MAX_T = 10_000
MAX_N = 100_000
MAX_COINS = 1_000_000


def morning(rng, n, p, q, coins):
    """n guests who pay up to `coins` for either bun."""
    return p, q, [rng.randint(1, coins) for _ in range(n)], [rng.randint(1, coins) for _ in range(n)]


def small(rng, n):
    p, q = rng.randint(1, rng.choice([2, 3, n + 1])), rng.randint(1, rng.choice([2, 3, n + 1]))
    return morning(rng, n, p, q, rng.choice([2, 4, 9, 50]))


def every_tray(rng, coins):
    """All trays for few guests, in random order."""
    mornings = [morning(rng, n, p, q, coins) for n in range(1, 7) for p in range(1, 8) for q in range(1, 8)]
    rng.shuffle(mornings)
    return mornings


def leaning(rng, n, p, q, apple_lovers):
    """apple_lovers guests pay more for apple, by 1 to 40 coins; the others pay as much more for cheese."""
    extras = [rng.randint(1, 40) if i < apple_lovers else -rng.randint(1, 40) for i in range(n)]
    rng.shuffle(extras)
    cheese = [rng.randint(50, 100) for _ in range(n)]
    return p, q, [c + e for c, e in zip(cheese, extras)], cheese


def price_traps(rng, n, p, q):
    """Who pays a high price pays it for both buns, so the price says nothing of the difference."""
    price = [rng.randint(50, 1000) for _ in range(n)]
    apple, cheese = [], []
    for x in price:
        extra = rng.randint(1, 20) + 1000 // x
        apple.append(x + extra * rng.choice([-1, 1, 1]))
        cheese.append(x)
    return p, q, apple, cheese


def far_side_traps(rng, n, p, low_loss, high_loss):
    """Below and above the number of apple lovers the trays come out even; the nearer one costs more, or less."""
    lovers = n // 2
    extras = [low_loss + rng.randint(0, 3) for _ in range(lovers)] + [-high_loss - rng.randint(0, 3) for _ in range(n - lovers)]
    rng.shuffle(extras)
    cheese = [rng.randint(100, 200) for _ in range(n)]
    return p, 1, [c + e for c, e in zip(cheese, extras)], cheese


def constant(n, p, q, apple, cheese):
    return p, q, [apple] * n, [cheese] * n


def testcases(rng):
    """Name and mornings: what the trays give, what the guests pay for apple, and for cheese."""
    yield "01-one-guest", [constant(1, p, q, a, b) for p in (1, 2) for q in (1, 2) for a, b in ((3, 5), (5, 3), (4, 4))]
    yield "02-two-guests", [morning(rng, 2, p, q, 3) for p in (1, 2, 3) for q in (1, 2, 3) for _ in range(6)]
    yield "03-every-tray-few-coins", every_tray(rng, 3)
    yield "04-every-tray", every_tray(rng, 9)
    yield "05-every-tray-many-coins", every_tray(rng, 1000)
    yield "06-random-small", [small(rng, rng.randint(1, 10)) for _ in range(3000)]
    yield "07-random-medium", [small(rng, rng.randint(20, 60)) for _ in range(100)]
    yield "08-single-buns", [morning(rng, rng.randint(1, 40), 1, 1, 50) for _ in range(40)]
    yield "09-impossible", [morning(rng, 6 * k + rng.choice([1, 3, 5]), 2 * p, 2 * q, 99) for k in range(1, 9) for p in (1, 2, 5) for q in (1, 3)]
    yield "10-impossible-coprime", [morning(rng, 7 * 11 - 7 - 11, 7, 11, 99), morning(rng, 5 * 9 - 5 - 9, 9, 5, 99), morning(rng, 1, 2, 3, 9)]
    yield "11-all-apple-or-nothing", [leaning(rng, n, n, 100_000, k) for n in (1, 2, 7, 30) for k in (0, n // 2, n)]
    yield "12-all-cheese-or-nothing", [leaning(rng, n, 100_000, n, k) for n in (1, 2, 7, 30) for k in (0, n // 2, n)]
    yield "13-all-of-one-sort", [leaning(rng, n, n, n, k) for n in range(1, 31) for k in (0, n // 2, n)]
    yield "14-everybody-likes-apple", [leaning(rng, n, p, q, n) for n in range(20, 40) for p, q in ((1, 1), (3, 1), (4, 3))]
    yield "15-everybody-likes-cheese", [leaning(rng, n, p, q, 0) for n in range(20, 40) for p, q in ((1, 1), (1, 3), (3, 4))]
    yield "16-nobody-cares", [constant(n, p, q, 7, 7) for n in (5, 6, 30) for p in (1, 2, 4) for q in (1, 3, 5)]
    yield "17-high-price-small-difference", [price_traps(rng, rng.randint(20, 60), rng.choice([1, 2, 7]), rng.choice([1, 3])) for _ in range(40)]
    yield "18-nearer-count-costs-more", [far_side_traps(rng, n, p, 30, 2) for n in range(40, 60) for p in (7, 11, 13)]
    yield "19-fewer-apple-costs-less", [far_side_traps(rng, n, p, 2, 30) for n in range(40, 60) for p in (7, 11, 13)]
    yield "20-more-apple-costs-a-little", [far_side_traps(rng, n, p, 10, 11) for n in range(40, 60) for p in (5, 9, 16)]
    yield "21-trays-with-common-divisor", [leaning(rng, 24 * k, p, q, 24 * k * 2 // 3) for k in (1, 2, 3) for p, q in ((4, 6), (6, 4), (6, 9), (8, 12), (2, 2), (6, 6))]
    yield "22-queue-in-bad-order", [(p, q, [9, 1] * 12, [1, 9] * 12) for p in (2, 3, 4) for q in (2, 3, 4)]
    yield "23-few-after-many", [leaning(rng, n, 1, 1, n // 2) for n in (600, 500, 3, 2, 1, 400, 1, 2, 5)]
    yield "24-impossible-after-possible", [m for _ in range(20) for m in (small(rng, 8), morning(rng, 5, 2, 4, 9), morning(rng, 9, 10, 2, 9))]
    yield "25-large-trays", [morning(rng, n, 100_000, 99_999, MAX_COINS) for n in (1, 99, 1000)] + [morning(rng, 1000, 999, 1, MAX_COINS)]
    yield "26-most-coins-few-guests", [morning(rng, n, 2, 3, MAX_COINS) for n in range(2, 60)]
    yield "27-most-coins-differences", [
        (p, q, [rng.choice([1, MAX_COINS]) for _ in range(300)], [rng.choice([1, MAX_COINS]) for _ in range(300)])
        for p, q in ((1, 1), (7, 2), (2, 7), (50, 30))
    ]

    yield "28-overflow", [constant(2200, 2, 1, MAX_COINS, MAX_COINS)]
    yield "29-overflow-apple", [(3, 2, [MAX_COINS] * 3000, [rng.randint(1, 5) for _ in range(3000)])]
    yield "30-overflow-cheese", [(2, 3, [rng.randint(1, 5) for _ in range(3000)], [MAX_COINS] * 3000)]
    yield "31-random-large", [morning(rng, 6000, 5, 3, MAX_COINS)]
    yield "32-larger-and-larger", [(7, 4, [500 + i for i in range(2000)], [500 + 2 * (i % 2) * i for i in range(2000)])]
    yield "33-largest-trays", [morning(rng, 30_000, 14_999, 10_001, 9)]

    yield "34-max-single-buns", [morning(rng, MAX_N, 1, 1, 9)]
    yield "35-max-all-alike", [constant(MAX_N, 2, 3, 5, 4)]
    yield "36-max-mornings", [small(rng, rng.randint(1, 10)) for _ in range(MAX_T)]


def main():
    SECRET.mkdir(parents=True, exist_ok=True)
    for old in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        old.unlink()
    for name, mornings in testcases(random.Random(20250921)):
        lines = [str(len(mornings))]
        for p, q, apple, cheese in mornings:
            lines += [f"{len(apple)} {p} {q}", " ".join(map(str, apple)), " ".join(map(str, cheese))]
        (SECRET / f"{name}.in").write_text("\n".join(lines) + "\n")
    for input_file in [*(PACKAGE / "data" / "sample").glob("*.in"), *SECRET.glob("*.in")]:
        with input_file.open() as stdin, input_file.with_suffix(".ans").open("w") as stdout:
            subprocess.run([sys.executable, SOLUTION], stdin=stdin, stdout=stdout, check=True)


main()
