"""Writes every testcase of tests/ and every list of subtasks/, always the same ones."""
import itertools
import json
import random
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
MAX_N = 300


def plain(n):
    return list(range(1, n + 1))


def shuffled(rng, n):
    return rng.sample(plain(n), n)


def turned(n, first):
    """1..n, beginning with `first`."""
    return plain(n)[first - 1 :] + plain(n)[: first - 1]


def neighbours(n, swaps):
    """1..n with i and i + 1 swapped for each i of `swaps`."""
    order = plain(n)
    for i in swaps:
        order[i - 1], order[i] = order[i], order[i - 1]
    return order


def swap_sets(n):
    """Every set of pairs of neighbours in which no lantern is twice."""
    for size in range(n // 2 + 1):
        for swaps in itertools.combinations(range(1, n), size):
            if all(b - a > 1 for a, b in zip(swaps, swaps[1:])):
                yield swaps


def random_swaps(rng, n, share):
    swaps, i = [], 1
    while i < n:
        if rng.random() < share:
            swaps.append(i)
            i += 1
        i += 1
    return swaps


def riffled(n):
    """First half and second half in turns."""
    half = (n + 1) // 2
    return [plain(n)[i // 2 + (half if i % 2 else 0)] for i in range(n)]


def pipes(n):
    """Odd ones upwards, then even ones downwards."""
    return plain(n)[::2] + plain(n)[1::2][::-1]


def blocks(rng, n, size):
    """Blocks of consecutive lanterns, shuffled."""
    parts = [plain(n)[i : i + size] for i in range(0, n, size)]
    rng.shuffle(parts)
    return [lantern for part in parts for lantern in part]


def nearly_sorted(rng, n, reach):
    return sorted(plain(n), key=lambda lantern: lantern + rng.random() * reach)


def few(orders):
    return [(4 * len(order), order) for order in orders]


def free(factor, orders):
    return [(factor * len(order), order) for order in orders]


def one_walk(orders):
    return [(1, order) for order in orders]


def half(orders):
    return [(len(order) // 2 + 1, order) for order in orders]


def samples():
    yield "0-01-five", few([[3, 1, 5, 2, 4]])
    yield "0-02-turned", one_walk([turned(6, 5)])
    yield "0-03-neighbours", half([neighbours(7, [2, 6])])


def few_lanterns(rng):
    yield "1-01-all-up-to-four", few(list(order) for n in range(1, 5) for order in itertools.permutations(plain(n)))
    yield "1-02-all-of-five", few(list(order) for order in itertools.permutations(plain(5)))
    yield "1-03-one-road-of-one", few([[1]])
    yield "1-04-in-order-and-reversed", few(order for n in range(2, 10) for order in (plain(n), plain(n)[::-1]))
    yield "1-05-six-and-seven", few(shuffled(rng, 6 + i % 2) for i in range(200))
    yield "1-06-eight-and-nine", few(shuffled(rng, 8 + i % 2) for i in range(200))
    yield "1-07-one-astray", few(
        [x for x in plain(9) if x != stray][:at] + [stray] + [x for x in plain(9) if x != stray][at:]
        for stray in (1, 5, 9)
        for at in range(9)
    )


def turned_roads(rng):
    yield "2-01-all-up-to-twelve", one_walk(turned(n, first) for n in range(1, 13) for first in plain(n))
    yield "2-02-large", one_walk(turned(MAX_N, first) for first in (1, 2, 150, 151, 299, 300))
    yield "2-03-random", one_walk(turned(n, rng.randint(1, n)) for n in (299, 298, 257, 256, 255, 129, 128, 101, 64, 63))


def neighbour_roads(rng):
    yield "3-01-all-up-to-seven", half(neighbours(n, swaps) for n in range(2, 8) for swaps in swap_sets(n))
    yield "3-02-all-swapped", half(neighbours(n, range(1, n, 2)) for n in (MAX_N, MAX_N - 1, 10, 11))
    yield "3-03-all-but-the-first-swapped", half(neighbours(n, range(2, n, 2)) for n in (MAX_N, MAX_N - 1, 10, 11))
    yield "3-04-none-swapped", half(plain(n) for n in (MAX_N, MAX_N - 1, 2, 3))
    yield "3-05-one-swapped", half(neighbours(MAX_N, [i]) for i in (1, 2, 150, 298, 299))
    yield "3-06-random-large", half(neighbours(MAX_N, random_swaps(rng, MAX_N, share)) for share in (0.1, 0.4, 0.7, 0.9))
    yield "3-07-random", half(neighbours(n, random_swaps(rng, n, 0.5)) for n in range(8, 60))


def free_roads(rng, subtask, factor):
    def testcase(number, name, orders):
        return f"{subtask}-{number:02}-{name}", free(factor, orders)

    yield testcase(1, "random-large", [shuffled(rng, MAX_N), shuffled(rng, MAX_N)])
    yield testcase(2, "in-order", [plain(MAX_N), plain(10)])
    yield testcase(3, "reversed", [plain(MAX_N)[::-1], plain(11)[::-1]])
    yield testcase(4, "ten-to-forty", [shuffled(rng, n) for n in range(10, 41)])
    yield testcase(5, "powers-of-two", [shuffled(rng, n) for n in (31, 32, 33, 63, 64, 65, 255, 256, 257)])
    yield testcase(6, "riffled-and-pipes", [riffled(MAX_N), pipes(MAX_N - 1)])
    yield testcase(7, "blocks", [blocks(rng, MAX_N, 17), blocks(rng, 250, 50)])
    yield testcase(8, "nearly-in-order", [nearly_sorted(rng, MAX_N, 8), nearly_sorted(rng, 200, 60)])
    yield testcase(9, "random-odd", [shuffled(rng, MAX_N - 1), shuffled(rng, 211), shuffled(rng, 97)])


def write(testcases):
    names = []
    for name, roads in testcases:
        lines = [f"{len(order)} {k} {' '.join(map(str, order))}" for k, order in roads]
        (PACKAGE / "tests" / f"{name}.in").write_text("\n".join([str(len(roads)), *lines]) + "\n")
        names.append(name)
    return names


def main():
    for folder in ("tests", "subtasks"):
        (PACKAGE / folder).mkdir(exist_ok=True)
        for old in (PACKAGE / folder).iterdir():
            old.unlink()
    rng = random.Random(20251101)
    sample, sample_turned, sample_neighbours = write(samples())
    small = [sample, *write(few_lanterns(rng))]
    subtasks = {
        "00-samples": (0, [sample, sample_turned, sample_neighbours]),
        "01-few": (10, small),
        "02-turned": (12, [sample_turned, *write(turned_roads(rng))]),
        "03-neighbours": (18, [sample_neighbours, *write(neighbour_roads(rng))]),
        "04-many-walks": (20, small + write(free_roads(rng, 4, 9))),
        "05-full": (40, small + write(free_roads(rng, 5, 4))),
    }
    for name, (score, testcases) in subtasks.items():
        text = json.dumps({"score": score, "testcases": testcases}, indent=1)
        (PACKAGE / "subtasks" / f"{name}.json").write_text(text + "\n")


main()
