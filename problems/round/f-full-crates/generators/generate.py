"""Writes every testcase of data/secret, inputs and answers, always the same ones. Needs g++, for the answers."""
import random
import subprocess
import tempfile
from pathlib import Path

from towns import (
    broom, comb, deep_town, halves, random_colours, random_town, runs, small_town, spider, star, street, two_arms,
)  # fmt: skip

PACKAGE = Path(__file__).resolve().parent.parent
SECRET = PACKAGE / "data" / "secret"
SOLUTION = PACKAGE / "submissions" / "accepted" / "small_to_large.cpp"
MAX_N = 70_000


def thue_morse(powers, k):
    """
    Two arms. The colours below 2^powers are dealt out by the parity of their ones; those of the second arm come k - 1 times.
    Sums of powers of any odd base are then the same modulo 2^64, although not one crate is full. The first arm is made as
    long as the second with a colour of its own.
    """
    first = [c + 1 for c in range(2**powers) if bin(c).count("1") % 2 == 0]
    second = [c + 1 for c in range(2**powers) if bin(c).count("1") % 2 == 1 for _ in range(k - 1)]
    first += [2**powers + 1] * (len(second) - len(first))
    colours = [colour for both in zip(first, second) for colour in both]
    return len(colours) + 1, k, two_arms(len(colours) + 1), colours


def shuffled(rng, n):
    colours = list(range(1, n + 1))
    rng.shuffle(colours)
    return colours[: n - 1]


def testcases(rng):
    """Name, (n, k, parents, colours)."""
    yield "01-one-street-crate-of-one", (2, 1, [1], [2])
    yield "02-one-street-crate-of-two", (2, 2, [1], [1])
    yield "03-two-streets", (3, 2, [1, 2], [3, 3])
    yield "04-two-streets-different", (3, 2, [1, 1], [3, 2])
    yield "05-three-alike-in-a-star", (4, 2, [1, 1, 1], [1, 1, 1])
    for number in range(6, 16):
        yield f"{number:02}-random-small", small_town(rng, 5 * number)
    yield "16-one-colour-crates-of-two", (500, 2, random_town(rng, 500), [1] * 499)
    yield "17-one-colour-crates-of-three", (500, 3, deep_town(rng, 500, 4), [500] * 499)
    yield "18-one-colour-street", (400, 7, street(400), [1] * 399)
    yield "19-crate-as-large-as-the-town", (300, 300, street(300), [1] * 299)
    yield "20-crate-of-a-whole-street", (300, 299, street(300), [7] * 299)
    yield "21-one-street-short-of-a-crate", (300, 298, street(300), [7] * 150 + [8] + [7] * 148)
    yield "22-two-crates-of-a-colour", (1000, 3, street(1000), runs(rng, 1000, 2, 12))
    yield "23-crates-of-four-halves-alike", (1000, 4, two_arms(1000), runs(rng, 1000, 3, 4))
    yield "24-many-colours-even", (2000, 2, deep_town(rng, 2000, 2), random_colours(rng, 2000, 12))
    yield "25-many-colours-threes", (2000, 3, deep_town(rng, 2000, 2), random_colours(rng, 2000, 7))
    yield "26-crates-of-five", (2000, 5, random_town(rng, 2000), runs(rng, 2000, 2, 15))
    yield "27-star-few-colours", (3000, 2, star(3000), random_colours(rng, 3000, 30))
    yield "28-spider-crates-of-three", (3000, 3, spider(3000, 50), random_colours(rng, 3000, 2))
    yield "29-comb", (3000, 2, comb(3000), runs(rng, 3000, 4, 6))
    yield "30-broom", (3000, 2, broom(3000), random_colours(rng, 3000, 4))
    yield "31-binary-small", (1023, 4, halves(1023), random_colours(rng, 1023, 2))
    yield "32-every-colour-once", (1500, 1, street(1500), shuffled(rng, 1500))
    yield "33-overflow-of-powers-twos", thue_morse(11, 2)
    yield "34-overflow-of-powers-threes", thue_morse(11, 3)
    yield "35-squares-of-colours", (1500, 2, deep_town(rng, 1500, 3), random_colours(rng, 1500, 1500))
    yield "36-crates-of-one-max", (MAX_N, 1, star(MAX_N), [1 + i % 9 for i in range(MAX_N - 1)])
    yield "37-long-street", (50_000, 1009, street(50_000), random_colours(rng, 50_000, 9))
    yield "38-long-street-many-colours", (20_000, 3, street(20_000), runs(rng, 20_000, 20_000, 4))
    yield "39-large-random", (30_000, 997, random_town(rng, 30_000), random_colours(rng, 30_000, 9))
    yield "40-large-binary", (32_767, 2, halves(32_767), random_colours(rng, 32_767, 40))
    yield "41-large-two-arms", (30_000, 5003, two_arms(30_000), random_colours(rng, 30_000, 9))


def main():
    SECRET.mkdir(parents=True, exist_ok=True)
    for old in [*SECRET.glob("*.in"), *SECRET.glob("*.ans")]:
        old.unlink()
    for name, (n, k, parents, colours) in testcases(random.Random(20251103)):
        text = f"{n} {k}\n{' '.join(map(str, parents))}\n{' '.join(map(str, colours))}\n"
        (SECRET / f"{name}.in").write_text(text)
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder, "solution")
        subprocess.run(["g++", "-O2", "-std=c++20", SOLUTION, "-o", program], check=True)
        for input_file in [*(PACKAGE / "data" / "sample").glob("*.in"), *SECRET.glob("*.in")]:
            with input_file.open() as stdin, input_file.with_suffix(".ans").open("w") as stdout:
                subprocess.run([program], stdin=stdin, stdout=stdout, check=True)


main()
