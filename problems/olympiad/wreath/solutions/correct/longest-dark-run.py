# The only longest dark run marks where to cut; the other runs are counted as a list that is not behind its reverse.
from bisect import bisect_left, bisect_right
from functools import cache


@cache
def lists(most, total):
    return 1 if total == 0 else sum(lists(most, total - part) for part in range(1, min(most, total) + 1))


@cache
def canonical(most, total):
    inner = sum(count for _, _, count in ends(most, total))
    return (total <= most) + inner


def ends(most, total):
    for a in range(1, min(most, total) + 1):
        for b in range(a, min(most, total - a) + 1):
            yield a, b, (canonical if a == b else lists)(most, total - a - b)


def unrank(most, total, index):
    parts = []
    while total > 0:
        part = 1
        while index >= lists(most, total - part):
            index -= lists(most, total - part)
            part += 1
        parts.append(part)
        total -= part
    return parts


def unrank_canonical(most, total, index):
    if total <= most:
        if index == 0:
            return [total] if total else []
        index -= 1
    for a, b, count in ends(most, total):
        if index < count:
            inner = (unrank_canonical if a == b else unrank)(most, total - a - b, index)
            return [a, *inner, b]
        index -= count


def rank(most, total, parts):
    index = 0
    for part in parts:
        index += sum(lists(most, total - smaller) for smaller in range(1, part))
        total -= part
    return index


def rank_canonical(most, total, parts):
    if len(parts) <= 1:
        return 0
    first, *inner, last = parts
    index = int(total <= most)
    index += sum(count for a, b, count in ends(most, total) if (a, b) < (first, last))
    return index + (rank_canonical if first == last else rank)(most, total - first - last, inner)


@cache
def families(sea):
    """Length and longest run of all families that are needed, and the number of the first wreath of each."""
    keys, starts, start = [], [], 0
    for length in range(2, 68):
        for most in range(1, min(length, 40)):
            keys.append((length, most))
            starts.append(start)
            start += (canonical if sea == 2 else lists)(most, length - most - 1)
    return keys, starts


def weave(m, sea, x):
    if sea == 0:
        return bin(x + 2)[3:]
    keys, starts = families(sea)
    at = bisect_right(starts, x) - 1
    length, most = keys[at]
    parts = (unrank_canonical if sea == 2 else unrank)(most, length - most - 1, x - starts[at])
    return "".join("0" * (part - 1) + "1" for part in [most + 1, *parts])


def read_wreath(m, sea, wreath):
    if sea == 0:
        return int("1" + wreath, 2) - 2
    cut = wreath.index("1") + 1
    parts = [len(run) + 1 for run in (wreath[cut:] + wreath[:cut]).split("1")[:-1]]
    longest = parts.index(max(parts))
    most = parts[longest] - 1
    parts = parts[longest + 1 :] + parts[:longest]
    if sea == 2:
        parts = min(parts, parts[::-1])
    keys, starts = families(sea)
    rank_of = rank_canonical if sea == 2 else rank
    return starts[bisect_left(keys, (len(wreath), most))] + rank_of(most, len(wreath) - most - 1, parts)
