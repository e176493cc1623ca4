"""Compares submissions with the brute force on small random calls: compare.py CALLS FILE..."""
import random
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
from brute import solve  # noqa: E402

PACKAGE = Path(__file__).resolve().parent.parent
GRADERS = PACKAGE / "graders"
AT_ONCE = 500


def random_boats(rng):
    n = rng.randint(1, rng.choice([3, 6, 10]))
    levels = rng.choice([1, 2, 4, 8])
    width = rng.choice([0, 1, levels // 2, levels])
    boats = []
    for _ in range(n):
        low = rng.randint(0, levels)
        boats.append((low, min(levels, low + rng.randint(0, width))))
    return boats


def command_for(source, folder):
    """Compiles or copies a submission and its grader."""
    if source.suffix == ".py":
        (folder / "sluice.py").write_text(source.read_text())
        (folder / "grader.py").write_text((GRADERS / "grader.py").read_text())
        return [sys.executable, folder / "grader.py"]
    program = folder / "program"
    subprocess.run(["g++", "-O2", "-std=c++17", f"-I{GRADERS}", "-o", program, source, GRADERS / "grader.cpp"], check=True)
    return [program]


def main():
    calls = int(sys.argv[1])
    sources = [Path(name) for name in sys.argv[2:]]
    with tempfile.TemporaryDirectory() as name:
        commands = []
        for number, source in enumerate(sources):
            folder = Path(name) / str(number)
            folder.mkdir()
            commands.append(command_for(source, folder))
        differences = [0] * len(sources)
        rng = random.Random(20261125)
        for start in range(0, calls, AT_ONCE):
            cases = [random_boats(rng) for _ in range(min(AT_ONCE, calls - start))]
            lines = ["sluice-in-6b1f0c", str(len(cases))]
            for boats in cases:
                lines += [str(len(boats)), *(f"{low} {high}" for low, high in boats)]
            answers = [str(solve(*map(list, zip(*boats)))) for boats in cases]
            for number, command in enumerate(commands):
                output = subprocess.run(command, input="\n".join(lines) + "\n", capture_output=True, text=True).stdout
                got = output.split()[1:-1] or [""] * len(cases)
                differences[number] += sum(a != b for a, b in zip(answers, got)) + abs(len(answers) - len(got))
    for source, count in zip(sources, differences):
        print(f"{source.name}: {count} differences in {calls} calls")


main()
