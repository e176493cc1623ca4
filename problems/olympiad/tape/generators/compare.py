"""How many strokes programs take beyond the fewest on small random pictures: compare.py ROUNDS COMMAND..."""
import random
import shlex
import subprocess
import sys

from brute import fewest


def strokes_of(rows, output):
    """The number of strokes, or None where they do not make the picture."""
    count, *lines = output.strip().split("\n")
    wall = [[None] * len(rows[0]) for _ in rows]
    for line in lines:
        *sides, colour = line.split()
        top, left, bottom, right = map(int, sides)
        for y in range(top - 1, bottom):
            wall[y][left - 1 : right] = [colour] * (right + 1 - left)
    is_made = int(count) == len(lines) and ["".join(map(str, row)) for row in wall] == rows
    return len(lines) if is_made else None


def main():
    rounds = int(sys.argv[1])
    commands = [shlex.split(command) for command in sys.argv[2:]]
    rng = random.Random(20250921)
    beyond = [[] for _ in commands]
    for _ in range(rounds):
        height, width = rng.choice([(1, 9), (1, 7), (2, 5), (3, 3), (3, 4)])
        rows = ["".join(rng.choice("abcd"[: rng.choice([2, 3, 4])]) for _ in range(width)) for _ in range(height)]
        text = f"{height} {width}\n" + "".join(row + "\n" for row in rows)
        least = fewest(rows)
        for number, command in enumerate(commands):
            output = subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout
            strokes = strokes_of(rows, output)
            beyond[number].append("wrong" if strokes is None else strokes - least)
    for command, found in zip(commands, beyond):
        counts = {value: found.count(value) for value in sorted(set(found), key=str)}
        print(f"{shlex.join(command)}: strokes beyond the fewest in {rounds} pictures: {counts}")


main()
