"""Talks with programs about small roads and holds their answers against the brute force: compare.py ROUNDS COMMAND..."""
import random
import shlex
import subprocess
import sys

from brute import fitting, lanterns_lit

MAX_N = 7


def converse(program, order, k):
    """The program's answer, and the walks that it asked for."""
    walks = []
    print(len(order), k, file=program.stdin, flush=True)
    while True:
        kind, _, *lanterns = program.stdout.readline().split()
        lanterns = [int(lantern) for lantern in lanterns]
        if kind == "!":
            return lanterns, walks
        walks.append((lanterns, lanterns_lit(order, lanterns)))
        print(walks[-1][1], file=program.stdin, flush=True)


def compare(command, orders):
    wrong = guessed = slow = most = 0
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        print(len(orders), file=program.stdin, flush=True)
        for order in orders:
            answer, walks = converse(program, order, 4 * len(order))
            wrong += answer != order
            guessed += fitting(len(order), walks) != [order]
            slow += len(walks) > 4 * len(order)
            most = max(most, len(walks))
    return f"{wrong} wrong, {guessed} guessed, {slow} with too many walks (at most {most}) of {len(orders)} roads"


def main():
    rng = random.Random(20251104)
    orders = []
    for _ in range(int(sys.argv[1])):
        n = rng.randint(1, MAX_N)
        orders.append(rng.sample(range(1, n + 1), n))
    for argument in sys.argv[2:]:
        print(f"{argument}: {compare(shlex.split(argument), orders)}")


main()
