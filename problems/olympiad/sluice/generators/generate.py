"""Writes tests/ and subtasks/, always the same ones; the answers are the output of solutions/correct/two-deques.py."""
import itertools
import json
import random
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(PACKAGE / "solutions" / "correct"))
turns = __import__("two-deques").turns

HIGHEST = 50_000
# Points, most boats of a call, highest level, whether low = high.
SUBTASKS = {
    "00-samples": (0, 10, 10, False),
    "01-short": (9, 60, 30, False),
    "02-fussy": (13, 100_000, HIGHEST, True),
    "03-village": (21, 3000, HIGHEST, False),
    "04-shallow": (22, 100_000, 9, False),
    "05-full": (35, 100_000, HIGHEST, False),
}


def wide(rng, n, levels, width):
    """Ranges of at most `width` hands, somewhere from 0 to `levels`."""
    lows = [rng.randint(0, levels) for _ in range(n)]
    return [(low, min(levels, low + rng.randint(0, width))) for low in lows]


def fussy(rng, n, levels):
    return [(level, level) for level in (rng.randint(0, levels) for _ in range(n))]


def alternating(n, bottom, top):
    return [(bottom, bottom) if i % 2 == 0 else (top, top) for i in range(n)]


def staircase(n, step, levels):
    """The lower end climbs, then the upper end falls: nobody turns the wheel for a long time, then everybody does."""
    up = [(min(levels, i * step), levels) for i in range(n // 2)]
    down = [(0, max(0, levels - i * step)) for i in range(n - n // 2)]
    return up + down


def easy_going(rng, n, levels, one_in):
    """Boats that bear nearly everything, and now and then one that does not."""
    boats = []
    for _ in range(n):
        if rng.randrange(one_in):
            boats.append((rng.randint(0, levels // 5), rng.randint(levels - levels // 5, levels)))
        else:
            level = rng.randint(0, levels)
            boats.append((level, min(levels, level + 1)))
    return boats


def swell(rng, n, levels, width):
    """Ranges that drift up and down like a tide, so that neighbours overlap and boats further apart do not."""
    boats = []
    level = levels // 2
    direction = 1
    for _ in range(n):
        if rng.random() < 0.02:
            direction = -direction
        level = min(max(level + direction * rng.randint(0, width // 2), 0), levels - width)
        boats.append((level, level + width))
    return boats


def zigzag(n, levels):
    """Wider and wider swings with room that never overlaps: at each boat all days are at the same level."""
    boats = []
    for i in range(n):
        swing = levels * (i + 1) // (2 * n)
        middle = levels // 2
        boats.append((max(0, middle - swing - 1), middle - swing) if i % 2 else (middle + swing, min(levels, middle + swing + 1)))
    return boats


def all_calls(lengths, levels):
    ranges = [(low, high) for low in range(levels + 1) for high in range(low, levels + 1)]
    return [list(boats) for n in lengths for boats in itertools.product(ranges, repeat=n)]


def mirrored(boats, levels):
    return [(levels - high, levels - low) for low, high in boats]


def testcases(rng):
    """Name and calls, a call being a list of (low, high)."""
    yield "0-01-example", [[(2, 5), (4, 8), (1, 3), (3, 6)]]
    yield "0-02-up-and-down", [[(0, 1), (2, 4), (5, 5)], [(3, 3), (3, 3)], [(4, 6), (1, 2), (1, 8), (7, 7)]]

    yield "1-01-one-boat", [[(0, 0)], [(0, 30)], [(30, 30)], [(7, 9)]]
    yield "1-02-two-boats", [[a, b] for a, b in itertools.product([(0, 0), (0, 3), (2, 3), (3, 30), (4, 4), (30, 30)], repeat=2)]
    yield "1-03-all-of-three", all_calls([1, 2, 3], 2)
    yield "1-04-all-of-four", all_calls([4], 2)
    yield "1-05-all-of-six-low", all_calls([5, 6], 1)
    yield "1-06-random-few", [wide(rng, rng.randint(2, 8), 5, rng.randint(1, 5)) for _ in range(400)]
    yield "1-07-random-more", [wide(rng, rng.randint(9, 20), 12, rng.randint(1, 12)) for _ in range(80)]
    yield "1-08-random-longest", [wide(rng, 60, 30, width) for width in (0, 1, 3, 8, 20, 30)]
    yield "1-09-no-turns", [[(0, 30)] * 60, [(i // 4, 30 - i // 4) for i in range(60)], [(15, 15)] * 60]
    yield "1-10-staircases", [staircase(n, step, 30) for n in (9, 30, 60) for step in (1, 2, 7)]
    yield "1-11-touching", [[(i % 3 * 2, i % 3 * 2 + 2) for i in range(n)] for n in (2, 3, 4, 5, 60)]
    yield "1-12-zigzag", [zigzag(60, 30), mirrored(zigzag(59, 30), 30), zigzag(2, 30)]

    yield "2-01-all-fussy", [[(a, a) for a in levels] for n in range(1, 5) for levels in itertools.product(range(4), repeat=n)]
    yield "2-02-fussy-random", [fussy(rng, 50, 30), fussy(rng, 200, HIGHEST), fussy(rng, 7, 1)]
    yield "2-03-fussy-village", [fussy(rng, 2000, HIGHEST)]
    yield "2-04-fussy-up-then-down", [[(33 * i, 33 * i) for i in range(1500)], [(33 * i, 33 * i) for i in range(1500, 0, -1)]]
    yield "2-05-fussy-extreme", [alternating(6000, 0, HIGHEST)]
    boats = [(level, level) for level in rng.choices([0, 9, HIGHEST], weights=[500, 500, 1], k=99_999)]
    yield "2-06-fussy-most-boats", [[*boats, (HIGHEST, HIGHEST)]]

    yield "3-01-random-narrow", [wide(rng, 3000, HIGHEST, 500)]
    yield "3-02-random-wide", [wide(rng, 3000, HIGHEST, HIGHEST)]
    yield "3-03-staircase", [staircase(2000, 49, HIGHEST)]
    yield "3-04-staircase-mirrored", [mirrored(staircase(1500, 50, HIGHEST), HIGHEST)]
    yield "3-05-easy-going", [easy_going(rng, 1500, HIGHEST, 40)]
    yield "3-06-swell", [swell(rng, 1500, HIGHEST, 900)]
    yield "3-07-zigzag", [zigzag(1000, HIGHEST)]
    yield "3-08-one-late-turn", [[(0, HIGHEST)] * 1500 + [(100, HIGHEST), (0, 99)]]
    yield "3-09-one-early-turn", [[(0, 99), (100, HIGHEST)] + [(0, HIGHEST)] * 1500]
    yield "3-10-many-calls", [wide(rng, rng.randint(50, 150), HIGHEST, rng.choice([0, 99, 9999, HIGHEST])) for _ in range(20)]

    yield "4-01-shallow-random", [wide(rng, n, 9, width) for n, width in ((3200, 1), (3200, 4))]
    yield "4-02-shallow-easy-going", [easy_going(rng, 7000, 9, 100)]
    yield "4-03-one-hand-of-water", [wide(rng, 6000, 1, 1)]
    boats = easy_going(rng, 36_000, 9, 1000) + wide(rng, 30_000, 9, 6) + easy_going(rng, 30_000, 9, 5)
    yield "4-04-shallow-most-boats", [boats]

    yield "5-01-overflow", [wide(rng, 2500, HIGHEST, 10), alternating(2500, 0, HIGHEST)]
    yield "5-02-staircase-long", [staircase(4000, 25, HIGHEST)]
    yield "5-03-swell-long", [swell(rng, 4000, HIGHEST, 2000)]
    yield "5-04-most-levels", [wide(rng, 20_000, HIGHEST, 30_000) + easy_going(rng, 20_000, HIGHEST, 300)]


def permits(subtask, calls):
    _, max_boats, max_level, is_fussy = SUBTASKS[subtask]
    return all(
        len(boats) <= max_boats and all(high <= max_level and (low == high or not is_fussy) for low, high in boats) for boats in calls
    )


def write(path, lines):
    path.write_text("".join(f"{line}\n" for line in lines))


def main():
    for folder in ("tests", "subtasks"):
        for old in (PACKAGE / folder).iterdir():
            old.unlink()
    subtasks = {name: [] for name in SUBTASKS}
    for name, calls in testcases(random.Random(20261125)):
        lines = ["sluice-in-6b1f0c", len(calls)]
        for boats in calls:
            lines += [len(boats), *(f"{low} {high}" for low, high in boats)]
        write(PACKAGE / "tests" / f"{name}.in", lines)
        write(PACKAGE / "tests" / f"{name}.out", [turns(*map(list, zip(*boats))) for boats in calls])
        for subtask, own in subtasks.items():
            is_shown = subtask != "00-samples" or name.startswith("0-")
            if is_shown and permits(subtask, calls):
                own.append(name)
    for subtask, own in subtasks.items():
        text = json.dumps({"score": SUBTASKS[subtask][0], "testcases": own}, indent=2)
        write(PACKAGE / "subtasks" / f"{subtask}.json", [text])


main()
