import type { Random } from "../../../src/domain/random.ts";

/** A stream of requests for one runner. */
export interface FuzzCase {
  readonly bytes: Buffer;
  /** How many of them come first; the rest follows once these are read. */
  readonly firstBytes: number;
  readonly nobodyListens: boolean;
}

/** The one program that there is; it ends by itself. */
export const FUZZ_PROGRAM = "/p/ends-soon";

const AREAS = ["box", "build", "input", "judge", "feedback"];
const LENGTHS = [0, 1, 7, 8, 255, 16_383, 16_384, 16_385, 65_528, 65_536, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff];
const NUMBERS = [
  ...["", "-1", "0", "1", "999", "1000", "65535", "65536", "2147483648", "4294967295", "4294967296", "4294968296"],
  ...["4611686018427387", "4611686018427388", "9223372036854775807", "9223372036854775808", "99999999999999999999999"],
  ...["1e3", "0x10", " 5", "5 ", "+5", "--5", "7\t", "٣", "NaN"],
];
const TEXTS = [
  ...["", ".", "..", "/", "//", "box", "box/", "box/.", "box/..", "box/a/b", "/w/box/a", "../p/ends-soon", "input/a"],
  ...[
    "pipe:",
    "pipe:0",
    "pipe:15",
    "pipe:31",
    "pipe:32",
    "read:0",
    "write:32",
    "pipe:-1",
    "pipe:1:2",
    "empty",
    "capture",
    "%s%n%p",
    "a:b:c",
    "\xff\xfe",
  ],
  ...["x".repeat(200), `box/${"x".repeat(200)}`, `box/${"x".repeat(201)}`, "y".repeat(5000), "op:cancel"],
];

type Line = [key: string, value: string];

export function fuzzCase(random: Random): FuzzCase {
  const frames = Array.from({ length: 1 + below(random, 8) }, () => fuzzFrame(random));
  let bytes: Buffer = chance(random, 0.05) ? randomBytes(random, 200) : Buffer.concat(frames);
  if (chance(random, 0.15)) bytes = flipped(random, bytes);
  if (chance(random, 0.1)) bytes = bytes.subarray(0, below(random, bytes.length + 1));
  const firstBytes = chance(random, 0.3) ? below(random, bytes.length + 1) : bytes.length;
  return { bytes, firstBytes, nobodyListens: chance(random, 0.02) };
}

function fuzzFrame(random: Random): Buffer {
  const valid = validRequest(random);
  const lines = chance(random, 0.35) ? mutated(random, valid.lines) : valid.lines;
  let head: Buffer = Buffer.from(lines.map(([key, value]) => `${key}:${value}\n`).join(""), "latin1");
  if (chance(random, 0.03)) head = flipped(random, head);
  const lengths = Buffer.alloc(8);
  const length = (actual: number) => (chance(random, 0.02) ? oneOf(random, LENGTHS) : actual);
  lengths.writeUInt32BE(length(head.length), 0);
  lengths.writeUInt32BE(length(valid.body.length), 4);
  return Buffer.concat([lengths, head, valid.body]);
}

function validRequest(random: Random): { readonly lines: Line[]; readonly body: Buffer } {
  const nothing = Buffer.alloc(0);
  const name = `${oneOf(random, AREAS)}/${oneOf(random, ["a", "b", "c", "ü"])}`;
  switch (below(random, 9)) {
    case 0:
    case 1: {
      const size = chance(random, 0.05) ? 100_000 : 300;
      const lines: Line[] = [
        ["op", "put"],
        ["name", name],
        ["mode", oneOf(random, ["644", "755", "7777", "x"])],
      ];
      return { lines, body: randomBytes(random, size) };
    }
    case 2:
      return {
        lines: [
          ["op", "get"],
          ["name", name],
          ["limit_bytes", oneOf(random, ["0", "200", "1000000"])],
        ],
        body: nothing,
      };
    case 3:
      return {
        lines: [
          ["op", "remove"],
          ["name", name],
        ],
        body: nothing,
      };
    case 4: {
      const owner = oneOf(random, ["0", "61000"]);
      return {
        lines: [
          ["op", "empty"],
          ["area", oneOf(random, AREAS)],
          ["owner", owner],
          ["mode", "755"],
        ],
        body: nothing,
      };
    }
    case 5:
      return { lines: [["op", "cancel"]], body: nothing };
    case 6:
      return {
        lines: [
          ["op", "link"],
          ["from", `input/${oneOf(random, ["a", "b"])}`],
          ["to", name],
        ],
        body: nothing,
      };
    default:
      return { lines: runLines(random), body: nothing };
  }
}

function runLines(random: Random): Line[] {
  const lines: Line[] = [
    ["op", "run"],
    ["id", String(below(random, 1000))],
    ["cwd", oneOf(random, ["/w/box", "/", "/missing"])],
    ["wall_limit_ms", oneOf(random, ["1", "5", "1000"])],
    ["stdout_limit_bytes", oneOf(random, ["0", "3", "10000"])],
    ["stderr_limit_bytes", oneOf(random, ["2", "10000"])],
    ["stderr_keep_bytes", oneOf(random, ["0", "5", "100000"])],
    ["stack_limit_bytes", oneOf(random, ["0", "1048576"])],
    ["file_limit_bytes", "0"],
    ["allows_processes", oneOf(random, ["0", "0", "0", "1"])],
    ["transcript_keep_bytes", oneOf(random, ["0", "10", "100000"])],
  ];
  const pipe = () => `pipe:${below(random, 3)}`;
  for (let program = 1 + below(random, 3); program > 0; program--) {
    lines.push(["process", ""], ["uid", "61000"], ["cpu_limit_ms", oneOf(random, ["1", "1000"])]);
    lines.push(["stdin", chance(random, 0.5) ? "empty" : pipe()], ["stdout", chance(random, 0.5) ? "capture" : pipe()]);
    lines.push(["arg", chance(random, 0.9) ? FUZZ_PROGRAM : oneOf(random, TEXTS)]);
    const end = () => `${oneOf(random, ["read", "write"])}:${below(random, 3)}`;
    if (chance(random, 0.2)) lines.push(["inherit", end()]);
    if (chance(random, 0.1)) lines.push(["open", end()]);
    for (let count = below(random, 4); count > 0; count--) lines.push(["arg", "hello"], ["env", "A=1"]);
  }
  return lines;
}

function mutated(random: Random, valid: readonly Line[]): Line[] {
  let lines = valid.map(([key, value]): Line => [key, value]);
  for (let count = 1 + below(random, 2); count > 0; count--) {
    const at = below(random, lines.length);
    const [key, value] = lines[at] ?? ["op", "run"];
    switch (below(random, 9)) {
      case 0:
        lines.splice(at, 1);
        break;
      case 1:
        lines.splice(at, 0, [key, value]);
        break;
      case 2:
        lines[at] = [oneOf(random, [...valid.map(([other]) => other), "", "nice", "x".repeat(100)]), value];
        break;
      case 3:
        lines = [...lines.slice(at), ...lines.slice(0, at)];
        break;
      case 4:
        lines.push(
          ...Array.from({ length: below(random, 3500) }, (): Line => [oneOf(random, ["arg", "env", key]), ""]),
        );
        break;
      case 5:
        lines[at] = [key, `${value}${oneOf(random, ["\0", "\n", "\n\n", ":", "\r"])}`];
        break;
      case 6:
        lines[at] = [key, oneOf(random, TEXTS)];
        break;
      default:
        lines[at] = [key, oneOf(random, NUMBERS)];
    }
  }
  return lines;
}

function flipped(random: Random, bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  for (let count = 1 + below(random, 4); count > 0 && copy.length > 0; count--)
    copy[below(random, copy.length)] = below(random, 256);
  return copy;
}

function randomBytes(random: Random, maxBytes: number): Buffer {
  return Buffer.from(Array.from({ length: below(random, maxBytes) }, () => below(random, 256)));
}

function below(random: Random, bound: number): number {
  return Math.floor(random() * bound);
}

function chance(random: Random, share: number): boolean {
  return random() < share;
}

function oneOf<T>(random: Random, items: readonly [T, ...T[]] | readonly T[]): T {
  const item = items[below(random, items.length)];
  if (item === undefined) throw new Error("nothing to choose from");
  return item;
}
