"""Compares programs with the brute force on small random evenings: compare.py ROUNDS COMMAND..."""
import random
import shlex
import subprocess
import sys

from brute import solve

EVENINGS_PER_ROUND = 50


def random_evening(rng):
    n = rng.randint(1, 9)
    colours = [rng.randint(1, rng.randint(1, n)) for _ in range(n)]
    share = rng.choice([0.2, 0.5, 0.8])
    return colours, "".join("*" if rng.random() < share else "." for _ in range(n))


def main():
    rounds = int(sys.argv[1])
    commands = [shlex.split(command) for command in sys.argv[2:]]
    differences = [0] * len(commands)
    rng = random.Random(20250903)
    for _ in range(rounds):
        evenings = [random_evening(rng) for _ in range(EVENINGS_PER_ROUND)]
        lines = [str(len(evenings))]
        for colours, state in evenings:
            lines += [str(len(state)), " ".join(map(str, colours)), state]
        text = "\n".join(lines) + "\n"
        answers = ["%d %d" % solve(*evening) for evening in evenings]
        for number, command in enumerate(commands):
            output = subprocess.run(command, input=text, capture_output=True, text=True).stdout.splitlines()
            wrong = [k for k, answer in enumerate(answers) if k >= len(output) or output[k].strip() != answer]
            differences[number] += len(wrong)
            if wrong and differences[number] == len(wrong):
                print(shlex.join(command), "differs first on", evenings[wrong[0]], "answer", answers[wrong[0]])
    for command, count in zip(commands, differences):
        print(f"{shlex.join(command)}: {count} differences in {rounds * EVENINGS_PER_ROUND} evenings")


main()
