"""Input validator: validate.py SUBTASK < input; exit 42 accepts, 43 rejects."""
import re
import sys

INTEGER = re.compile(rb"0|[1-9][0-9]{0,5}")
MAX_CRATES = 4000


def is_falling(crates, ports):
    return ports >= 3 and all(upper >= lower for upper, lower in zip(crates, crates[1:]))


SUBTASKS = {
    "00-samples": lambda crates, ports: len(crates) <= 10,
    "01-six": lambda crates, ports: len(crates) <= 6,
    "02-two-ports": lambda crates, ports: ports == 2,
    "03-upside-down": is_falling,
    "04-four-ports": lambda crates, ports: ports <= 4,
    "05-barge": lambda crates, ports: len(crates) <= 150,
    "06-full": lambda crates, ports: True,
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
            reject(f"line {self.next}: not {count} integers separated by single spaces")
        return [int(token) for token in tokens]


def main():
    is_in_subtask = SUBTASKS[sys.argv[1]]
    lines = Lines(sys.stdin.buffer.read())
    (shipments,) = lines.integers(1)
    if not 1 <= shipments <= 1000:
        reject(f"T = {shipments}")
    total = 0
    for shipment in range(1, shipments + 1):
        crates, ports = lines.integers(2)
        total += crates
        if not 1 <= ports <= crates:
            reject(f"shipment {shipment}: not 1 <= {ports} <= {crates}")
        pile = lines.integers(crates)
        if set(pile) != set(range(1, ports + 1)):
            reject(f"shipment {shipment}: not crates for all of the ports 1 to {ports}")
        if not is_in_subtask(pile, ports):
            reject(f"shipment {shipment}: not within the constraints of {sys.argv[1]}")
    if total > MAX_CRATES:
        reject(f"{total} crates in all shipments")
    if lines.next != len(lines.lines):
        reject("something follows the last shipment")
    sys.exit(42)


main()
