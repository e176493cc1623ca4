"""Writes every testcase of tests/ and every list of subtasks/, always the same ones."""
import json
import random
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
SMALL, MIDDLE, LARGE = 30, 12_000, 12 * 10**17
CALM, CURRENT, STORM = 0, 1, 2
SUBTASKS = {
    "00-samples": (0, lambda name, m, sea: name.startswith("0-")),
    "01-few": (8, lambda name, m, sea: m == SMALL),
    "02-calm": (7, lambda name, m, sea: sea == CALM),
    "03-thousands": (20, lambda name, m, sea: m <= MIDDLE),
    "04-current": (33, lambda name, m, sea: sea <= CURRENT),
    "05-full": (32, lambda name, m, sea: True),
}


def best(m, sea):
    return {SMALL: 30, MIDDLE: 18, LARGE: (60, 66, 67)[sea]}[m]


def uniform(rng, m, count):
    return [rng.randrange(m) for _ in range(count)]


def any_size(rng, m, count):
    """As many numbers of every length."""
    numbers = []
    while len(numbers) < count:
        x = rng.randrange(1 << rng.randrange(m.bit_length() + 1))
        if x < m:
            numbers.append(x)
    return numbers


def edges(m):
    near_powers = {(1 << bit) + d for bit in range(m.bit_length()) for d in (-1, 0, 1)}
    return sorted(x for x in {*range(100), *range(m - 100, m), *near_powers} if 0 <= x < m)


def wreaths_cut_at_the_longest_run(sea):
    """How many wreaths of each length have one longest dark run: where a counting solution takes one lantern more."""
    total = 0
    for length in range(2, 67):
        for longest in range(1, length):
            total += canonical_lists(longest, length - longest - 1, sea == STORM)
        yield total


def canonical_lists(most, sum_, flips):
    """Lists of parts 1..most with this sum, or those of them that are not behind their reverse."""
    lists = [1] + [0] * sum_
    same = [1] + [0] * sum_
    for s in range(1, sum_ + 1):
        lists[s] = sum(lists[s - a] for a in range(1, min(most, s) + 1))
        same[s] = int(s <= most) + sum(same[s - 2 * a] for a in range(1, min(most, s // 2) + 1))
    return (lists[sum_] + same[sum_]) // 2 if flips else lists[sum_]


def steps(m, sea):
    around = {total + d for total in wreaths_cut_at_the_longest_run(sea) for d in (-2, -1, 0, 1)}
    return sorted(x for x in around if 0 <= x < m)


def testcases(rng):
    """Name, bound, sea, how the sea turns, numbers."""
    yield "0-01-storm", SMALL, STORM, "random", [5, 0, 29, 12]
    yield "0-02-calm", LARGE, CALM, "random", [0, 1, LARGE - 1]

    for how in ("random", "least", "greatest"):
        yield f"1-01-storm-{how}", SMALL, STORM, how, list(range(SMALL))
    yield "1-02-again-and-again", SMALL, STORM, "random", [x for x in range(SMALL) for _ in range(30)]
    yield "1-03-current", SMALL, CURRENT, "random", rng.sample(range(SMALL), SMALL)
    yield "1-04-calm", SMALL, CALM, "random", list(range(SMALL))
    yield "1-05-one-number", SMALL, STORM, "random", [29]

    yield "2-01-random", LARGE, CALM, "random", uniform(rng, LARGE, 500)
    yield "2-02-edges", LARGE, CALM, "random", edges(LARGE)
    yield "2-03-any-size", LARGE, CALM, "random", any_size(rng, LARGE, 500)
    yield "2-04-thousands", MIDDLE, CALM, "random", edges(MIDDLE)

    all_numbers = rng.sample(range(MIDDLE), MIDDLE)
    for part in range(6):
        yield f"3-01-all-part-{part + 1}", MIDDLE, STORM, "random", all_numbers[part::6]
    yield "3-02-least", MIDDLE, STORM, "least", uniform(rng, MIDDLE, 1000)
    yield "3-03-greatest", MIDDLE, STORM, "greatest", uniform(rng, MIDDLE, 1000)
    yield "3-04-current", MIDDLE, CURRENT, "random", uniform(rng, MIDDLE, 1000)
    yield "3-05-first-numbers", MIDDLE, STORM, "random", list(range(1000))

    for subtask, sea in ((4, CURRENT), (5, STORM)):
        yield f"{subtask}-01-random", LARGE, sea, "random", uniform(rng, LARGE, 500)
        yield f"{subtask}-02-edges", LARGE, sea, "random", edges(LARGE)
        yield f"{subtask}-03-any-size", LARGE, sea, "random", any_size(rng, LARGE, 500)
        yield f"{subtask}-04-least", LARGE, sea, "least", uniform(rng, LARGE, 300)
        yield f"{subtask}-05-greatest", LARGE, sea, "greatest", uniform(rng, LARGE, 300)
        yield f"{subtask}-06-one-lantern-more", LARGE, sea, "random", steps(LARGE, sea)
    yield "5-07-again-and-again", LARGE, STORM, "random", [x for x in uniform(rng, LARGE, 5) for _ in range(80)]


def main():
    for folder in ("tests", "subtasks"):
        (PACKAGE / folder).mkdir(exist_ok=True)
        for old in (PACKAGE / folder).iterdir():
            old.unlink()
    lists = {subtask: [] for subtask in SUBTASKS}
    for seed, (name, m, sea, how, numbers) in enumerate(testcases(random.Random(20251102)), 1):
        first = f"{len(numbers)} {m} {sea} {best(m, sea)} {how} {seed}"
        (PACKAGE / "tests" / f"{name}.in").write_text("\n".join([first, *map(str, numbers)]) + "\n")
        for subtask, (_, takes) in SUBTASKS.items():
            if takes(name, m, sea):
                lists[subtask].append(name)
    for subtask, (score, _) in SUBTASKS.items():
        text = json.dumps({"score": score, "testcases": lists[subtask]}, indent=1)
        (PACKAGE / "subtasks" / f"{subtask}.json").write_text(text + "\n")


main()
