"""Input validator: validate.py SUBTASK, with the input on standard input; exit 42 accepts, 43 rejects."""
import re
import sys
from math import gcd

INTEGER = re.compile(rb"0|[1-9][0-9]*")
MAX_N = MAX_M = 100_000
MAX_CHARTS = 1000
MAX_DEPTH = 10**9
MAX_PRICE = 10**6


class Rejected(Exception):
    pass


def demand(condition, message):
    if not condition:
        raise Rejected(message)


class Lines:
    def __init__(self, content):
        demand(content.endswith(b"\n"), "the last line does not end")
        self.lines = content[:-1].split(b"\n")
        self.at = 0

    def next(self):
        demand(self.at < len(self.lines), "the input ends early")
        self.at += 1
        return self.lines[self.at - 1]

    def numbers(self, count, name=None):
        words = self.next().split(b" ")
        if name is not None:
            demand(words.pop(0) == name, f"line {self.at}: expected {name.decode()}")
        demand(len(words) == count, f"line {self.at}: expected {count} numbers")
        demand(all(map(INTEGER.fullmatch, words)), f"line {self.at}: not all integers")
        return [int(word) for word in words]


class Facts:
    """What the constraints of subtasks are about."""

    def __init__(self):
        self.basins = self.moves = self.charts = self.deepest = self.voyages = 0
        self.is_calm = self.is_homeward = self.is_row = True

    def chart(self, n, moves):
        demand(1 <= n <= MAX_N, f"N = {n}")
        demand(1 <= moves <= MAX_M, f"{moves} moves")
        self.basins += n
        self.moves += moves


def inside(low, value, high, what):
    demand(low <= value <= high, f"{what} {value} is not in [{low}, {high}]")


def read_plain(lines, facts):
    n, moves = lines.numbers(2)
    facts.chart(n, moves)
    depths, prices = lines.numbers(n), lines.numbers(n)
    for price in prices:
        inside(1, price, MAX_PRICE, "price")
    group = list(range(n))

    def find(v):
        while group[v] != v:
            group[v] = group[group[v]]
            v = group[v]
        return v

    for i in range(n - 1):
        u, v = lines.numbers(2)
        inside(0, u, n - 1, "basin")
        inside(0, v, n - 1, "basin")
        demand(find(u) != find(v), "not a tree")
        group[find(u)] = find(v)
        facts.is_row &= (u, v) == (i, i + 1)
    for _ in range(moves):
        kind = lines.next().split(b" ")[0]
        lines.at -= 1
        demand(kind in (b"1", b"2"), "a move is of kind 1 or 2")
        if kind == b"1":
            _, basin, depth = lines.numbers(3)
            inside(0, basin, n - 1, "basin")
            depths.append(depth)
            facts.is_calm = False
        else:
            _, start, end, length = lines.numbers(4)
            inside(0, start, n - 1, "basin")
            inside(0, end, n - 1, "basin")
            inside(0, length, MAX_DEPTH, "chain")
            facts.is_homeward &= end == 0
            facts.voyages += 1
    for depth in depths:
        inside(1, depth, MAX_DEPTH, "depth")
    facts.deepest = max(facts.deepest, *depths)


def series(numbers, low, high, what):
    """Checks that all values of a series are in the range, without making them; gives the largest there can be."""
    least, count, first, step, divisor = numbers
    demand(1 <= count <= MAX_DEPTH + 1 and first < count and step < count and divisor >= 1, f"series of {what}")
    largest = least + (count - 1) // divisor
    inside(low, least, high, what)
    inside(low, largest, high, what)
    return largest


def pieces(lines, name, length):
    (count,) = lines.numbers(1, name)
    found = [lines.numbers(6) for _ in range(count)]
    demand(all(piece[0] >= 1 for piece in found), f"{name.decode()}: an empty piece")
    demand(sum(piece[0] for piece in found) == length, f"{name.decode()}: not {length} values")
    return found


def read_runs(lines, facts):
    n, moves, factor, shift = lines.numbers(4)
    facts.chart(n, moves)
    demand(1 <= factor and gcd(factor, n) == 1 and shift < n, "labels are not a permutation")
    child, is_row = 0, factor == 1 and shift == 0
    for length, least, count, first, step, divisor in pieces(lines, b"parents", n - 1):
        series((least, count, first, step, divisor), 0, n - 1, "parent")
        for i in range(length):
            child += 1
            parent = least + (first + i * step) % count // divisor
            demand(parent < child, f"the parent of {child} is {parent}")
            is_row &= parent == child - 1
    facts.is_row &= is_row
    for _, *numbers in pieces(lines, b"depths", n):
        facts.deepest = max(facts.deepest, series(numbers, 1, MAX_DEPTH, "depth"))
    for _, *numbers in pieces(lines, b"prices", n):
        series(numbers, 1, MAX_PRICE, "price")
    (count,) = lines.numbers(1, b"moves")
    made = 0
    for _ in range(count):
        times, storms, voyages, *numbers = lines.numbers(28)
        demand(times >= 1 and storms + voyages >= 1, "an empty piece of moves")
        made += times * (storms + voyages)
        where, depth, start, end, length = (numbers[i : i + 5] for i in range(0, 25, 5))
        series(where, 0, n - 1, "basin")
        deepest = series(depth, 1, MAX_DEPTH, "depth")
        series(start, 0, n - 1, "basin")
        series(end, 0, n - 1, "basin")
        series(length, 0, MAX_DEPTH, "chain")
        if storms > 0:
            facts.is_calm = False
            facts.deepest = max(facts.deepest, deepest)
        facts.is_homeward &= end[1] == 1 and (end[0] * factor + shift) % n == 0
        facts.voyages += times * voyages
    demand(made == moves, f"{made} moves instead of {moves}")


def read_input(content):
    lines, facts = Lines(content), Facts()
    demand(lines.next() == b"anchor-input-58e2c1", "the first line")
    (facts.charts,) = lines.numbers(1)
    inside(1, facts.charts, MAX_CHARTS, "number of charts")
    for _ in range(facts.charts):
        kind = lines.next()
        demand(kind in (b"plain", b"runs"), f"line {lines.at}: expected plain or runs")
        (read_plain if kind == b"plain" else read_runs)(lines, facts)
    demand(lines.at == len(lines.lines), "more than the charts")
    demand(facts.voyages >= 1, "no voyage")
    inside(1, facts.basins, MAX_N, "sum of N")
    inside(1, facts.moves, MAX_M, "sum of M")
    return facts


def broken(*conditions):
    return [message for holds, message in conditions if not holds]


FACTS_OF = {
    "00-samples": lambda _: [],
    "01-small": lambda f: broken((f.basins <= 3000 and f.moves <= 3000, "sums beyond 3000")),
    "02-homeward": lambda f: broken((f.is_calm, "a storm"), (f.is_homeward, "a voyage that does not end in basin 0")),
    "03-calm-row": lambda f: broken((f.is_calm, "a storm"), (f.is_row, "not a row")),
    "04-calm": lambda f: broken((f.is_calm, "a storm")),
    "05-shallow": lambda f: broken((f.deepest <= 20, "a depth beyond 20")),
    "06-row": lambda f: broken((f.is_row, "not a row")),
    "07-full": lambda _: [],
}
SUBTASKS = list(FACTS_OF)


def main():
    try:
        broken_constraints = FACTS_OF[sys.argv[1]](read_input(sys.stdin.buffer.read()))
    except Rejected as rejection:
        broken_constraints = [rejection]
    for message in broken_constraints:
        print(message, file=sys.stderr)
    sys.exit(43 if broken_constraints else 42)


if __name__ == "__main__":
    main()
