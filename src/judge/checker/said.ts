import type { CheckerProtocol } from "../../domain/task.ts";
import { describeOutcome } from "../exit-codes.ts";
import { parseDecimal } from "./decimal.ts";
import type { CheckerRun, CheckVerdict } from "./protocol-spec.ts";

const LONGEST_MESSAGE = 300;
const LONGEST_QUOTE = 40;

const EXPECTED = {
  kattis: "exit code 42 or 43",
  testlib: "exit code 0 for right, 1 or 2 for wrong, 3 for a failure, 7 for points",
  cms: "exit code 0, and a score from 0 to 1 on the first line of standard output",
} satisfies Record<CheckerProtocol, string>;

/** What is taken for the other one most easily. */
const OTHER = { kattis: "testlib", testlib: "cms", cms: "testlib" } satisfies Record<CheckerProtocol, CheckerProtocol>;

/** A message as it may be shown: one line, short, nothing that a terminal would obey. */
export function printable(text: string, longest = LONGEST_MESSAGE): string {
  const start = text
    .slice(0, longest * 4)
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/\p{C}/gu, "?");
  const characters = [...start];
  const isWhole = text.length <= longest * 4 && characters.length <= longest;
  return isWhole ? start : `${characters.slice(0, longest - 1).join("")}…`;
}

export function quoted(text: string): string {
  return `"${printable(text, LONGEST_QUOTE)}"`;
}

/** The first of the texts that says something. */
export function firstSaid(...texts: readonly (string | undefined)[]): string {
  return printable(texts.find((text) => text !== undefined && text.trim() !== "") ?? "");
}

/** A failure of the judge's program: what it did, and what else it says. */
export function failed({ role = "checker" }: CheckerRun, did: string, says = ""): CheckVerdict {
  return { kind: "failed", message: printable(`the ${role} ${did}${says === "" ? "" : `; it says: ${says}`}`) };
}

/**
 * It does not keep to the protocol. One that ended by itself may have been written for another, which is named: the one
 * that it looks like, if any.
 */
export function failedProtocol(run: CheckerRun, protocol: CheckerProtocol, did?: string): CheckVerdict {
  const other = likelyProtocol(run, protocol) ?? OTHER[protocol];
  const alternative = run.outcome.kind === "exited" ? ` (of ${other} it would be ${EXPECTED[other]})` : "";
  return failed(
    run,
    `${did ?? describeOutcome(run.outcome)}; expected of ${protocol} is ${EXPECTED[protocol]}${alternative}`,
    firstSaid(run.feedback.get("judgemessage.txt"), run.stderr, run.stdout),
  );
}

function likelyProtocol(run: CheckerRun, not: CheckerProtocol): CheckerProtocol | undefined {
  if (run.outcome.kind !== "exited") return undefined;
  const { exitCode } = run.outcome;
  const likely: (CheckerProtocol | false)[] = [
    (exitCode === 42 || exitCode === 43) && "kattis",
    exitCode === 0 && hasScore(run) && "cms",
    exitCode <= 8 && "testlib",
  ];
  return likely.find((protocol) => protocol !== false && protocol !== not) || undefined;
}

/** Whether it printed what a checker of the CMS protocol prints. */
export function hasScore({ stdout }: CheckerRun): boolean {
  return parseDecimal(firstLine(stdout)) !== undefined;
}

export function firstLine(text: string): string {
  return text.split("\n", 1)[0]?.trim() ?? "";
}
