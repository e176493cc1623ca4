# The same as grader.cpp for submissions in Python.
import sys

from anchor import chart, storm, voyage

BLOCK = 250
tokens = iter(sys.stdin.buffer.read().split())


def number():
    return int(next(tokens))


def word(expected):
    if next(tokens) != expected.encode():
        print("bad input:", expected)
        sys.exit(1)


def read_series():
    low, count, first, step, divisor = (number() for _ in range(5))
    return lambda i: low + (first + i * step) % count // divisor


def read_runs(name):
    word(name)
    values = []
    for _ in range(number()):
        count = number()
        values += map(read_series(), range(count))
    return values


def plain_chart():
    n, moves = number(), number()
    depths = [number() for _ in range(n)]
    prices = [number() for _ in range(n)]
    edges = [(number(), number()) for _ in range(n - 1)]
    chart(n, [u for u, _ in edges], [v for _, v in edges], depths, prices)
    answers = []
    for _ in range(moves):
        if number() == 1:
            storm(number(), number())
        else:
            answers.append(voyage(number(), number(), number()) % 2**64)
    return answers


def runs_chart():
    n, _, factor, shift = number(), number(), number(), number()

    def label(x):
        return (x * factor + shift) % n

    parents = read_runs("parents")
    depths, prices = [0] * n, [0] * n
    for x, depth in enumerate(read_runs("depths")):
        depths[label(x)] = depth
    for x, price in enumerate(read_runs("prices")):
        prices[label(x)] = price
    edges = []
    for i, parent in enumerate(parents):
        edge = label(parent), label(i + 1)
        edges.append(edge[::-1] if factor != 1 and i % 2 == 1 else edge)
    chart(n, [u for u, _ in edges], [v for _, v in edges], depths, prices)
    word("moves")
    blocks, answers = [], 0
    for _ in range(number()):
        count, storms, voyages = number(), number(), number()
        where, depth, start, end, length = (read_series() for _ in range(5))
        for i in range(count):
            for k in range(i * storms, (i + 1) * storms):
                storm(label(where(k)), depth(k))
            for k in range(i * voyages, (i + 1) * voyages):
                if answers % BLOCK == 0:
                    blocks.append(0)
                answer = voyage(label(start(k)), label(end(k)), length(k))
                blocks[-1] = (blocks[-1] * 1000003 + answer + 1) % 2**64
                answers += 1
    return blocks


word("anchor-input-58e2c1")
lines = []
for _ in range(number()):
    lines += plain_chart() if next(tokens) == b"plain" else runs_chart()
print("anchor-output-c07d9b36")
for line in lines:
    print(line)
print("end")
