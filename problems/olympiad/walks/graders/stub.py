import os
import sys

import walks


def say(kind, lanterns):
    print(kind, len(lanterns), *lanterns, flush=True)


def read_numbers():
    line = sys.stdin.readline()
    if not line:
        os._exit(0)
    return [int(token) for token in line.split()]


def walk(lanterns):
    say("?", lanterns)
    return read_numbers()[0]


walks.walk = walk
for _ in range(read_numbers()[0]):
    n, k = read_numbers()
    say("!", walks.find_order(n, k))
