# A stroke for every cell.
height, width = map(int, input().split())
rows = [input() for _ in range(height)]
print(height * width)
for y in range(height):
    for x in range(width):
        print(y + 1, x + 1, y + 1, x + 1, rows[y][x])
