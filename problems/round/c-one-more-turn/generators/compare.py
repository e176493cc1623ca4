"""Compares programs with the brute force on small random wheels: compare.py ROUNDS COMMAND..."""
import random
import shlex
import subprocess
import sys

from brute import solve

WHEELS_PER_ROUND = 50


def random_wheel(rng):
    n = rng.randint(1, 8)
    coins = rng.choice([2, 5, 30, 1000])
    cost = rng.randint(1, max(1, coins // rng.choice([1, 2, 4, 10])))
    return cost, [rng.randint(0, rng.choice([coins, max(1, coins // 3)])) for _ in range(n)]


def is_close(token, answer):
    try:
        return abs(float(token) - answer) <= 1e-6 * max(1, answer)
    except ValueError:
        return False


def main():
    rounds = int(sys.argv[1])
    commands = [shlex.split(command) for command in sys.argv[2:]]
    differences = [0] * len(commands)
    rng = random.Random(20250905)
    for _ in range(rounds):
        wheels = [random_wheel(rng) for _ in range(WHEELS_PER_ROUND)]
        lines = [str(len(wheels))]
        for cost, prizes in wheels:
            lines += [f"{len(prizes)} {cost}", " ".join(map(str, prizes))]
        text = "\n".join(lines) + "\n"
        answers = [float(solve(*wheel)) for wheel in wheels]
        for number, command in enumerate(commands):
            output = subprocess.run(command, input=text, capture_output=True, text=True).stdout.split()
            wrong = [k for k, answer in enumerate(answers) if k >= len(output) or not is_close(output[k], answer)]
            differences[number] += len(wrong)
            if wrong and differences[number] == len(wrong):
                print(shlex.join(command), "differs first on", wheels[wrong[0]], "answer", answers[wrong[0]])
    for command, count in zip(commands, differences):
        print(f"{shlex.join(command)}: {count} differences in {rounds * WHEELS_PER_ROUND} wheels")


main()
