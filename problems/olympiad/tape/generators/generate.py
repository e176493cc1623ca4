"""Writes every input of tests/ and subtasks/, always the same ones, and as answers what a program prints: generate.py COMMAND."""
import json
import random
import shlex
import string
import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
SUBTASKS = {
    "00-samples": (0, ["0-01", "0-02"]),
    "01-fence": (14, ["01", "02"]),
    "02-signs": (16, ["03", "04"]),
    "03-tartan": (14, ["05"]),
    "04-sail": (14, ["06"]),
    "05-posters": (20, ["07", "08"]),
    "06-pictures": (22, ["09", "10"]),
}


def fence_at_random(rng):
    return ["".join(rng.choice("bgrwy") for _ in range(150))]


def fence_in_fences(rng, width=170):
    """Stretches of colour painted over others again and again: the order matters, and few strokes do much."""
    fence = ["w"] * width
    for _ in range(110):
        first = rng.randrange(width)
        last = min(width, first + rng.choice([2, 5, 12, 40]))
        fence[first:last] = rng.choice("abcdefgw") * (last - first)
    return ["".join(fence)]


def painted(height, width, strokes):
    wall = [[None] * width for _ in range(height)]
    for top, left, bottom, right, colour in strokes:
        for y in range(top, bottom):
            wall[y][left:right] = colour * (right - left)
    return ["".join(row) for row in wall]


def square_enough(rng, largest):
    return rng.randint(2, largest), rng.randint(2, largest)


def ribbon(rng, largest):
    sides = [rng.randint(1, 3), rng.randint(largest // 2, largest)]
    rng.shuffle(sides)
    return sides


def rectangles(rng, height, width, count, colours, largest, shape=square_enough):
    """A wall in one colour, and rectangles over it; `colours` says the colour of each."""
    yield 0, 0, height, width, next(colours)
    for _ in range(count - 1):
        tall, wide = shape(rng, largest)
        top, left = rng.randint(0, height - tall), rng.randint(0, width - wide)
        yield top, left, top + tall, left + wide, next(colours)


def signs(rng, height, width, count, largest):
    """Each colour is one rectangle, and each can still be seen somewhere; most are in pieces."""
    strokes = []
    for colour in rng.sample(string.ascii_letters, count):
        while True:
            whole_wall, rectangle = rectangles(rng, height, width, 2, iter(2 * colour), largest)
            more = [*strokes, rectangle if strokes else whole_wall]
            rows = painted(height, width, more)
            if len({cell for row in rows for cell in row}) == len(more):
                strokes = more
                break
    return painted(height, width, strokes)


def tartan(rng, height, width):
    lines = [(y, 0, y + 1, width) for y in range(height)] + [(0, x, height, x + 1) for x in range(width)]
    rng.shuffle(lines)
    return painted(height, width, [(*line, rng.choice("bgrwy")) for line in [(0, 0, height, width), *lines]])


def sail(size):
    return ["".join("rw"[(y + x) % 2] for x in range(size)) for y in range(size)]


def posters(rng, height, width, count, palette, largest):
    def colours():
        while True:
            yield rng.choice(palette)

    return painted(height, width, rectangles(rng, height, width, count, colours(), largest, ribbon))


def testcases(rng):
    yield "0-01", ["aabaa", "ccbcc", "aabaa"]
    yield "0-02", ["rwrbrwr"]
    yield "01", fence_at_random(rng)
    yield "02", fence_in_fences(rng)
    yield "03", signs(rng, 24, 36, 30, 12)
    yield "04", signs(rng, 30, 40, 48, 16)
    yield "05", tartan(rng, 20, 26)
    yield "06", sail(16)
    yield "07", posters(rng, 16, 20, 26, "bgrw", 15)
    yield "08", posters(rng, 20, 24, 40, "bgrwyk", 18)
    yield "09", (PACKAGE / "generators" / "lighthouse.txt").read_text().split()
    yield "10", (PACKAGE / "generators" / "boat.txt").read_text().split()


def main():
    command = shlex.split(sys.argv[1])
    for old in [*(PACKAGE / "tests").glob("*"), *(PACKAGE / "subtasks").glob("*")]:
        old.unlink()
    for name, rows in testcases(random.Random(20250920)):
        text = f"{len(rows)} {len(rows[0])}\n" + "".join(row + "\n" for row in rows)
        (PACKAGE / "tests" / f"{name}.in").write_text(text)
        output = subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout
        (PACKAGE / "tests" / f"{name}.out").write_text(output)
    for subtask, (score, names) in SUBTASKS.items():
        path = PACKAGE / "subtasks" / f"{subtask}.json"
        path.write_text(json.dumps({"score": score, "testcases": names}) + "\n")


main()
