# A pile that is upside down is carried from A to B, from B to C and from C to A: three times turned over.
for _ in range(int(input())):
    n, k = map(int, input().split())
    input()
    print(3 * n)
    print("AB " * n + "BC " * n + "CA " * n)
