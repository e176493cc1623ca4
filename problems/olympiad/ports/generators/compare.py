"""Judges submissions by a second judge and by the checker on small random shipments: compare.py SHIPMENTS FILE..."""
import random
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

sys.dont_write_bytecode = True
from brute import fewest  # noqa: E402

CHECKER = Path(__file__).resolve().parent.parent / "checker" / "checker.cpp"
known = {}


def random_pile(rng):
    n = rng.randint(1, 6)
    k = rng.randint(1, n)
    pile = [*range(1, k + 1), *(rng.randint(1, k) for _ in range(n - k))]
    rng.shuffle(pile)
    return pile


def share_of(pile, moves):
    """The share by the statement; stops where moves are fewer than can be."""
    piles = {"A": list(pile), "B": [], "C": []}
    for move in moves:
        source, target = move
        if source == target or not piles[source]:
            return 0
        piles[target].insert(0, piles[source].pop(0))
    if piles["A"] != sorted(pile):
        return 0
    key = tuple(pile)
    if key not in known:
        known[key] = fewest(pile)
    assert known[key] <= len(moves), (pile, moves)
    p = 0
    while 2**p < max(pile):
        p += 1
    return min(Fraction(1), Fraction(len(pile) * (p + 1), len(moves))) if moves else Fraction(1)


def command_for(source, program):
    if source.suffix == ".py":
        return [sys.executable, source]
    subprocess.run(["g++", "-O2", "-std=c++17", "-o", program, source], check=True)
    return [program]


def main():
    sources = [Path(name) for name in sys.argv[2:]]
    rng = random.Random(20261127)
    piles = [random_pile(rng) for _ in range(int(sys.argv[1]))]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        input_file, output_file = folder / "input", folder / "output"
        checker = command_for(CHECKER, folder / "checker")
        for number, source in enumerate(sources):
            command = command_for(source, folder / f"program-{number}")
            counts = {"full": 0, "partial": 0, "wrong": 0}
            for start in range(0, len(piles), 20):
                group = piles[start : start + 20]
                input_file.write_text(f"{len(group)}\n" + "".join(f"{len(p)} {max(p)}\n{' '.join(map(str, p))}\n" for p in group))
                with input_file.open() as stdin, output_file.open("w") as stdout:
                    subprocess.run(command, stdin=stdin, stdout=stdout, check=True)
                words = output_file.read_text().split()
                shares = []
                for pile in group:
                    m = int(words[0])
                    shares.append(share_of(pile, words[1 : 1 + m]))
                    words = words[1 + m :]
                    kind = "full" if shares[-1] == 1 else "partial" if shares[-1] > 0 else "wrong"
                    counts[kind] += 1
                said = subprocess.run([*checker, input_file, input_file, output_file], capture_output=True, text=True, check=True)
                assert abs(Fraction(said.stdout.strip()) - min(shares)) < Fraction(1, 10**6), (group, said)
            print(f"{source.name}: {counts} in {len(piles)} shipments")


main()
