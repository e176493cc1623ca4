"""Charts as testcases hold them: written out (plain), or as runs of numbers that the grader expands."""
MAX_DEPTH = 10**9
MAX_PRICE = 10**6


def plain(n, depths, prices, edges, moves):
    lines = ["plain", f"{n} {len(moves)}", " ".join(map(str, depths)), " ".join(map(str, prices))]
    lines += [f"{u} {v}" for u, v in edges]
    lines += [" ".join(map(str, move)) for move in moves]
    return "\n".join(lines) + "\n"


def random_chart(rng, most, deepest, *kinds):
    """A small chart and its moves; the kinds are constraints of subtasks."""
    n = rng.randint(1, most)
    deepest = min(deepest, 20) if "shallow" in kinds else deepest
    price = rng.choice([1, 3, MAX_PRICE])
    depths = [rng.randint(1, deepest) for _ in range(n)]
    prices = [rng.randint(max(1, price // 2), price) for _ in range(n)]
    if "row" in kinds:
        edges = [(i, i + 1) for i in range(n - 1)]
    else:
        labels = rng.sample(range(n), n)
        back = rng.choice([1, 2, n])
        edges = [(labels[rng.randint(max(0, i - back), i - 1)], labels[i]) for i in range(1, n)]
        edges = [edge if rng.random() < 0.5 else edge[::-1] for edge in edges]
        rng.shuffle(edges)
    moves = []
    for _ in range(rng.randint(1, 9)):
        if "calm" not in kinds and "homeward" not in kinds and rng.random() < 0.4:
            moves.append((1, rng.randrange(n), rng.randint(1, deepest)))
        else:
            end = 0 if "homeward" in kinds else rng.randrange(n)
            length = rng.choice([0, rng.randint(0, deepest), rng.randint(0, max(1, deepest // 3))])
            moves.append((2, rng.randrange(n), end, length))
    return n, depths, prices, edges, moves


def series(low, count=1, first=0, step=0, divisor=1):
    """low, or `count` values from it on: value i is low + (first + i * step) % count // divisor."""
    return f"{low} {count} {first % count} {step % count} {divisor}"


def scattered(rng, low, high):
    """Values all over the closed range, in an order that looks like chance."""
    count = high - low + 1
    return series(low, count, rng.randrange(count), int(count * rng.uniform(0.2, 0.8)) | 1)


def runs(n, parents, depths, prices, moves, factor=1, shift=0):
    """parents, depths and prices are lists of (count, series); a move is (count, storms, voyages, b, d, a, b, c)."""
    total = sum(count * (storms + voyages) for count, storms, voyages, *_ in moves)
    lines = ["runs", f"{n} {total} {factor} {shift}"]
    for name, pieces in [("parents", parents), ("depths", depths), ("prices", prices)]:
        lines.append(f"{name} {len(pieces)}")
        lines += [f"{count} {piece}" for count, piece in pieces]
    lines.append(f"moves {len(moves)}")
    lines += [" ".join(map(str, move)) for move in moves]
    return "\n".join(lines) + "\n"


def row(n):
    return [(n - 1, series(0, n, 0, 1))]


def star(n):
    return [(n - 1, series(0))]


def binary(n):
    return [(n - 1, series(0, n, 0, 1, 2))]


def comb(spine, length):
    """A row of `spine` basins with an arm of `length` basins at each."""
    pieces = row(spine)
    pieces.append((spine, series(0, spine, 0, 1)))
    pieces += [(spine * (length - 1), series(spine, spine * (length - 1), 0, 1))]
    return pieces


def stretched(depth, length):
    """A complete binary tree whose every basin but the first is an arm of `length` basins, the first of them next to its end."""
    pieces, ends, made = [], [0], 1
    for _ in range(depth):
        arms = []
        for end in ends:
            for _ in range(2):
                pieces.append((1, series(end)))
                pieces.append((length - 1, series(made, length, 0, 1)))
                made += length
                arms.append(made - 1)
        ends = arms
    return pieces, made


def doubling(rng, n):
    """Looks like a random tree: each doubling of the basins hangs the new ones all over the old ones."""
    pieces, made = [], 1
    while made < n:
        count = min(made, n - made)
        pieces.append((count, scattered(rng, 0, made - 1)))
        made += count
    return pieces
