"""Writes every testcase of data/secret, always the same ones. Answers are empty: the interactor needs none."""
import random
from pathlib import Path

from brute import minutes_by_table

SECRET = Path(__file__).resolve().parent.parent / "data" / "secret"
MAX_N = 10**18
MAX_D = 20
ADAPTIVE = 0  # the interactor chooses the cove as it goes


def most(d, minutes):
    """How many coves can be told apart."""
    coves = [1] * (d + 1)
    while len(coves) <= minutes:
        coves.append(coves[-1] + coves[-1 - d])
    return coves[minutes]


def every_cove(d, sizes):
    return [(n, d, cove) for n in sizes for cove in range(n + 1)]


def fullest(d, limit):
    """The most coves up to the limit for which no minute is to spare."""
    minutes = d
    while most(d, minutes + 1) <= limit:
        minutes += 1
    return most(d, minutes)


def some_coves(rng, n, count):
    return [rng.randint(1, n) for _ in range(count)]


def testcases(rng):
    """Name, cases (n, d, cove)."""
    yield "01-two-coves", [(2, d, cove) for d in (0, 1, 2, 20) for cove in (1, 2, ADAPTIVE)]
    yield "02-no-delay-every-cove", every_cove(0, range(2, 13))
    yield "03-delay-one-every-cove", every_cove(1, range(2, 13))
    yield "04-delay-two-every-cove", every_cove(2, range(2, 13))
    yield "05-delay-three-every-cove", every_cove(3, range(5, 14))
    yield "06-delay-six-every-cove", every_cove(6, range(7, 13))
    yield "07-no-minute-to-spare-small", [(fullest(d, 40), d, cove) for d in range(12) for cove in (1, 5, ADAPTIVE)]
    yield "08-one-cove-too-many-small", [(fullest(d, 40) + 1, d, cove) for d in range(12) for cove in (1, 5, ADAPTIVE)]
    yield "09-first-and-last-cove", [(n, d, c) for d in (0, 1, 2, 5) for n in (100, 1000, 1001) for c in (1, 2, n - 1, n)]
    yield "10-adaptive-small", [(rng.randint(2, 60), rng.randint(0, 5), ADAPTIVE) for _ in range(100)]
    yield "11-adaptive-delay-one", [(n, 1, ADAPTIVE) for n in range(13, 100)]
    yield "12-adaptive-delay-two", [(n, 2, ADAPTIVE) for n in range(13, 100)]
    yield "13-adaptive-long-delay", [(n, MAX_D - n % 3, ADAPTIVE) for n in range(2, 70)]
    yield "14-random-small", [(n, rng.randint(0, 4), rng.randint(1, n)) for n in (rng.randint(13, 300) for _ in range(100))]
    yield "15-different-delays-in-turns", [(n, d, ADAPTIVE) for n in (9, 33, 70) for d in (20, 0, 13, 1, 7, 2, 10, 3, 5)]
    middle = [(rng.randint(1000, 20_000), d, ADAPTIVE) for d in range(MAX_D + 1)]
    yield "16-adaptive-middle", middle
    yield "17-no-minute-to-spare-middle", [(fullest(d, 20_000), d, ADAPTIVE) for d in range(MAX_D + 1)]
    yield "18-past-32-bits", [(2**31 + d, d, rng.choice([ADAPTIVE, 2**31 - 1])) for d in range(MAX_D + 1)]
    long = [d for d in range(MAX_D + 1) if d != 17]
    full = [(d, fullest(d, MAX_N)) for d in long]
    yield "19-no-minute-to-spare-large", [(n, d, ADAPTIVE) for d, n in full]
    yield "20-one-cove-too-many-large", [(n + 1, d, ADAPTIVE) for d, n in full]
    yield "21-largest-n", [(MAX_N, d, ADAPTIVE) for d in long]
    yield "22-large-fixed-coves", [(n, d, c) for d, n in full[:7] for c in (1, n, n - 1, *some_coves(rng, n, 2))]
    yield "23-large-fixed-long-delays", [(n, d, c) for d, n in full[14:] for c in (n, rng.randint(1, n))]


def main():
    SECRET.mkdir(parents=True, exist_ok=True)
    for old in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        old.unlink()
    for name, cases in testcases(random.Random(20251102)):
        lines = [f"{n} {d} {minutes_by_table(n, d)} {cove}\n" for n, d, cove in cases]
        (SECRET / f"{name}.in").write_text(f"{len(cases)}\n{''.join(lines)}")
        (SECRET / f"{name}.ans").write_text("")


main()
