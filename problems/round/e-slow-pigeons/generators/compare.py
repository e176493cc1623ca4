"""Lets programs talk with the interactor about every small boat and random larger ones: compare.py INTERACTOR ROUNDS COMMAND..."""
import os
import random
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from brute import minutes_by_table


def cases(rng, rounds):
    for n in range(2, 15):
        for d in range(5):
            for cove in range(n + 1):
                yield n, d, cove
    for _ in range(rounds):
        n = rng.randint(2, rng.choice([30, 1000, 10**6, 10**18]))
        yield n, rng.choice([0, 1, 2, 3, 5, 10, 20]), rng.choice([0, 0, 1, n, rng.randint(1, n)])


def exit_code(interactor, command, input_file, folder):
    """What the interactor ends with after a conversation with the program."""
    to_program, from_interactor = os.pipe()
    to_interactor, from_program = os.pipe()
    program = subprocess.Popen(shlex.split(command), stdin=to_program, stdout=from_program, stderr=subprocess.DEVNULL)
    judge = subprocess.Popen([interactor, input_file, os.devnull, folder], stdin=to_interactor, stdout=from_interactor)
    for end in (to_program, from_interactor, to_interactor, from_program):
        os.close(end)
    code = judge.wait(timeout=60)
    program.wait(timeout=60)
    return code


def main():
    interactor, rounds, *commands = sys.argv[1:]
    every = list(cases(random.Random(20251102), int(rounds)))
    with tempfile.TemporaryDirectory() as folder:
        for command in commands:
            conversations = failed = 0
            for start in range(0, len(every), 20):
                part = every[start : start + 20]
                lines = [f"{n} {d} {minutes_by_table(n, d)} {cove}\n" for n, d, cove in part]
                input_file = Path(folder, "case.in")
                input_file.write_text(f"{len(part)}\n{''.join(lines)}")
                conversations += 1
                code = exit_code(interactor, command, str(input_file), folder)
                if code != 42:
                    failed += 1
                    if failed <= 2:
                        print(command, "ends with", code, "-", Path(folder, "judgemessage.txt").read_text().strip())
            print(f"{command}: {failed} of {conversations} conversations about {len(every)} boats failed", flush=True)


main()
