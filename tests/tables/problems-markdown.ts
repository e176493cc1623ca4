import { FOLLOWED, type PackageFacts } from "./package-facts.ts";

export interface PlacedFacts {
  /** Of the package, relative to `problems/`. */
  readonly path: string;
  readonly facts: PackageFacts;
}

const HEAD = [
  "package",
  "testcases",
  "subtasks",
  "submissions",
  "limit",
  "slowest accepted",
  "fastest too slow",
  "mutants killed",
  "still accepted",
];

/** `problems/README.md`. */
export function problemsMarkdown(packages: readonly PlacedFacts[], mutantCount: number): string {
  return `# The shipped problems

Statements, data and programs are our own. \`npm run problems:table\` writes this page; nothing in it is written by hand.

${[row(HEAD), row(HEAD.map(() => "---")), ...packages.map(rowOf)].join("\n")}

- **submissions**: how many of them get which verdict. Each gets what its folder says, or the package is marked.
- **slowest accepted**, **fastest too slow**: CPU time on the slowest testcase, and as a share of the limit; those that are too
  slow are followed up to ${FOLLOWED} times the limit.
- **mutants killed**: of up to ${mutantCount} programs that \`medalist mutate\` makes out of a package's accepted C++ submissions by small
  mistakes, those that some testcase catches; out of those that do something else than their origin on random small valid inputs, or
  (marked \`of all\`) out of all that compile, where outputs cannot be compared. **still accepted** are the others that compile,
  most of which are as right as their origin.
`;
}

function rowOf({ path, facts }: PlacedFacts): string {
  const { samples, secret, subtasks, verdicts, timeLimitMs, slowestAccepted, fastestTooSlow, mutants } = facts;
  return row([
    `[${path}](${path}) ${facts.name}${facts.isVerified ? "" : " **(not as its author says)**"}`,
    `${samples} + ${secret}`,
    String(subtasks),
    Object.entries(verdicts)
      .map(([verdict, count]) => `${count} ${verdict}`)
      .join(", "),
    `${timeLimitMs / 1000} s`,
    timeOf(slowestAccepted, timeLimitMs),
    timeOf(fastestTooSlow, timeLimitMs),
    killedOf(mutants),
    `${mutants.accepted} of ${mutants.mutants}`,
  ]);
}

function timeOf(timed: PackageFacts["slowestAccepted"], limitMs: number): string {
  if (!timed) return "none";
  const share = timed.ms / limitMs;
  const name = timed.path.split("/").at(-1);
  return share >= FOLLOWED
    ? `over ${FOLLOWED} × (${name})`
    : `${Math.round(timed.ms)} ms, ${share.toFixed(2)} × (${name})`;
}

function killedOf({ differing, killed, accepted }: PackageFacts["mutants"]): string {
  const [caught, all, note] = differing
    ? [differing.killed, differing.mutants, ""]
    : [killed, killed + accepted, " of all"];
  return all === 0 ? "none to kill" : `${((100 * caught) / all).toFixed(1)} % (${caught} of ${all}${note})`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
