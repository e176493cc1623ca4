"""Input validator: validate.py SUBTASK < input; exit 42 accepts, 43 rejects."""
import re
import sys

INTEGER = re.compile(rb"0|[1-9][0-9]{0,8}")
MAX_BOATS = 100_000
MAX_LEVEL = 50_000
# Subtask: most boats of a call, highest level, whether low = high.
SUBTASKS = {
    "00-samples": (10, 10, False),
    "01-short": (60, 30, False),
    "02-fussy": (MAX_BOATS, MAX_LEVEL, True),
    "03-village": (3000, MAX_LEVEL, False),
    "04-shallow": (MAX_BOATS, 9, False),
    "05-full": (MAX_BOATS, MAX_LEVEL, False),
}


def reject(message):
    print(message, file=sys.stderr)
    sys.exit(43)


class Lines:
    def __init__(self, text):
        if not text.endswith(b"\n"):
            reject("the last line does not end")
        self.lines = text[:-1].split(b"\n")
        self.next = 0

    def integers(self, count):
        if self.next == len(self.lines):
            reject("the file ends too early")
        tokens = self.lines[self.next].split(b" ")
        self.next += 1
        if len(tokens) != count or not all(INTEGER.fullmatch(token) for token in tokens):
            reject(f"line {self.next + 1}: not {count} integers separated by single spaces")
        return [int(token) for token in tokens]


def main():
    max_boats, max_level, is_fussy = SUBTASKS[sys.argv[1]]
    secret, newline, rest = sys.stdin.buffer.read().partition(b"\n")
    if secret != b"sluice-in-6b1f0c" or not newline:
        reject("the first line is not the secret")
    lines = Lines(rest)
    (calls,) = lines.integers(1)
    if not 1 <= calls <= 5000:
        reject(f"{calls} calls")
    total = 0
    for call in range(1, calls + 1):
        (boats,) = lines.integers(1)
        if not 1 <= boats <= max_boats:
            reject(f"call {call}: N = {boats} is not in [1, {max_boats}]")
        total += boats
        for boat in range(boats):
            low, high = lines.integers(2)
            if not low <= high <= max_level:
                reject(f"call {call}: boat {boat}: not 0 <= {low} <= {high} <= {max_level}")
            if is_fussy and low != high:
                reject(f"call {call}: boat {boat}: {low} is not {high}")
    if total > MAX_BOATS:
        reject(f"{total} boats in all calls")
    if lines.next != len(lines.lines):
        reject("something follows the last call")
    sys.exit(42)


main()
