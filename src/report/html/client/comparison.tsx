import { structuredPatch } from "diff";
import { useMemo } from "preact/hooks";
import type { CandidateRow, ProblemDocument } from "../report-document.ts";
import type { RunData } from "./data.ts";
import { printableLines } from "./printable-lines.ts";
import { linkTo } from "./route.ts";
import { useItem } from "./use-item.ts";
import { Message } from "./words.tsx";

interface ComparisonProps {
  readonly data: RunData;
  readonly problem: ProblemDocument;
  readonly index: number;
  readonly row: CandidateRow;
  readonly source: string;
  /** The id of the candidate that it is compared with. */
  readonly other: string;
}

/** After so long two programs are too different for a comparison to say anything. */
const PATIENCE_MS = 1000;

export function Comparison({ data, problem, index, row, source, other }: ComparisonProps) {
  const { candidates, submissions, id } = problem;
  const found = candidates.find((candidate) => candidate.id === other);
  const at = candidates.findIndex((candidate) => candidate.id === (found?.sameAs ?? other));
  const { value: detail, error } = useItem(data, { problem: index, kind: "candidates", index: at });
  const compareWith = (name: string) =>
    location.replace(linkTo([id, "candidate", row.id], name === "" ? {} : { with: name }));
  return (
    <>
      <h3 id="comparison">Comparison</h3>
      <form class="filters" aria-label="Compare" onSubmit={(event) => event.preventDefault()}>
        <label>
          With candidate
          <input
            list="submitted"
            value={other}
            placeholder="c0001"
            onInput={({ currentTarget }) => compareWith(currentTarget.value.trim())}
          />
        </label>
        <datalist id="submitted">
          {submissions.map(({ candidate, verdict }) => (
            <option key={candidate} value={candidate}>
              {verdict}
            </option>
          ))}
        </datalist>
        {row.repairOf ? (
          <button type="button" onClick={() => compareWith(row.repairOf ?? "")}>
            with {row.repairOf}, which it repairs
          </button>
        ) : null}
      </form>
      {other !== "" && !found ? <Message text={`This problem has no candidate ${other}.`} /> : null}
      {error ? <Message text={error} /> : null}
      {found && detail ? (
        <Difference from={{ name: other, text: detail.source }} to={{ name: row.id, text: source }} />
      ) : null}
    </>
  );
}

interface Side {
  readonly name: string;
  readonly text: string;
}

function Difference({ from, to }: { readonly from: Side; readonly to: Side }) {
  const patch = useMemo(
    () => structuredPatch(from.name, to.name, from.text, to.text, "", "", { context: 3, timeout: PATIENCE_MS }),
    [from.name, from.text, to.name, to.text],
  );
  if (!patch) return <Message text="These two have too little in common to be compared." />;
  if (patch.hunks.length === 0) return <Message text="The two programs are the same." />;
  const title = `From ${from.name} to ${to.name}`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="scroll" tabIndex={0} aria-label={title}>
      <table class="diff">
        <caption>{title}</caption>
        <thead class="visually-hidden">
          <tr>
            <th scope="col">change</th>
            <th scope="col">line</th>
          </tr>
        </thead>
        {patch.hunks.map(({ oldStart, newStart, lines }) => (
          <tbody key={oldStart}>
            <tr class="hunk">
              <td>@@</td>
              <td>
                line {oldStart} of {from.name}, {newStart} of {to.name}
              </td>
            </tr>
            {lines.map((line, at) => (
              <tr key={at} data-change={line[0]}>
                <td>{line[0]}</td>
                <td>
                  <code>{printableLines(line.slice(1)).lines[0]}</code>
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}
