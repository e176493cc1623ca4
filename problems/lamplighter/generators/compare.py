"""Compares programs with the brute force on small random roads: compare.py ROUNDS COMMAND..."""
import random
import shlex
import subprocess
import sys

from brute import solve


def random_road(rng):
    n = rng.randint(1, 12)
    size = rng.choice([3, 6, 10, 30])
    capacity = rng.randint(1, rng.choice([size, 2 * size, 5 * size]))
    start = rng.choice([0, capacity, capacity, rng.randint(0, capacity)])
    lantern_share = rng.choice([0.5, 0.6, 0.75, 0.9])
    barrel = rng.choice([max(1, size // 4), size, 2 * size])
    road = [-rng.randint(1, size) if rng.random() < lantern_share else rng.randint(1, barrel) for _ in range(n)]
    return capacity, start, road


def main():
    rounds = int(sys.argv[1])
    commands = [shlex.split(command) for command in sys.argv[2:]]
    differences = [0] * len(commands)
    rng = random.Random(20250901)
    for _ in range(rounds):
        capacity, start, road = random_road(rng)
        text = f"{len(road)} {capacity} {start}\n{' '.join(map(str, road))}\n"
        answer = str(solve(capacity, start, road))
        for number, command in enumerate(commands):
            output = subprocess.run(command, input=text, capture_output=True, text=True).stdout.strip()
            if output != answer:
                differences[number] += 1
                if differences[number] <= 2:
                    print(shlex.join(command), "printed", output, "instead of", answer, "on", repr(text))
    for command, count in zip(commands, differences):
        print(f"{shlex.join(command)}: {count} differences in {rounds} roads")


main()
