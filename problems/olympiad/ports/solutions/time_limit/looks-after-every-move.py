# One bit after the other, playing the moves and looking after each of them whether the pile happens to be in order already.
import sys

numbers = iter(map(int, sys.stdin.read().split()))
for _ in range(next(numbers)):
    n, k = next(numbers), next(numbers)
    pile = [next(numbers) for _ in range(n)][::-1]
    goal = sorted(pile, reverse=True)
    piles = {"A": pile, "B": [], "C": []}
    moves = []
    for bit in range((k - 1).bit_length()):
        plan = ["AC" if port - 1 >> bit & 1 else "AB" for port in piles["A"][::-1]]
        plan += ["CA"] * plan.count("AC") + ["BA"] * plan.count("AB")
        for source, target in plan:
            deck = piles["A"] + piles["B"] + piles["C"]
            astray = sum(port != place for port, place in zip(deck, goal))
            upside_down = sum(lower < upper for lower, upper in zip(deck, deck[1:]))
            if len(piles["A"]) == n and astray + upside_down == 0:
                break
            piles[target].append(piles[source].pop())
            moves.append(source + target)
    print(len(moves))
    print(*moves)
