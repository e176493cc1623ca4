"""Compares programs, linked with the grader, with the brute force on small random charts: compare.py ROUNDS COMMAND...

KIND=calm, homeward, row or shallow in the environment makes charts for the programs that are for those alone, or several
of them: KIND=row,calm.
"""
import os
import random
import shlex
import subprocess
import sys

from brute import solve
from charts import plain, random_chart

CHARTS_AT_ONCE = 250


def main():
    rounds = int(sys.argv[1])
    commands = [shlex.split(command) for command in sys.argv[2:]]
    kinds = [kind for kind in os.environ.get("KIND", "").split(",") if kind]
    rng = random.Random(20250903)
    differences = [0] * len(commands)
    for _ in range(rounds):
        charts = [random_chart(rng, *rng.choice([(3, 4), (7, 4), (7, 30), (9, 10**9)]), *kinds) for _ in range(CHARTS_AT_ONCE)]
        text = f"anchor-input-58e2c1\n{len(charts)}\n" + "".join(plain(*chart) for chart in charts)
        answers = [str(answer) for chart in charts for answer in solve(*chart)]
        for number, command in enumerate(commands):
            output = subprocess.run(command, input=text, capture_output=True, text=True).stdout.split()
            differences[number] += output[1:-1] != answers
    for command, count in zip(commands, differences):
        print(f"{shlex.join(command)}: differs in {count} of {rounds} files of {CHARTS_AT_ONCE} charts")


main()
