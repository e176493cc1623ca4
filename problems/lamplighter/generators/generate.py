"""Writes every testcase of data/secret, inputs and answers, always the same ones."""
import random
import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
SECRET = PACKAGE / "data" / "secret"
SOLUTION = PACKAGE / "submissions" / "accepted" / "backward_need.py"
MAX_N = 200_000
MAX_X = 1_000_000
MAX_C = 10**12


def mixed(rng, n, lantern_share, lantern, barrel):
    """n places: lanterns and barrels with sizes from the two closed ranges."""
    return [
        -rng.randint(*lantern) if rng.random() < lantern_share else rng.randint(*barrel) for _ in range(n)
    ]


def refund_traps(rng, blocks, capacity):
    """A large lantern that is free, a barrel that fills the can, then lanterns for which one would like its oil back."""
    road = []
    for _ in range(blocks):
        large = capacity - rng.randint(0, capacity // 20)
        first = capacity * 6 // 10 - rng.randint(0, capacity // 20)
        road += [-large, capacity, -first, first - capacity - rng.randint(1, capacity // 20), -(capacity * 8 // 10), capacity]
    return road


def partial_traps(rng, blocks, capacity):
    """The barrel nearly fills the can: the large lantern before it would give back a little of its oil, not all."""
    unit = capacity // 10
    road = []
    for _ in range(blocks):
        jitter = rng.randint(0, unit // 10)
        road += [-9 * unit - jitter, 7 * unit - jitter, -5 * unit, -4 * unit + jitter, -7 * unit, capacity]
    return road


def middle_traps(rng, blocks, capacity):
    """A lantern that is smaller than its two neighbours, but shares the oil of both."""
    road = []
    for _ in range(blocks):
        half = capacity // 2 + rng.randint(0, capacity // 25)
        middle = half + rng.randint(1, capacity // 25)
        road += [-capacity, half, -middle, half, -capacity, capacity]
    return road


def lit_before(rng, blocks, capacity):
    """Barrels that are larger than all that was poured: everything before them is free."""
    road = []
    for _ in range(blocks):
        road += [-rng.randint(1, capacity // 4) for _ in range(rng.randint(1, 4))] + [capacity]
    return road


def testcases(rng):
    """Name, capacity, oil at the start, road."""
    yield "01-one-barrel", 5, 5, [7]
    yield "02-one-lantern-just-enough", 5, 3, [-3]
    yield "03-one-lantern-too-large", 5, 2, [-3]
    yield "04-empty-can-no-barrel", 100, 0, [-1, -2, -3]
    yield "05-barrels-only", 100, 0, [3, 1, 4, 1, 5, 9, 2, 6]
    yield "06-barrel-last", 10, 4, [-5, -5, -4, 10]
    yield "07-capacity-one", 1, 0, [1, -1, -1, 1, 1, -1, 2, -2, -1, 1, -1]
    yield "08-lanterns-larger-than-can", 6, 6, [-7, 9, -8, 7, -6, 6, -7, -5, 1, -9, -2]
    yield "09-lost-oil-small", 10, 10, [-9, 9, -6, -5, -8]
    yield "10-blocked-middle-small", 10, 10, [-10, 5, -6, 5, -10]
    yield "11-largest-first-small", 12, 7, [-7, 12, -12, 3, -2, -2, 8, -8, 12, -4, -4, -4, -1]

    yield "12-overflow-sum", 22 * 10**8, 22 * 10**8, [-rng.randint(990_000, MAX_X) for _ in range(3000)]
    road = [MAX_X] * 2500 + [-rng.randint(900_000, MAX_X) for _ in range(3500)]
    yield "13-overflow-saved-up", 23 * 10**8, 0, road
    yield "14-overflow-wraps-to-zero", MAX_C, 10**9, [-MAX_X] * 4295 + [-1] * 5
    yield "15-huge-can", MAX_C, 10**6, mixed(rng, 3000, 0.7, (1, MAX_X), (1, MAX_X))

    yield "16-refund-lost", 1000, 1000, refund_traps(rng, 100, 1000)
    yield "17-refund-lost-large", 900_000, 450_000, refund_traps(rng, 150, 900_000)
    yield "18-refund-partly-lost", 1000, 1000, partial_traps(rng, 100, 1000)
    yield "19-refund-partly-lost-large", 700_000, 700_000, partial_traps(rng, 150, 700_000)
    yield "20-blocked-middle", 1000, 1000, middle_traps(rng, 100, 1000)
    yield "21-blocked-middle-large", 500_000, 250_000, middle_traps(rng, 150, 500_000)
    yield "22-free-before-barrel", 1000, 10, lit_before(rng, 300, 1000)

    yield "23-start-empty", 500, 0, mixed(rng, 800, 0.9, (1, 100), (1, 60))
    yield "24-start-nearly-empty", 4 * 10**6, 10, mixed(rng, 60, 0.95, (1, 100_000), (1, 50_000))
    yield "25-equal-lanterns", 50, 25, mixed(rng, 1000, 0.6, (7, 7), (1, 9))
    yield "26-larger-and-larger", 2000, 500, [-k if k % 4 else 3 * k // 2 for k in range(1, 1001)]
    yield "27-smaller-and-smaller", 2000, 500, [-k if k % 4 else 3 * k // 2 for k in range(1000, 0, -1)]
    yield "28-random-tight-can", 1000, 1000, mixed(rng, 1000, 0.6, (1, 1000), (1, 1000))
    yield "29-random-large-lanterns", 1500, 700, mixed(rng, 2000, 0.6, (300, 1000), (300, 1000))
    yield "30-random-small-barrels", 15_000, 15_000, mixed(rng, 2000, 0.6, (1, 10_000), (1, 6000))
    yield "31-random-roomy-can", 50_000_000, 0, mixed(rng, 5000, 0.7, (1, MAX_X), (1, MAX_X))
    yield "32-random-few-barrels", 3_000_000, 2_000_000, mixed(rng, 5000, 0.97, (1, MAX_X), (1, MAX_X))

    yield "33-max-all-lit", MAX_C, MAX_C, mixed(rng, MAX_N, 1, (1, 9), (1, 1))
    yield "34-max-random", 5000, 2500, mixed(rng, MAX_N, 0.6, (1, 999), (1, 999))
    yield "35-max-late-harvest", 400_000, 400_000, mixed(rng, MAX_N // 2, 1, (1, 9), (1, 1)) + mixed(
        rng, MAX_N // 2, 0.5, (1, 9), (1, 9)
    )


def main():
    SECRET.mkdir(parents=True, exist_ok=True)
    for old in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        old.unlink()
    for name, capacity, start, road in testcases(random.Random(20250917)):
        text = f"{len(road)} {capacity} {start}\n{' '.join(map(str, road))}\n"
        (SECRET / f"{name}.in").write_text(text)
    for input_file in [*(PACKAGE / "data" / "sample").glob("*.in"), *SECRET.glob("*.in")]:
        with input_file.open() as stdin, input_file.with_suffix(".ans").open("w") as stdout:
            subprocess.run([sys.executable, SOLUTION], stdin=stdin, stdout=stdout, check=True)


main()
