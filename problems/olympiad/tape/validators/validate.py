"""Input validator: validate.py SUBTASK, with the input on standard input; exit 42 accepts, 43 rejects."""
import re
import sys

PICTURE = re.compile(rb"([1-9][0-9]*) ([1-9][0-9]*)\n((?:[A-Za-z]+\n)+)")


def reject(message):
    print(message, file=sys.stderr)
    sys.exit(43)


def single_strokes(rows):
    """Whether the picture comes off colour by colour, each as one rectangle that holds only it and what is off already."""
    left = {colour for row in rows for colour in row}
    is_off = set()
    while left:
        for colour in sorted(left):
            places = [(y, x) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell == colour]
            ys, xs = [y for y, _ in places], [x for _, x in places]
            inside = {rows[y][x] for y in range(min(ys), max(ys) + 1) for x in range(min(xs), max(xs) + 1)}
            if inside <= is_off | {colour}:
                is_off.add(colour)
                left.remove(colour)
                break
        else:
            return False
    return True


def whole_lines(rows):
    """Whether the picture comes off by whole rows and columns of one colour."""
    grid = [list(row) for row in rows]
    while any(cell is not None for row in grid for cell in row):
        lines = [[(y, x) for x in range(len(grid[0]))] for y in range(len(grid))]
        lines += [[(y, x) for y in range(len(grid))] for x in range(len(grid[0]))]
        for line in lines:
            if len({grid[y][x] for y, x in line} - {None}) == 1:
                for y, x in line:
                    grid[y][x] = None
                break
        else:
            return False
    return True


def chequered(rows):
    colours = {cell for row in rows for cell in row}
    differ = all(a != b for row in [*rows, *zip(*rows)] for a, b in zip(row, row[1:]))
    return len(colours) == 2 and differ


CONSTRAINTS = {
    "00-samples": lambda rows: True,
    "01-fence": lambda rows: len(rows) == 1,
    "02-signs": single_strokes,
    "03-tartan": whole_lines,
    "04-sail": chequered,
    "05-posters": lambda rows: len({cell for row in rows for cell in row}) <= 6,
    "06-pictures": lambda rows: True,
}


def main():
    match = PICTURE.fullmatch(sys.stdin.buffer.read())
    if match is None:
        reject("not two integers and rows of letters")
    height, width = int(match.group(1)), int(match.group(2))
    rows = match.group(3).split()
    if height > 200 or width > 200:
        reject("larger than 200")
    if len(rows) != height or any(len(row) != width for row in rows):
        reject(f"not {height} rows of {width} letters")
    if not CONSTRAINTS[sys.argv[1]](rows):
        reject(f"not what {sys.argv[1]} promises")
    sys.exit(42)


main()
