# Climbs from both ends to where they meet, basin by basin. Gives up on large charts.
parent, level, depth, price = [], [], [], []


def chart(N, U, V, D, P):
    global parent, level, depth, price
    depth, price = D[:], P[:]
    parent, level = [-1] * N, [0] * N
    neighbours = [[] for _ in range(N)]
    for u, v in zip(U, V):
        neighbours[u].append(v)
        neighbours[v].append(u)
    order = [0]
    for v in order:
        for w in neighbours[v]:
            if w != parent[v]:
                parent[w] = v
                level[w] = level[v] + 1
                order.append(w)


def storm(b, d):
    depth[b] = d


def voyage(a, b, c):
    if len(depth) > 3000:
        return 0
    out, back = [a], [b]
    while a != b:
        if level[a] >= level[b]:
            a = parent[a]
            out.append(a)
        else:
            b = parent[b]
            back.append(b)
    cost = 0
    for v in out + back[-2::-1]:
        if depth[v] > c:
            cost += (depth[v] - c) * price[v]
            c = depth[v]
    return cost
