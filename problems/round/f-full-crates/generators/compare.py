"""Compares programs with the brute force on small random towns: compare.py ROUNDS COMMAND..."""
import random
import shlex
import subprocess
import sys

from brute import solve
from towns import small_town


def main():
    rounds = int(sys.argv[1])
    commands = [shlex.split(command) for command in sys.argv[2:]]
    differences = [0] * len(commands)
    rng = random.Random(20251103)
    for _ in range(rounds):
        n, k, parents, colours = small_town(rng, rng.choice([3, 6, 10, 25, 60]))
        text = f"{n} {k}\n{' '.join(map(str, parents))}\n{' '.join(map(str, colours))}\n"
        answer = str(solve(n, k, parents, colours))
        for number, command in enumerate(commands):
            output = subprocess.run(command, input=text, capture_output=True, text=True).stdout.strip()
            if output != answer:
                differences[number] += 1
                if differences[number] <= 1:
                    print(shlex.join(command), "printed", output, "instead of", answer, "on", repr(text))
    for command, count in zip(commands, differences):
        print(f"{shlex.join(command)}: {count} differences in {rounds} towns")


main()
