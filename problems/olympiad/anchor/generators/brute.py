"""Brute force: looks for the way anew for every voyage and sails it basin by basin."""


def solve(n, depths, prices, edges, moves):
    """What each voyage costs; a move is (1, b, d) or (2, a, b, c)."""
    depths = list(depths)
    neighbours = [[] for _ in range(n)]
    for u, v in edges:
        neighbours[u].append(v)
        neighbours[v].append(u)
    answers = []
    for kind, first, second, *length in moves:
        if kind == 1:
            depths[first] = second
            continue
        after = {second: second}
        queue = [second]
        for v in queue:
            for w in neighbours[v]:
                if w not in after:
                    after[w] = v
                    queue.append(w)
        chain, cost, v = length[0], 0, first
        while True:
            cost += max(0, depths[v] - chain) * prices[v]
            chain = max(chain, depths[v])
            if v == second:
                break
            v = after[v]
        answers.append(cost)
    return answers
