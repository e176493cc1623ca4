"""Compares programs with the brute force on small random mornings: compare.py ROUNDS COMMAND..."""
import random
import shlex
import subprocess
import sys

from brute import solve

MORNINGS_PER_ROUND = 50


def random_morning(rng):
    n = rng.randint(1, 9)
    p, q = rng.randint(1, rng.choice([2, 4, n + 1])), rng.randint(1, rng.choice([2, 4, n + 1]))
    coins = rng.choice([2, 5, 30])
    return n, p, q, [rng.randint(1, coins) for _ in range(n)], [rng.randint(1, coins) for _ in range(n)]


def main():
    rounds = int(sys.argv[1])
    commands = [shlex.split(command) for command in sys.argv[2:]]
    differences = [0] * len(commands)
    rng = random.Random(20250904)
    for _ in range(rounds):
        mornings = [random_morning(rng) for _ in range(MORNINGS_PER_ROUND)]
        lines = [str(len(mornings))]
        for *numbers, apple, cheese in mornings:
            lines += [" ".join(map(str, row)) for row in (numbers, apple, cheese)]
        text = "\n".join(lines) + "\n"
        answers = [str(solve(*morning)) for morning in mornings]
        for number, command in enumerate(commands):
            output = subprocess.run(command, input=text, capture_output=True, text=True).stdout.splitlines()
            wrong = [k for k, answer in enumerate(answers) if k >= len(output) or output[k].strip() != answer]
            differences[number] += len(wrong)
            if wrong and differences[number] == len(wrong):
                print(shlex.join(command), "differs first on", mornings[wrong[0]], "answer", answers[wrong[0]])
    for command, count in zip(commands, differences):
        print(f"{shlex.join(command)}: {count} differences in {rounds * MORNINGS_PER_ROUND} mornings")


main()
