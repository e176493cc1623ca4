"""Brute force: all wreaths in the order of their lengths, each as the least of its views."""


def views(wreath, sea):
    rotations = [wreath[i:] + wreath[:i] for i in range(len(wreath))] if sea >= 1 else [wreath]
    return rotations + [view[::-1] for view in rotations] if sea == 2 else rotations


def shortest(m, sea):
    """The least number of lanterns with which m numbers can be told."""
    length = count = 0
    while count < m:
        length += 1
        every = (format(bits, f"0{length}b") for bits in range(1 << length))
        count += sum(wreath == min(views(wreath, sea)) for wreath in every)
    return length
