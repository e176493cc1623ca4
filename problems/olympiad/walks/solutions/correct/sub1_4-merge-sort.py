# Merge sort, one comparison in each walk.
def sort(lanterns):
    if len(lanterns) == 1:
        return lanterns
    half = len(lanterns) // 2
    first, second = sort(lanterns[:half]), sort(lanterns[half:])
    merged = []
    while first and second:
        source = first if walk([first[0], second[0]]) == 2 else second
        merged.append(source.pop(0))
    return merged + first + second


def find_order(n, k):
    return sort(list(range(1, n + 1)))
