"""A second brute force, for rings of up to 40 posts or so: tries every way to split n flags into colours."""
from functools import lru_cache


@lru_cache(maxsize=None)
def _sums(flags, largest):
    if flags == 0:
        return frozenset([0])
    sums = set()
    for size in range(1, min(largest, flags) + 1):
        sums.update(size * (size - 1) // 2 + rest for rest in _sums(flags - size, size))
    return frozenset(sums)


def possible_pairs(n):
    """Sizes up to n // 2 are those that can stand in a ring without two of a colour next to each other (brute.py agrees)."""
    return _sums(n, n // 2)
