# Each row for itself with the fewest strokes (interval DP); equal rows one below the other at once.
import sys

sys.setrecursionlimit(10000)


def strokes_of(row):
    n = len(row)
    cost = [[0] * (n + 2) for _ in range(n + 2)]
    choice = [[-1] * (n + 2) for _ in range(n + 2)]
    same = {c: [i for i in range(n) if row[i] == c] for c in set(row)}
    for i in range(n - 1, -1, -1):
        for j in range(i, n):
            least, at = 1 + cost[i + 1][j], -1
            for k in same[row[i]]:
                if i < k <= j:
                    value = (cost[i + 1][k - 1] if k - 1 >= i + 1 else 0) + cost[k][j]
                    if value < least:
                        least, at = value, k
            cost[i][j], choice[i][j] = least, at
    found = []

    def paint(i, j, left):
        if i > j:
            return
        k = choice[i][j]
        if k < 0:
            found.append((left, i, row[i]))
            paint(i + 1, j, i + 1)
        else:
            paint(k, j, left)
            paint(i + 1, k - 1, i + 1)

    paint(0, n - 1, 0)
    return found


def main():
    height, _, *rows = sys.stdin.read().split()
    output, top = [], 0
    while top < int(height):
        bottom = top
        while bottom + 1 < int(height) and rows[bottom + 1] == rows[top]:
            bottom += 1
        output += [f"{top + 1} {a + 1} {bottom + 1} {b + 1} {c}" for a, b, c in strokes_of(rows[top])]
        top = bottom + 1
    print(len(output))
    print("\n".join(output))


main()
