"""Input validator: validate.py SUBTASK; exit 42 accepts, 43 rejects."""
import re
import sys

NUMBER = rb"[1-9][0-9]*"
LINE = re.compile(NUMBER + rb"(?: " + NUMBER + rb")*")


def reject(message):
    print(message, file=sys.stderr)
    sys.exit(43)


def is_turned(order):
    n = len(order)
    return all(b == a % n + 1 for a, b in zip(order, order[1:]))


def is_of_neighbours(order):
    return all(abs(lantern - place) <= 1 for place, lantern in enumerate(order, 1))


def allowed(subtask, k, order):
    n = len(order)
    is_few = n <= 9 and k == 4 * n
    if subtask == "01-few":
        return is_few
    if subtask == "02-turned":
        return k == 1 and is_turned(order)
    if subtask == "03-neighbours":
        return n >= 2 and k == n // 2 + 1 and is_of_neighbours(order)
    if subtask == "04-many-walks":
        return is_few or k == 9 * n
    if subtask == "05-full":
        return k == 4 * n
    if subtask == "00-samples":
        return any(allowed(other, k, order) for other in ("01-few", "02-turned", "03-neighbours"))
    sys.exit(f"no such subtask: {subtask}")


def main():
    subtask = sys.argv[1]
    text = sys.stdin.buffer.read()
    if not text.endswith(b"\n"):
        reject("the last line does not end")
    lines = text[:-1].split(b"\n")
    for number, line in enumerate(lines, 1):
        if LINE.fullmatch(line) is None:
            reject(f"line {number}: not positive integers separated by single spaces")
    roads = [[int(token) for token in line.split(b" ")] for line in lines]
    if roads[0] != [len(roads) - 1] or not 1 <= len(roads) - 1 <= 200:
        reject(f"line 1: {len(roads) - 1} roads follow, expected the same number from 1 to 200")
    for number, road in enumerate(roads[1:], 2):
        if len(road) < 3:
            reject(f"line {number}: no N, K and order")
        n, k, *order = road
        if n > 300 or sorted(order) != list(range(1, n + 1)):
            reject(f"line {number}: not an order of at most 300 lanterns")
        if not allowed(subtask, k, order):
            reject(f"line {number}: not a road of {subtask}")
    if sum(road[0] for road in roads[1:]) > 2000:
        reject("more than 2000 lanterns")
    sys.exit(42)


main()
