"""Shapes of towns, as lists of p_2, ..., p_n."""


def street(n):
    return list(range(1, n))


def star(n):
    return [1] * (n - 1)


def two_arms(n):
    """Square 1 in the middle of one long street."""
    return [max(1, i - 2) for i in range(2, n + 1)]


def comb(n):
    """A long street with a dead end at every square."""
    return [i - 1 if i % 2 == 0 else max(1, i - 2) for i in range(2, n + 1)]


def broom(n):
    """A long street that ends in a star."""
    return [min(i - 1, n // 2) for i in range(2, n + 1)]


def halves(n):
    return [i // 2 for i in range(2, n + 1)]


def spider(n, legs):
    return [max(1, i - legs) for i in range(2, n + 1)]


def random_town(rng, n):
    return [rng.randint(1, i - 1) for i in range(2, n + 1)]


def deep_town(rng, n, back):
    return [rng.randint(max(1, i - back), i - 1) for i in range(2, n + 1)]


def random_colours(rng, n, colours):
    return [rng.randint(1, colours) for _ in range(n - 1)]


def runs(rng, n, colours, longest):
    """The same colour for a while along the numbers of the squares."""
    result = []
    while len(result) < n - 1:
        result += [rng.randint(1, colours)] * rng.randint(1, longest)
    return result[: n - 1]


def small_town(rng, largest):
    n = rng.randint(2, largest)
    shapes = [street, star, two_arms, comb, broom, halves, lambda n: random_town(rng, n), lambda n: deep_town(rng, n, 3)]
    k = min(n, rng.choice([1, 2, 2, 3, 3, 4, 5, rng.randint(1, n)]))
    few = min(n, rng.choice([1, 2, 3, n]))
    colours = rng.choice([random_colours(rng, n, few), runs(rng, n, few, 2 * k)])
    return n, k, rng.choice(shapes)(n), colours
