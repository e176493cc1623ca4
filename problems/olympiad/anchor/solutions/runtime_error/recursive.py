# Looks for the way by depth-first search, as deep as the water goes on.
import sys

sys.setrecursionlimit(2000)
neighbours, depth, price = [], [], []


def chart(N, U, V, D, P):
    global neighbours, depth, price
    depth, price = D, P
    neighbours = [[] for _ in range(N)]
    for u, v in zip(U, V):
        neighbours[u].append(v)
        neighbours[v].append(u)


def storm(b, d):
    depth[b] = d


def sail(at, before, goal, chain, paid):
    if depth[at] > chain:
        paid += (depth[at] - chain) * price[at]
        chain = depth[at]
    if at == goal:
        return paid
    for there in neighbours[at]:
        if there != before:
            found = sail(there, at, goal, chain, paid)
            if found is not None:
                return found
    return None


def voyage(a, b, c):
    return sail(a, -1, b, c, 0)
