# The whole wall in the commonest colour, then what runs there are in each row, and rows that repeat them at once.
from collections import Counter

height, width = map(int, input().split())
rows = [input() for _ in range(height)]
commonest = Counter("".join(rows)).most_common(1)[0][0]
strokes = [(1, 1, height, width, commonest)]
done = [[cell == commonest for cell in row] for row in rows]
for y in range(height):
    for x in range(width):
        if done[y][x]:
            continue
        right = x
        while right + 1 < width and rows[y][right + 1] == rows[y][x] and not done[y][right + 1]:
            right += 1
        bottom = y
        while bottom + 1 < height and rows[bottom + 1][x : right + 1] == rows[y][x] * (right + 1 - x):
            bottom += 1
        for line in done[y : bottom + 1]:
            line[x : right + 1] = [True] * (right + 1 - x)
        strokes.append((y + 1, x + 1, bottom + 1, right + 1, rows[y][x]))
print(len(strokes))
for stroke in strokes:
    print(*stroke)
