"""Writes every testcase of data/secret, inputs and answers, always the same ones."""
import random
import subprocess
import sys
from itertools import product
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
SECRET = PACKAGE / "data" / "secret"
SOLUTION = PACKAGE / "submissions" / "accepted" / "count_colours.py"
MAX_T = 10_000
MAX_N = 100_000


def states(rng, n, lit_share):
    return "".join("*" if rng.random() < lit_share else "." for _ in range(n))


def chain(rng, n, colours, lit_share=0.5):
    """n bulbs with colours out of the given ones."""
    return [rng.choice(colours) for _ in range(n)], states(rng, n, lit_share)


def small(rng, n):
    return chain(rng, n, range(1, rng.randint(1, n) + 1), rng.choice([0.2, 0.5, 0.8]))


def by_colour(rng, counts):
    """For each colour how many of its bulbs are lit and how many dark, along the chain in random order."""
    bulbs = [(colour, bulb) for colour, (lit, dark) in counts.items() for bulb in "*" * lit + "." * dark]
    rng.shuffle(bulbs)
    return [colour for colour, _ in bulbs], "".join(bulb for _, bulb in bulbs)


def ties(rng, colours, largest):
    return by_colour(rng, {colour: (size, size) for colour in range(1, colours + 1) for size in [rng.randint(1, largest)]})


def nearly_ties(rng, colours, largest):
    counts = {}
    for colour in range(1, colours + 1):
        size = rng.randint(1, largest)
        counts[colour] = (size, size + rng.choice([-1, 0, 1]))
    return by_colour(rng, counts)


def alternating(n, colours):
    """Colours in turn, so that no two neighbours have the same; within a colour, dark and lit in turn."""
    return [1 + i % colours for i in range(n)], "".join("*."[i // colours % 2] for i in range(n))


def every_small():
    for n in range(1, 4):
        for colours in product(range(1, n + 1), repeat=n):
            for state in product("*.", repeat=n):
                yield list(colours), "".join(state)


def testcases(rng):
    """Name and evenings: colours and states of the bulbs."""
    yield "01-one-dark-bulb", [([1], ".")]
    yield "02-one-lit-bulb", [([1], "*")]
    yield "03-two-bulbs", [(c, s) for c in ([1, 1], [1, 2], [2, 1], [2, 2]) for s in ("**", "*.", ".*", "..")]
    yield "04-three-of-a-colour", [([2, 2, 2], s) for s in ("...", "..*", "*..", ".*.", "**.", "*.*", ".**", "***")]
    yield "05-every-small-evening", list(every_small())
    shuffled = list(every_small())
    rng.shuffle(shuffled)
    yield "06-every-small-evening-shuffled", shuffled
    yield "07-random-small", [small(rng, rng.randint(4, 12)) for _ in range(1000)]
    yield "08-random-medium", [small(rng, rng.randint(20, 60)) for _ in range(100)]
    yield "09-all-lit", [chain(rng, 50, range(1, k + 1), 1) for k in (1, 2, 10, 50)]
    yield "10-all-dark", [chain(rng, 50, range(1, k + 1), 0) for k in (1, 2, 10, 50)]
    yield "11-nearly-all-lit", [chain(rng, 60, range(1, k + 1), 0.97) for k in range(1, 61)]
    yield "12-nearly-all-dark", [chain(rng, 60, range(1, k + 1), 0.03) for k in range(1, 61)]
    yield "13-ties", [ties(rng, rng.randint(1, 12), 6) for _ in range(40)]
    yield "14-nearly-ties", [nearly_ties(rng, rng.randint(1, 12), 6) for _ in range(40)]
    yield "15-last-colour-only", [([n] * n, states(rng, n, share)) for n in range(1, 31) for share in (0.3, 0.7)]
    yield "16-first-and-last-colour", [chain(rng, n, (1, n), 0.4) for n in range(2, 60)]
    yield "17-no-two-neighbours-alike", [alternating(n, k) for n in range(6, 30) for k in (2, 3, 5)]
    yield "18-runs", [(sorted(colours), state) for colours, state in (chain(rng, 40, range(1, 9), 0.4) for _ in range(40))]
    yield "19-permutation", [(rng.sample(range(1, n + 1), n), states(rng, n, 0.5)) for n in range(1, 41)]
    yield "20-longer-and-longer", [chain(rng, n, range(1, n + 1), 0.3) for n in range(1, 101)]
    yield "21-shorter-and-shorter", [chain(rng, n, range(1, n // 3 + 2), 0.3) for n in range(100, 0, -1)]
    yield "22-lit-evening-then-dark-one", [([1 + i % 7 for i in range(21)], c * 21) for c in "*.*.*..**."]
    yield "23-large-then-small", [chain(rng, 2000, range(1, 21), 0.8), *(chain(rng, 20, range(1, 21), 0.3) for _ in range(50))]
    yield "24-first-bulb-misleads", [
        ([1, 2] + [1, 2] * 10, ".*" + "*." * 10), ([3, 1] + [3, 1] * 10, "*." + ".*" * 10), ([2] * 15, "." + "*" * 14)
    ]
    yield "25-300-bulbs-of-a-colour", [by_colour(rng, {1: (130, 170), 2: (170, 130)}), by_colour(rng, {3: (299, 1), 1: (1, 299)})]
    yield "26-1000-colours", [chain(rng, 5000, range(1, 1001), 0.45)]
    yield "27-1001-colours", [chain(rng, 5000, range(1001, 2002), 0.45)]
    yield "28-square-root-colours", [chain(rng, 9000, range(8701, 9001), 0.5)]

    yield "29-5000-bulbs-tie", [by_colour(rng, {7: (2_500, 2_500)})]
    yield "30-35000-dark", [by_colour(rng, {1: (2_000, 35_000), 2: (3_000, 1_000)})]
    yield "31-max-one-colour", [by_colour(rng, {1: (49_999, 50_001)})]
    yield "32-max-all-colours", [(rng.sample(range(1, MAX_N + 1), MAX_N), states(rng, MAX_N, 0.5))]
    yield "33-max-evenings", [small(rng, rng.randint(1, 10)) for _ in range(MAX_T)]
    yield "34-max-evenings-one-bulb", [([1], rng.choice("*.")) for _ in range(MAX_T)]


def main():
    SECRET.mkdir(parents=True, exist_ok=True)
    for old in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        old.unlink()
    for name, evenings in testcases(random.Random(20250919)):
        lines = [str(len(evenings))]
        for colours, state in evenings:
            lines += [str(len(state)), " ".join(map(str, colours)), state]
        (SECRET / f"{name}.in").write_text("\n".join(lines) + "\n")
    for input_file in [*(PACKAGE / "data" / "sample").glob("*.in"), *SECRET.glob("*.in")]:
        with input_file.open() as stdin, input_file.with_suffix(".ans").open("w") as stdout:
            subprocess.run([sys.executable, SOLUTION], stdin=stdin, stdout=stdout, check=True)


main()
