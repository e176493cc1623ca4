import type { Random } from "../domain/random.ts";

/** Where a text is likely to be a count of what follows it. */
interface Place {
  readonly line: number;
  readonly token: number;
}

type Lines = readonly (readonly string[])[];
type Edit = (lines: Lines, random: Random) => Lines;

const WHOLE = /^-?\d+$/;

/**
 * Another small input in the manner of a given one: values change, elements and lines come and go, and with them the
 * numbers that count them. Whether it is valid is for the package's input validators to say.
 */
export function mutateInput(text: string, random: Random): string {
  let lines: Lines = text
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => line.split(" "));
  const edits = 1 + Math.floor(random() * 4);
  for (let made = 0; made < edits; made++) lines = pick(EDITS, random)?.(lines, random) ?? lines;
  return `${lines.map((line) => line.join(" ")).join("\n")}\n`;
}

const EDITS: readonly Edit[] = [
  changeValue,
  changeValue,
  changeValue,
  copyValue,
  swapValues,
  changeCharacter,
  addOrRemoveElement,
  addOrRemoveElement,
  addOrRemoveLines,
];

function changeValue(lines: Lines, random: Random): Lines {
  return withToken(lines, random, (token) => {
    if (!WHOLE.test(token)) return token;
    const value = Number(token);
    const others = [value + 1, value - 1, -value, 0, 1, 2, value * 2, Math.floor(value / 2), Math.floor(random() * 12)];
    return String(pick(others, random) ?? value);
  });
}

/** Equal values, and values that are bounds of others, are what special cases are made of. */
function copyValue(lines: Lines, random: Random): Lines {
  const from = pick(pick(lines, random) ?? [], random);
  return withToken(lines, random, (token) =>
    from !== undefined && WHOLE.test(from) && WHOLE.test(token) ? from : token,
  );
}

function swapValues(lines: Lines, random: Random): Lines {
  const line = anyIndex(lines, random);
  const tokens = lines[line] ?? [];
  const [a, b] = [anyIndex(tokens, random), anyIndex(tokens, random)];
  const [first, second] = [tokens[a], tokens[b]];
  if (first === undefined || second === undefined) return lines;
  return lines.with(line, tokens.with(a, second).with(b, first));
}

/** Words take letters from the words that are there. */
function changeCharacter(lines: Lines, random: Random): Lines {
  const letters = lines
    .flat()
    .filter((token) => !WHOLE.test(token))
    .join("");
  return withToken(lines, random, (token) => {
    if (WHOLE.test(token) || token === "") return token;
    const at = Math.floor(random() * token.length);
    return token.slice(0, at) + (letters[Math.floor(random() * letters.length)] ?? "") + token.slice(at + 1);
  });
}

function addOrRemoveElement(lines: Lines, random: Random): Lines {
  const line = anyIndex(lines, random);
  const tokens = lines[line] ?? [];
  const isWord = tokens.length === 1 && !WHOLE.test(tokens[0] ?? "");
  const elements = isWord ? [...(tokens[0] ?? "")] : tokens;
  const at = anyIndex(elements, random);
  const added = random() < 0.5 ? 1 : -1;
  const changed =
    added === 1 ? [...elements.slice(0, at), elements[at] ?? "1", ...elements.slice(at)] : elements.toSpliced(at, 1);
  const before = lines.slice(0, line + 1);
  const counted = recount(before, { from: elements.length, by: added, except: line });
  return [...counted.slice(0, line), isWord ? [changed.join("")] : changed, ...lines.slice(line + 1)];
}

/** A block of as many lines as one of what a count before it counts seems to have. */
function addOrRemoveLines(lines: Lines, random: Random): Lines {
  const counts = lines.flatMap((tokens, line) =>
    tokens.flatMap((token, index): (Place & { size: number; count: number })[] => {
      const count = WHOLE.test(token) ? Number(token) : 0;
      const rest = lines.length - line - 1;
      const sizes = count > 0 && rest >= count ? [1, ...(rest % count === 0 ? [rest / count] : [])] : [];
      return sizes.map((size) => ({ line, token: index, size, count }));
    }),
  );
  const chosen = pick(counts, random);
  if (!chosen) return lines;
  const { line, token, size, count } = chosen;
  const start = line + 1 + size * Math.floor(random() * count);
  const block = lines.slice(start, start + size);
  const added = random() < 0.5 ? 1 : -1;
  const header = lines[line] ?? [];
  const rest =
    added === 1
      ? [...lines.slice(line + 1, start), ...block, ...lines.slice(start)]
      : lines.toSpliced(start, size).slice(line + 1);
  return [...lines.slice(0, line), header.with(token, String(count + added)), ...rest];
}

/** The nearest number before that was the length of the line. */
function recount(lines: Lines, { from, by, except }: { from: number; by: number; except: number }): Lines {
  for (let line = lines.length - 1; line >= 0; line--) {
    const tokens = lines[line] ?? [];
    const token = line === except ? -1 : tokens.indexOf(String(from));
    if (token >= 0) return lines.with(line, tokens.with(token, String(from + by)));
  }
  return lines;
}

function withToken(lines: Lines, random: Random, change: (token: string) => string): Lines {
  const line = anyIndex(lines, random);
  const tokens = lines[line] ?? [];
  const at = anyIndex(tokens, random);
  const token = tokens[at];
  return token === undefined ? lines : lines.with(line, tokens.with(at, change(token)));
}

function anyIndex(items: readonly unknown[], random: Random): number {
  return Math.floor(random() * items.length);
}

function pick<T>(items: readonly T[], random: Random): T | undefined {
  return items[anyIndex(items, random)];
}
