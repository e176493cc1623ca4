"""Writes every input of tests/, their answers and subtasks/, always the same ones: generate.py COMMAND (the model solution)."""
import json
import random
import shlex
import subprocess
import sys
from pathlib import Path

from charts import MAX_DEPTH, MAX_PRICE, binary, comb, doubling, plain, random_chart, row, runs, scattered, series, star, stretched

PACKAGE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PACKAGE / "validators"))
from validate import FACTS_OF, SUBTASKS, read_input  # noqa: E402

POINTS = dict(zip(SUBTASKS, [0, 10, 12, 10, 18, 15, 17, 18]))
MAX_N = MAX_M = 100_000
NOWHERE = series(0)
HOME = series(0)
CHEAP = series(1, 5, 0, 3)


def tiny(rng, count, most, deepest, *kinds):
    return [plain(*random_chart(rng, most, deepest, *kinds)) for _ in range(count)]


def pairs():
    """Two basins, every order of depths and chain, both directions."""
    for first in range(1, 4):
        for second in range(1, 4):
            moves = [(2, a, b, c) for c in range(4) for a in range(2) for b in range(2)]
            moves = moves[:8] + [(1, 0, second), (1, 1, first)] + moves[8:]
            yield plain(2, [first, second], [5, 7], [(1, 0)], moves)


def calm(count, start, end, length):
    return count, 0, 1, NOWHERE, series(1), start, end, length


def stormy(count, storms, voyages, where, depth, start, end, length):
    return count, storms, voyages, where, depth, start, end, length


def staircase(n, low=1, step=None):
    """Depths that grow with the number of the basin."""
    step = step or (MAX_DEPTH - low) // n
    return [(n, series(low, n * step, 0, step))]


def stairs_home(n):
    """Depths that grow towards basin 0."""
    step = (MAX_DEPTH - 1) // n
    return [(n, series(1, n * step, (n - 1) * step, -step))]


def mountain(n):
    """Deepest in the middle, and all new deepest basins from either end."""
    half, step = n // 2, (MAX_DEPTH - 1) // n
    return [(half, series(1, n * step, 0, step)), (n - half, series(1, n * step, (n - half - 1) * step, -step))]


def steps_of(n, deepest):
    """Terraces of equal depth, deeper and deeper."""
    return [(n, series(1, n, 0, 1, -(-n // deepest)))]


def zigzag(n, width):
    """Deeper and deeper in blocks of basins that go up and down."""
    return [(n, series(1, MAX_DEPTH - 1, 0, (MAX_DEPTH - 1) // width * 3 + 12345))]


def anywhere(rng, n):
    return scattered(rng, 0, n - 1)


def some(n, rng):
    return [(n, scattered(rng, MAX_PRICE // 2, MAX_PRICE))]


def deep(n, rng):
    return [(n, scattered(rng, 1, MAX_DEPTH))]


def growing(rng, shrinking):
    """One chart after the other, each smaller (or larger) than the last: what is left of the last one must not matter."""
    for n in range(40, 0, -1) if shrinking else range(1, 41):
        depth = 10**9 // 41 * (n if shrinking else 41 - n) // 1000
        labels = rng.sample(range(n), n)
        edges = [(labels[rng.randint(max(0, i - 3), i - 1)], labels[i]) for i in range(1, n)]
        depths = [rng.randint(depth // 2, depth + 1) for _ in range(n)]
        moves = []
        for _ in range(8):
            moves.append((2, rng.randrange(n), rng.randrange(n), rng.randint(0, depth)))
            if rng.random() < 0.4:
                moves.append((1, rng.randrange(n), rng.randint(1, depth + 1)))
        yield plain(n, depths, [rng.randint(1, 9) for _ in range(n)], edges, moves)


def testcases(rng):
    """Name, charts."""
    yield "0-01-sample", [
        plain(6, [4, 9, 2, 6, 12, 7], [3, 2, 5, 4, 1, 10], [(0, 1), (1, 2), (1, 3), (3, 4), (0, 5)],
              [(2, 5, 4, 3), (2, 4, 5, 3), (1, 1, 5), (2, 5, 4, 3), (2, 2, 2, 0), (2, 4, 2, 12)])
    ]

    yield "1-01-one-basin", [
        plain(1, [d], [p], [], [(2, 0, 0, c), (1, 0, 5), (2, 0, 0, c), (2, 0, 0, 0)])
        for d in [1, 4, 5, 6] for p in [1, 3] for c in [0, 4, 5, 6]
    ] + [plain(1, [MAX_DEPTH], [MAX_PRICE], [], [(2, 0, 0, 0), (2, 0, 0, MAX_DEPTH), (2, 0, 0, 1)])]
    yield "1-02-pairs", list(pairs())
    yield "1-03-tiny", tiny(rng, 250, 7, 4)
    yield "1-04-tiny-large-numbers", tiny(rng, 120, 7, MAX_DEPTH)
    yield "1-05-tiny-depths-differ", tiny(rng, 200, 10, 1000)
    yield "1-06-shrinking-charts", list(growing(rng, True))
    yield "1-07-growing-charts", list(growing(rng, False))
    n = 1500
    yield "1-08-star", [
        runs(n, star(n), deep(n, rng), some(n, rng), [
            stormy(500, 1, 2, anywhere(rng, n), scattered(rng, 1, MAX_DEPTH), anywhere(rng, n), anywhere(rng, n), scattered(rng, 0, 10**8))
        ], 1009, 77)
    ]
    yield "1-09-row-largest-sum", [
        runs(n, row(n), staircase(n), [(n, series(MAX_PRICE))], [
            stormy(750, 1, 1, series(n // 2, 5, 0, 1), series(MAX_DEPTH // 2, 3, 0, 1), series(0, 9, 0, 1), series(n - 9, 9, 0, 4), series(0))
        ])
    ]
    n = 3000
    yield "1-10-largest-of-small", [
        runs(n, doubling(rng, n), deep(n, rng), some(n, rng), [
            stormy(1000, 1, 2, anywhere(rng, n), scattered(rng, 1, MAX_DEPTH), anywhere(rng, n), anywhere(rng, n), scattered(rng, 0, MAX_DEPTH))
        ], 1009, 1234)
    ]

    yield "2-01-tiny-homeward", tiny(rng, 200, 7, 4, "homeward")
    yield "2-02-tiny-homeward-deep", tiny(rng, 100, 10, MAX_DEPTH, "homeward")
    n = MAX_N
    yield "2-03-long-way-home", [
        runs(n, row(n), stairs_home(n), some(n, rng), [calm(MAX_M, series(n - 2000, 2000, 0, 7), HOME, scattered(rng, 0, 10**8))], 7919)
    ]
    parents, n = stretched(7, 390)
    yield "2-04-bays-homeward", [
        runs(n, parents, stairs_home(n), some(n, rng), [calm(MAX_M, anywhere(rng, n), HOME, scattered(rng, 0, MAX_DEPTH))], 7919)
    ]
    n = 60_000
    yield "2-05-scattered-homeward", [
        runs(n, doubling(rng, n), deep(n, rng), some(n, rng), [calm(60_000, anywhere(rng, n), HOME, scattered(rng, 0, 10**7))], 7919)
    ]

    yield "3-01-tiny-row-calm", tiny(rng, 200, 7, 4, "row", "calm")
    yield "3-02-tiny-row-calm-deep", tiny(rng, 100, 10, MAX_DEPTH, "row", "calm")
    n = MAX_N
    yield "3-03-mountain-calm", [
        runs(n, row(n), mountain(n), some(n, rng), [
            calm(MAX_M // 2, series(0, 3000, 0, 17), series(n - 3000, 3000, 0, 29), scattered(rng, 0, 10**8)),
            calm(MAX_M // 2, series(n - 3000, 3000, 0, 17), anywhere(rng, n), scattered(rng, 0, 10**8)),
        ])
    ]
    n = 30_000
    yield "3-04-row-calm-scattered", [
        runs(n, row(n), deep(n, rng), some(n, rng), [calm(30_000, anywhere(rng, n), anywhere(rng, n), scattered(rng, 0, 10**6))])
    ]

    yield "4-01-tiny-calm", tiny(rng, 200, 7, 4, "calm")
    yield "4-02-tiny-calm-deep", tiny(rng, 100, 12, MAX_DEPTH, "calm")
    parents, n = stretched(7, 390)
    yield "4-03-bays-calm", [
        runs(n, parents, staircase(n), some(n, rng), [
            calm(MAX_M // 2, anywhere(rng, n), anywhere(rng, n), scattered(rng, 0, 10**7)),
            calm(MAX_M // 2, anywhere(rng, n // 2), series(n // 2, n // 2, 5, 12347), scattered(rng, 0, 10**8)),
        ], 7919, 4242)
    ]
    n = 300 * 101
    yield "4-04-comb-calm", [
        runs(n, comb(300, 100), deep(n, rng), some(n, rng), [calm(40_000, anywhere(rng, n), anywhere(rng, n), scattered(rng, 0, 10**7))], 7919, 5)
    ]
    n = 2**16 - 1
    yield "4-05-binary-calm", [
        runs(n, binary(n), staircase(n), some(n, rng), [calm(60_000, anywhere(rng, n), anywhere(rng, n), scattered(rng, 0, 10**8))], 7919, 3)
    ]

    yield "5-01-tiny-shallow", tiny(rng, 200, 7, 20, "shallow")
    yield "5-02-tiny-two-depths", tiny(rng, 150, 8, 2, "shallow")
    n = MAX_N
    yield "5-03-terraces", [
        runs(n, row(n), steps_of(n, 20), some(n, rng), [
            stormy(MAX_M // 4, 1, 3, anywhere(rng, n), series(1, 20, 0, 7), series(0, n // 2, 0, 31), anywhere(rng, n), series(0, 3, 0, 1))
        ], 7919, 11)
    ]
    parents, n = stretched(7, 390)
    yield "5-04-shallow-bays", [
        runs(n, parents, steps_of(n, 20), some(n, rng), [
            stormy(MAX_M // 2, 1, 1, anywhere(rng, n), series(1, 20, 0, 3), anywhere(rng, n), anywhere(rng, n), series(0, 5, 0, 1))
        ], 7919, 999)
    ]

    yield "6-01-tiny-row", tiny(rng, 200, 7, 4, "row")
    yield "6-02-tiny-row-deep", tiny(rng, 100, 12, MAX_DEPTH, "row")
    n = MAX_N
    yield "6-03-row-gate", [
        # A deep basin near the start hides all others, and then does not: storms close and open it.
        runs(n, row(n), mountain(n), some(n, rng), [
            stormy(MAX_M // 8, 1, 3, series(10), series(1, MAX_DEPTH, 0, MAX_DEPTH - 1), series(0, 9, 0, 1), series(n - 99, 99, 0, 7), scattered(rng, 0, 10**6)),
            stormy(MAX_M // 8, 1, 3, series(n - 10), series(1, MAX_DEPTH, 0, MAX_DEPTH - 1), series(n - 9, 9, 0, 1), series(0, n // 2, 0, 7), scattered(rng, 0, 10**6)),
        ])
    ]
    n = 20_000
    yield "6-04-row-storms", [
        runs(n, row(n), zigzag(n, 50), some(n, rng), [
            stormy(10_000, 1, 1, anywhere(rng, n), scattered(rng, 1, MAX_DEPTH), anywhere(rng, n), anywhere(rng, n), scattered(rng, 0, 10**6))
        ])
    ]

    n = MAX_N
    yield "7-01-long-row-renamed", [
        runs(n, row(n), staircase(n), some(n, rng), [
            stormy(MAX_M // 4, 2, 2, series(0, n, 0, 33331), scattered(rng, 1, MAX_DEPTH // 2), series(0, 500, 0, 3), series(n - 500, 500, 0, 7), series(0, 100, 0, 1)),
        ], 7919, 31337)
    ]
    parents, n = stretched(9, 97)
    yield "7-02-bays", [
        runs(n, parents, staircase(n), some(n, rng), [
            stormy(MAX_M // 4, 1, 1, anywhere(rng, n), scattered(rng, 1, MAX_DEPTH // 100), anywhere(rng, n), anywhere(rng, n), scattered(rng, 0, 10**6)),
            stormy(MAX_M // 4, 1, 1, series(0), scattered(rng, 1, MAX_DEPTH), anywhere(rng, n // 2), series(n // 2, n // 2, 0, 54321), scattered(rng, 0, 10**6)),
        ], 7919, 271)
    ]
    parents, n = stretched(3, 7000)
    yield "7-03-long-bays", [
        runs(n, parents, stairs_home(n), some(n, rng), [
            stormy(MAX_M // 4, 1, 3, anywhere(rng, n), scattered(rng, 1, MAX_DEPTH), anywhere(rng, n), anywhere(rng, n), series(0, 1000, 0, 1)),
        ], 7919, 3)
    ]
    n = 40_000
    yield "7-04-scattered", [
        runs(n, doubling(rng, n), deep(n, rng), some(n, rng), [
            stormy(20_000, 1, 1, anywhere(rng, n), scattered(rng, 1, MAX_DEPTH), anywhere(rng, n), anywhere(rng, n), scattered(rng, 0, 10**6))
        ], 7919, 8)
    ]
    n = 100 * 101
    yield "7-05-comb", [
        runs(n, comb(100, 100), staircase(n), [(n, CHEAP)], [
            stormy(5000, 1, 1, anywhere(rng, n), scattered(rng, 1, MAX_DEPTH), anywhere(rng, n), anywhere(rng, n), scattered(rng, 0, 10**6))
        ], 7919, 8)
    ]


def main():
    command = shlex.split(sys.argv[1])
    tests, subtasks = PACKAGE / "tests", PACKAGE / "subtasks"
    for old in [*tests.glob("*"), *subtasks.glob("*")]:
        old.unlink()
    members = {subtask: [] for subtask in SUBTASKS}
    for name, charts in testcases(random.Random(20250918)):
        text = f"anchor-input-58e2c1\n{len(charts)}\n" + "".join(charts)
        (tests / f"{name}.in").write_text(text)
        output = subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout.split()
        (tests / f"{name}.out").write_text("\n".join(output[1:-1]) + "\n")
        facts = read_input(text.encode())
        for subtask in SUBTASKS:
            if not FACTS_OF[subtask](facts) and (subtask != "00-samples" or name.startswith("0-")):
                members[subtask].append(name)
    for subtask, names in members.items():
        (subtasks / f"{subtask}.json").write_text(json.dumps({"score": POINTS[subtask], "testcases": names}, indent=1) + "\n")


main()
