# The search by thirds side by side, where of several lanterns the one with the smallest number goes first: bad for orders that are not random.
import random


def one_walk(n):
    lit = walk(list(range(1, n + 1))) % n
    return [(lit + i) % n + 1 for i in range(n)]


def mend_neighbours(n):
    order = list(range(1, n + 1))
    while (lit := walk(order)) < n:
        order[lit - 1], order[lit] = order[lit], order[lit - 1]
    return order


def choose_tests(windows):
    tests = []
    for number, (low, high) in windows.items():
        third = max(1, (high - low + 1) // 3)
        tests.append((high - third, low + third - 1, low, number))
    tests.sort()
    reached = -1
    for right, left, low, number in tests:
        if low > reached:
            yield number, left if left < right else None, right
            reached = right


def ask(known, windows):
    tests, tour = [], []
    for number, left, right in choose_tests(windows):
        if left is not None:
            tour.append(known[left])
            tests.append((len(tour), number, left, True))
        tour.append(number)
        tests.append((len(tour), number, right, False))
        tour.append(known[right])
    lit = walk(tour)
    changed = []
    for position, number, border, is_left in tests:
        if position > lit:
            break
        if is_left == (position < lit):
            windows[number][0] = border + 1
        else:
            windows[number][1] = border
        changed.append(number)
    return changed


def settle(number, known, windows):
    gap = windows.pop(number)[0]
    known.insert(gap, number)
    for window in windows.values():
        if window[0] > gap:
            window[0] += 1
        if window[1] >= gap:
            window[1] += 1


def find_order(n, k):
    if k == 1:
        return one_walk(n)
    if k < 4 * n:
        return mend_neighbours(n)
    first, *rest = random.Random(5).sample(range(1, n + 1), n)
    known, windows = [first], {number: [0, 1] for number in rest}
    while windows:
        for number in ask(known, windows):
            if number in windows and windows[number][0] == windows[number][1]:
                settle(number, known, windows)
    return known
