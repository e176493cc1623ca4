import sys

from sluice import turns


def main():
    secret, *numbers = sys.stdin.buffer.read().split()
    if secret != b"sluice-in-6b1f0c":
        sys.exit(1)
    results = []
    position = 1
    for _ in range(int(numbers[0])):
        n = int(numbers[position])
        end = position + 1 + 2 * n
        low = list(map(int, numbers[position + 1 : end : 2]))
        high = list(map(int, numbers[position + 2 : end : 2]))
        results.append(turns(low, high))
        position = end
    print("sluice-out-93d7a4")
    for result in results:
        print("%d" % result)
    print("sluice-end-20e58b")


main()
