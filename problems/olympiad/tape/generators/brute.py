"""Brute force: breadth-first search over what is left of the picture, for pictures of a few cells."""


def fewest(rows):
    height, width = len(rows), len(rows[0])
    rectangles = []
    for top in range(height):
        for left in range(width):
            for bottom in range(top, height):
                for right in range(left, width):
                    mask = 0
                    for y in range(top, bottom + 1):
                        for x in range(left, right + 1):
                            mask |= 1 << (y * width + x)
                    rectangles.append(mask)
    of_colour = {}
    for y, row in enumerate(rows):
        for x, colour in enumerate(row):
            of_colour[colour] = of_colour.get(colour, 0) | 1 << (y * width + x)
    level, seen, strokes = {(1 << (height * width)) - 1}, set(), 0
    while 0 not in level:
        strokes += 1
        following = set()
        for left in level:
            for rectangle in rectangles:
                part = left & rectangle
                if part and any(part & mask == part for mask in of_colour.values()):
                    following.add(left & ~rectangle)
        seen |= level
        level = following - seen
    return strokes
