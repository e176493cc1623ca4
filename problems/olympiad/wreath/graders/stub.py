import os
import sys

import wreath


def read_line():
    line = sys.stdin.readline()
    if not line:
        os._exit(0)
    return line.strip()


# stub <0 to weave, 1 to read>
weaves = sys.argv[1] == "0"
count, m, sea = map(int, read_line().split())
for _ in range(count):
    print(wreath.weave(m, sea, int(read_line())) if weaves else wreath.read_wreath(m, sea, read_line()), flush=True)
