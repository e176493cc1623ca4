"""Writes tests/ and subtasks/, always the same ones; the answers are what solutions/correct/codes-for-ports.py prints."""
import itertools
import json
import random
import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
SOLUTION = PACKAGE / "solutions" / "correct" / "codes-for-ports.py"
SUBTASKS = {
    "00-samples": (0, lambda pile: len(pile) <= 10),
    "01-six": (8, lambda pile: len(pile) <= 6),
    "02-two-ports": (12, lambda pile: max(pile) == 2),
    "03-upside-down": (14, lambda pile: max(pile) >= 3 and pile == sorted(pile, reverse=True)),
    "04-four-ports": (18, lambda pile: max(pile) <= 4),
    "05-barge": (20, lambda pile: len(pile) <= 150),
    "06-full": (28, lambda pile: True),
}


def shuffled(rng, pile):
    pile = list(pile)
    rng.shuffle(pile)
    return pile


def random_pile(rng, n, k):
    return shuffled(rng, [*range(1, k + 1), *(rng.randint(1, k) for _ in range(n - k))])


def all_piles(n, ports):
    """Every pile of n crates for exactly the ports 1 to k, for every k in `ports`."""
    return [list(pile) for k in ports for pile in itertools.product(range(1, k + 1), repeat=n) if len(set(pile)) == k]


def one_busy_port(rng, k, busy, crates):
    """Nearly all crates are for one port: what is a move too long for it is too long."""
    return shuffled(rng, [*range(1, k + 1), *[busy] * crates])


def falling(rng, n, k):
    return sorted(random_pile(rng, n, k), reverse=True)


def nearly_sorted(rng, n, k, swaps):
    pile = sorted(random_pile(rng, n, k))
    for _ in range(swaps):
        i = rng.randrange(n - 1)
        pile[i], pile[i + 1] = pile[i + 1], pile[i]
    return pile


def testcases(rng):
    """Name and piles, from top to bottom."""
    yield "0-01-example", [[2, 3, 1, 2]]
    yield "0-02-three-shipments", [[2, 1, 2, 1], [1, 1, 2, 3], [5, 4, 3, 2, 1]]

    yield "1-01-one-crate", [[1]]
    yield "1-02-one-port", [[1] * n for n in range(2, 7)]
    yield "1-03-all-of-four", [pile for n in (1, 2, 3, 4) for pile in all_piles(n, range(1, n + 1))]
    yield "1-04-five-crates", [shuffled(rng, range(1, 6)) for _ in range(20)] + [random_pile(rng, 5, 4) for _ in range(20)]
    yield "1-05-six-crates", [shuffled(rng, range(1, 7)) for _ in range(4)] + [random_pile(rng, 6, k) for k in (2, 3, 3, 4, 5)]
    yield "1-06-in-order", [[1, 2, 3, 4, 5, 6], [1, 1, 2, 2, 3], [1, 2]]
    yield "1-07-turned-over", [[6, 5, 4, 3, 2, 1], [4, 3, 2, 1, 1], [2, 1]]

    yield "2-01-all-of-two-ports", [pile for n in (2, 3, 4, 5, 6) for pile in all_piles(n, [2])]
    yield "2-02-mixed", [random_pile(rng, n, 2) for n in (2, 10, 77, 150)]
    yield "2-03-one-of-each", [[2] * 80 + [1], [1] * 80 + [2], [2] + [1] * 80, [1] + [2] * 80]
    yield "2-04-in-turn", [[1, 2] * 400, [2, 1] * 400]
    yield "2-05-large", [random_pile(rng, 4000, 2)]

    yield "3-01-small", [list(range(n, 0, -1)) for n in range(3, 20)]
    yield "3-02-several-for-a-port", [falling(rng, n, k) for n, k in ((5, 3), (6, 4), (20, 4), (40, 5), (150, 9), (150, 120))]
    yield "3-03-four-ports", [falling(rng, 100, 4), falling(rng, 100, 3), falling(rng, 4, 4)]
    yield "3-04-three-of-few", [[3] * 50 + [2] + [1], [3, 2] + [1] * 50, [3] + [2] * 50 + [1]]
    yield "3-05-large", [falling(rng, 2000, 60), falling(rng, 1000, 3)]
    yield "3-06-all-different", [list(range(256, 0, -1))]

    yield "4-01-three-ports", [random_pile(rng, n, 3) for n in (3, 4, 5, 30, 100)]
    yield "4-02-four-ports", [random_pile(rng, n, 4) for n in (4, 5, 6, 30, 100)]
    yield "4-03-one-busy-port-of-three", [one_busy_port(rng, 3, busy, 40) for busy in (1, 2, 3)]
    yield "4-04-one-busy-port-of-four", [one_busy_port(rng, 4, busy, 40) for busy in (1, 2, 3, 4)]
    yield "4-05-busy-pairs", [shuffled(rng, [1, 2, 3, 4] + pair * 30) for pair in ([1, 2], [1, 3], [1, 4], [2, 3], [2, 4], [3, 4])]
    yield "4-06-large", [random_pile(rng, 2000, 4), random_pile(rng, 2000, 3)]

    few = [(k, busy) for k in (5, 6, 7, 8, 9) for busy in range(1, k + 1)]
    yield "5-01-one-busy-port-of-few", [one_busy_port(rng, k, busy, 50) for k, busy in few]
    for k in (15, 16, 17, 32):
        yield f"5-02-one-busy-port-of-{k}", [one_busy_port(rng, k, busy, 60) for busy in range(1, k + 1)]
    yield "5-03-powers", [random_pile(rng, 150, k) for k in (7, 8, 9, 31, 32, 33, 63, 64, 65, 127, 128, 129)]
    yield "5-04-all-different", [shuffled(rng, range(1, n + 1)) for n in (7, 8, 9, 16, 17, 64, 65, 128, 129, 149, 150)]
    yield "5-05-ten-and-more", [shuffled(rng, range(1, k + 1)) for k in range(9, 13)]
    yield "5-06-many-shipments", [random_pile(rng, n, rng.randint(1, n)) for n in (rng.randint(1, 12) for _ in range(500))]
    yield "5-07-nearly-in-order", [nearly_sorted(rng, 150, k, 5) for k in (5, 40, 150)]
    yield "5-08-in-order", [list(range(1, 151)), [1] * 75 + [2] * 75]
    yield "5-09-blocks", [[*range(76, 151), *range(1, 76)], [*range(1, 151, 2), *range(150, 0, -2)]]

    yield "6-01-all-different", [shuffled(rng, range(1, 4001))]
    yield "6-02-many-for-a-port", [random_pile(rng, 4000, 65)]
    busy = shuffled(rng, [*range(1, 257), *[rng.choice([1, 128, 129, 256]) for _ in range(144)]])
    yield "6-03-few-busy-ports", [busy]
    yield "6-04-busy-in-the-middle", [one_busy_port(rng, 129, 65, 150), one_busy_port(rng, 128, 64, 150)]
    yield "6-05-power-and-one", [shuffled(rng, range(1, 257)), shuffled(rng, range(1, 258)), shuffled(rng, range(1, 256))]


def write(path, lines):
    path.write_text("".join(f"{line}\n" for line in lines))


def main():
    for folder in ("tests", "subtasks"):
        for old in (PACKAGE / folder).iterdir():
            old.unlink()
    subtasks = {name: [] for name in SUBTASKS}
    for name, piles in testcases(random.Random(20261126)):
        lines = [len(piles)]
        for pile in piles:
            lines += [f"{len(pile)} {max(pile)}", " ".join(map(str, pile))]
        path = PACKAGE / "tests" / f"{name}.in"
        write(path, lines)
        with path.open() as stdin, path.with_suffix(".out").open("w") as stdout:
            subprocess.run([sys.executable, SOLUTION], stdin=stdin, stdout=stdout, check=True)
        for subtask, own in subtasks.items():
            is_shown = subtask != "00-samples" or name.startswith("0-")
            if is_shown and all(map(SUBTASKS[subtask][1], piles)):
                own.append(name)
    for subtask, own in subtasks.items():
        text = json.dumps({"score": SUBTASKS[subtask][0], "testcases": own}, indent=2)
        write(PACKAGE / "subtasks" / f"{subtask}.json", [text])


main()
