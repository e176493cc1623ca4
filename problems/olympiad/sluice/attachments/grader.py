"""Sample grader: reads the number of calls, then for each call N and N lines with low and high; writes what each call returned."""
import sys

from sluice import turns

numbers = iter(map(int, sys.stdin.read().split()))
for _ in range(next(numbers)):
    boats = [(next(numbers), next(numbers)) for _ in range(next(numbers))]
    print(turns([low for low, _ in boats], [high for _, high in boats]))
