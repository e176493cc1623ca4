"""Compares programs with the brute forces and checks every ring they print: compare.py ROUNDS COMMAND..."""
import random
import shlex
import subprocess
import sys

import brute
import partitions


def fault(n, k, words, possible):
    """What is wrong with the output for one case; None where nothing is."""
    if words == ["-1"]:
        return "-1, but there is a ring" if possible else None
    ring = [int(word) for word in words]
    if len(ring) != n or not all(1 <= colour <= n for colour in ring):
        return "not n colours"
    if any(ring[i] == ring[i - 1] for i in range(n)):
        return "neighbours alike"
    pairs = sum(ring[:i].count(colour) for i, colour in enumerate(ring))
    if pairs != k:
        return f"{pairs} pairs"
    return None if possible else "a ring where the brute force finds none"


def random_case(rng):
    n = rng.randint(3, rng.choice([9, 20, 45]))
    top = n * n // 4 - n // 2
    k = rng.choice([rng.randint(0, n * (n - 1) // 2), rng.randint(0, top), top - rng.randint(0, min(top, n))])
    return n, k


def main():
    rounds = int(sys.argv[1])
    commands = [shlex.split(command) for command in sys.argv[2:]]
    rng = random.Random(20251101)
    cases = [(n, k) for n in range(3, 10) for k in range(n * (n - 1) // 2 + 1)]
    assert all((k in partitions.possible_pairs(n)) == (k in brute.possible_pairs(n)) for n, k in cases)
    cases += [random_case(rng) for _ in range(rounds)]
    wrong = [0] * len(commands)
    for start in range(0, len(cases), 60):
        part = cases[start : start + 60]
        text = f"{len(part)}\n" + "".join(f"{n} {k}\n" for n, k in part)
        for number, command in enumerate(commands):
            lines = subprocess.run(command, input=text, capture_output=True, text=True).stdout.splitlines()
            lines += [""] * (len(part) - len(lines))
            for (n, k), line in zip(part, lines):
                problem = fault(n, k, line.split(), k in partitions.possible_pairs(n))
                if problem:
                    wrong[number] += 1
                    if wrong[number] <= 2:
                        print(shlex.join(command), "on", n, k, "-", problem)
    for command, count in zip(commands, wrong):
        print(f"{shlex.join(command)}: {count} of {len(cases)} cases wrong")


main()
