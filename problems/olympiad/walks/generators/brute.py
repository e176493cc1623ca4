"""Brute force: which orders fit what was told."""
import itertools


def lanterns_lit(order, tour):
    """Walks past every lantern of the road, one after the other, with the list in hand."""
    lit = 0
    for lantern in order:
        if lit < len(tour) and tour[lit] == lantern:
            lit += 1
    return lit


def fitting(n, walks):
    """All orders of n lanterns for which every walk (list, lanterns lit) ends as it was told."""
    return [
        list(order)
        for order in itertools.permutations(range(1, n + 1))
        if all(lanterns_lit(order, tour) == lit for tour, lit in walks)
    ]
