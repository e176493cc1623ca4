"""Writes every testcase of data/secret, inputs and answers, always the same ones."""
import random
import subprocess
import sys
from itertools import product
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
SECRET = PACKAGE / "data" / "secret"
SOLUTION = PACKAGE / "submissions" / "accepted" / "best_fields.py"
MAX_T = 1000
MAX_N = 100_000
MAX_COINS = 1_000_000


def wheel(rng, n, cost, coins):
    """n fields with up to `coins` coins."""
    return cost, [rng.randint(0, coins) for _ in range(n)]


def small(rng, n, coins):
    return wheel(rng, n, rng.randint(1, max(1, coins // rng.choice([1, 2, 4, 10]))), coins)


def rare(rng, n, winners, prize, gain):
    """Some fields with a large prize and many without any; who waits for the prize gains about `gain` coins."""
    cost = max(1, (prize - gain) * winners // n)
    prizes = [prize] * winners + [0] * (n - winners)
    rng.shuffle(prizes)
    return cost, prizes


def steps(rng, n, ratio, cost):
    """Prizes that grow like powers, so that few of them are worth taking."""
    prizes = [int(ratio**k) for k in range(n)]
    rng.shuffle(prizes)
    return cost, prizes


def balanced(rng, n, coins):
    """A turn costs what it brings on average, or one coin less or more: the gain is close to 0."""
    prizes = [rng.randint(0, coins) for _ in range(n)]
    return max(1, sum(prizes) // n + rng.choice([-1, 0, 1])), prizes


def last_field(rng, n):
    """The smallest prize is just worth taking, or just not."""
    prizes = [rng.randint(40, 60) for _ in range(n)]
    cost = max(1, (sum(prizes) - n * min(prizes)) // n + rng.choice([0, 1, 1, 2]))
    return cost, prizes


def every_small():
    """All wheels with up to three fields of up to three coins, in one order of the fields."""
    for n in (1, 2, 3):
        for prizes in product(range(4), repeat=n):
            if list(prizes) == sorted(prizes, key=lambda prize: (prize * 7 + n) % 5):
                for cost in (1, 2, 3):
                    yield cost, list(prizes)


def testcases(rng):
    """Name and wheels: what a turn costs, and the prizes."""
    yield "01-one-field", [(1, [1]), (1, [2]), (2, [1]), (1, [0]), (3, [10]), (10, [7])]
    yield "02-two-fields", [(c, [a, b]) for c in (1, 2, 3) for a in (0, 1, 4, 9) for b in (0, 3, 4, 5)]
    yield "03-every-small-wheel", list(every_small())
    yield "04-random-few-coins", [small(rng, rng.randint(1, 8), 6) for _ in range(MAX_T)]
    yield "05-random-small", [small(rng, rng.randint(1, 12), rng.choice([10, 50, 1000])) for _ in range(MAX_T)]
    yield "06-random-medium", [small(rng, rng.randint(20, 60), rng.choice([100, 5000])) for _ in range(60)]
    yield "07-go-home-at-once", [wheel(rng, n, 500 + n, 500) for n in range(1, 31)]
    yield "08-no-prizes", [(c, [0] * n) for c in (1, 7, 1000) for n in (1, 2, 30)]
    yield "09-all-alike", [(c, [a] * n) for c in (1, 6, 99, 100, 101) for a in (7, 100) for n in (1, 3, 40)]
    yield "10-take-whatever-comes", [(rng.randint(20, 30), [rng.randint(100, 110) for _ in range(n)]) for n in range(1, 41)]
    yield "11-last-field-or-not", [last_field(rng, rng.randint(2, 30)) for _ in range(100)]
    yield "12-gain-near-zero", [balanced(rng, rng.randint(2, 30), rng.choice([10, 1000])) for _ in range(200)]
    yield "13-top-prize-or-not", [(c, [60] + [a] * (n - 1)) for n in (2, 3, 5, 9) for a in (0, 20, 50, 59) for c in (1, 2, 5, 9)]
    yield "14-several-top-prizes", [rare(rng, n, w, 90, g) for n in (10, 33, 80) for w in (2, 3, 7) for g in (1, 20, 60)]
    yield "15-better-than-average-left", [(c, [100] + [60] * 5 + [0] * 4) for c in (1, 2, 3, 4, 8, 20, 40)]
    yield "16-less-than-a-turn-taken", [(c, [c + 30] * 6 + [c - 10] * 2 + [c // 3] * 2) for c in range(20, 120, 5)]
    yield "17-powers", [steps(rng, n, r, c) for n in (5, 12, 20) for r in (1.2, 1.5) for c in (1, 5, 40)]
    yield "18-increasing-prizes", [(c, list(range(1, n + 1))) for n in (1, 2, 10, 100, 400) for c in (1, 2, 10, 49)]
    yield "19-decreasing-prizes", [(c, list(range(n, 0, -1))) for n in (1, 2, 10, 100, 400) for c in (1, 2, 10, 49)]
    yield "20-thirds", [(c, [a, a + 1, a + 1, 0, 0]) for a in (2, 5, 8, 11) for c in (1, 2, 3)]
    yield "21-sevenths-of-thousands", [(c, [3000 + a] * 3 + [4000 - a] * 4) for a in (1, 5, 77) for c in (1, 100, 1234)]
    yield "22-rich-after-poor", [m for _ in range(20) for m in ((9, [2, 3]), (1, [9, 8, 1, 9]), (50, [1, 2, 3, 4, 5, 6]))]
    yield "23-gains-below-one", [(c, [c * 5 + 1] + [0] * 4) for c in range(1, 20)] + [(3, [10, 0, 0]), (7, [22, 0, 0])]
    yield "24-300-fields", [wheel(rng, 300, c, 4000) for c in (1, 3, 30, 300, 1500, 2000)]
    yield "25-rare-prize", [rare(rng, 1000, 1, 4000, g) for g in (5, 500, 2900)]
    yield "26-rare-prizes", [rare(rng, 1500, w, 3000, 40) for w in (1, 2, 5)]
    yield "27-2000-fields", [wheel(rng, 2000, 37, 5000)]
    yield "28-nearly-all-alike", [(c, [500] * 1500 + [499] * 490 + [501] * 10) for c in (1, 2, 60)]

    yield "29-most-coins-small", [wheel(rng, rng.randint(1, 9), rng.choice([1, 1000, MAX_COINS // 3]), MAX_COINS) for _ in range(200)]
    yield "30-most-coins-take-whatever-comes", [(1, [MAX_COINS] * 3000), (MAX_COINS, [MAX_COINS] * 40), (MAX_COINS - 1, [MAX_COINS] * 3000)]
    yield "31-overflow", [wheel(rng, 5000, 430_000, MAX_COINS)]
    yield "32-overflow-rare-prizes", [rare(rng, 5000, 4300, MAX_COINS, 20)]
    yield "33-10001-fields", [wheel(rng, 10_001, 220, 999)]
    yield "34-largest-rare-prize", [(9, [MAX_COINS - k for k in range(20)] + [0] * 9980)]

    yield "35-max-one-prize", [(1, [0] * 77_777 + [MAX_N + 30] + [0] * 22_222)]
    yield "36-max-random", [wheel(rng, MAX_N, 3, 99)]
    yield "37-max-gain-near-zero", [(45, [90, 0] * 49_999 + [91, 1])]
    yield "38-max-wheels", [small(rng, 100, 9) for _ in range(MAX_T)]
    yield "39-max-coins", [(rng.randint(200_000, 300_000), [rng.choice([0, 7, 900_001, MAX_COINS]) for _ in range(MAX_N)])]


def main():
    SECRET.mkdir(parents=True, exist_ok=True)
    for old in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        old.unlink()
    for name, wheels in testcases(random.Random(20250923)):
        lines = [str(len(wheels))]
        for cost, prizes in wheels:
            lines += [f"{len(prizes)} {cost}", " ".join(map(str, prizes))]
        (SECRET / f"{name}.in").write_text("\n".join(lines) + "\n")
    for input_file in [*(PACKAGE / "data" / "sample").glob("*.in"), *SECRET.glob("*.in")]:
        with input_file.open() as stdin, input_file.with_suffix(".ans").open("w") as stdout:
            subprocess.run([sys.executable, SOLUTION], stdin=stdin, stdout=stdout, check=True)


main()
