"""Compares programs with the brute force for small M: compare.py ROUNDS COMMAND..."""
import random
import shlex
import subprocess
import sys

from brute import shortest, views


def ask(command, process, m, sea, lines):
    text = "\n".join([f"{len(lines)} {m} {sea}", *map(str, lines)]) + "\n"
    return subprocess.run([*command, str(process)], input=text, capture_output=True, text=True).stdout.split()


def trouble(command, m, sea):
    """What is wrong with how all numbers below m are told (or nothing), and how many lanterns are too many."""
    wreaths = ask(command, 0, m, sea, range(m))
    if len(wreaths) != m:
        return "too few wreaths", 0
    if len({min(views(wreath, sea)) for wreath in wreaths}) != m:
        return "two numbers look alike", 0
    seen = [(x, view) for x, wreath in enumerate(wreaths) for view in views(wreath, sea)]
    random.Random(m).shuffle(seen)
    if ask(command, 1, m, sea, [view for _, view in seen]) != [str(x) for x, _ in seen]:
        return "a number is read wrongly", 0
    return None, max(map(len, wreaths)) - shortest(m, sea)


def main():
    rounds = int(sys.argv[1])
    commands = [shlex.split(command) for command in sys.argv[2:]]
    rng = random.Random(20251103)
    wrong = [0] * len(commands)
    longer = [[0] * len(commands) for _ in range(3)]
    numbers = 0
    for _ in range(rounds):
        m, sea = rng.randint(1, rng.choice([10, 60, 300, 1000])), rng.randrange(3)
        numbers += m
        for i, command in enumerate(commands):
            what, extra = trouble(command, m, sea)
            longer[sea][i] = max(longer[sea][i], extra)
            if what is not None:
                wrong[i] += 1
                print(f"{shlex.join(command)}: M = {m}, sea = {sea}: {what}")
    for i, command in enumerate(commands):
        extra = ", ".join(str(longer[sea][i]) for sea in range(3))
        print(f"{shlex.join(command)}: {wrong[i]} wrong in {rounds} rounds, {numbers} numbers; too long by at most {extra}")


main()
