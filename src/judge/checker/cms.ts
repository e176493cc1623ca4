import { parseDecimal } from "./decimal.ts";
import type { CheckerRun, ProtocolSpec } from "./protocol-spec.ts";
import { failed, failedProtocol, firstLine, printable, quoted } from "./said.ts";

const STANDARD_TEXTS: ReadonlyMap<string, string> = new Map([
  ["translate:success", "the output is correct"],
  ["translate:partial", "the output is partially correct"],
  ["translate:wrong", "the output is not correct"],
]);

/** What the published testlib of this protocol says, with a score of 0, of a failure that is not the submission's. */
const FAILURE_TEXT = "Judge Failure";

/** Further lines of standard error may be for the setters alone. */
const SETTERS_LINE = /^ADMIN_MESSAGE:\s*/;

/** Checkers and managers of CMS: they print a score, and always end with 0. The answer comes before the output. */
export const cms: ProtocolSpec = {
  argv: ({ input, output, answer }, extra) => [input, answer, output, ...extra],
  stdin: "empty",
  feedbackFiles: [],
  judge(run) {
    if (run.outcome.kind !== "exited" || run.outcome.exitCode !== 0) return failedProtocol(run, "cms");
    const text = firstLine(run.stdout);
    const score = parseDecimal(text);
    if (score === undefined || score < 0 || score > 1)
      return failedProtocol(run, "cms", `prints ${text === "" ? "no score" : `${quoted(text)} as its score`}`);
    const message = messageOf(run);
    if (score === 0 && message.startsWith(FAILURE_TEXT)) return failed(run, "says that it failed", message);
    const verdict = score === 1 ? "AC" : score > 0 ? "PAC" : "WA";
    return { kind: "checked", check: { verdict, score: Math.abs(score), message } };
  },
};

/** The first line is what contestants would be told, the others are the reason. */
function messageOf({ stderr }: CheckerRun): string {
  const [first = "", ...others] = stderr.split("\n").map((line) => line.trim());
  const reasons = others.map((line) => line.replace(SETTERS_LINE, ""));
  return printable([STANDARD_TEXTS.get(first) ?? first, ...reasons].filter((line) => line !== "").join("; "));
}
