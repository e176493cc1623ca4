import { LANGUAGE_NAME } from "../../../domain/language.ts";
import { duration, points } from "../../words.ts";
import type { CandidateDetail, CandidateRow, ProblemDocument, TestcaseColumns } from "../report-document.ts";
import { Code } from "./code.tsx";
import { Comparison } from "./comparison.tsx";
import type { RunData } from "./data.ts";
import { DataTable } from "./data-table.tsx";
import { candidateLink, linkTo } from "./route.ts";
import { useItem } from "./use-item.ts";
import { count, Facts, known, Message, VerdictMark } from "./words.tsx";

interface CandidatePageProps {
  readonly data: RunData;
  readonly problem: ProblemDocument;
  readonly index: number;
  /** Its id. */
  readonly item: string;
  readonly query: URLSearchParams;
}

export function CandidatePage({ data, problem, index, item, query }: CandidatePageProps) {
  const row = problem.candidates.find(({ id }) => id === item);
  const at = problem.candidates.findIndex(({ id }) => id === (row?.sameAs ?? item));
  const { value: detail, error } = useItem(data, { problem: index, kind: "candidates", index: at });
  if (!row) return <Message text={`This problem has no candidate ${item}.`} />;
  return (
    <>
      <h2>
        Candidate {row.id} <VerdictMark verdict={row.verdict} />
      </h2>
      <Facts facts={factsOf(problem, row)} />
      {error ? (
        <Message text={error} />
      ) : detail ? (
        <Details {...{ problem, row, detail }} />
      ) : (
        <Message text="Reading…" />
      )}
      {detail ? (
        <Comparison {...{ data, problem, index, row, source: detail.source, other: query.get("with") ?? "" }} />
      ) : null}
    </>
  );
}

function factsOf(problem: ProblemDocument, row: CandidateRow) {
  const { id } = problem;
  const submission = problem.submissions.find(({ number }) => number === row.submission);
  const link = (candidate: string) => <a href={candidateLink(id, candidate)}>{candidate}</a>;
  const facts = [
    ["score", known(row.score, points)],
    ["submitted", submission ? `as number ${submission.number}: ${submission.why}` : "no"],
    ["language", LANGUAGE_NAME[row.language]],
    [
      "cluster",
      row.cluster === undefined ? undefined : (
        <a href={linkTo([id, "candidates"], { cluster: String(row.cluster) })}>{row.cluster}</a>
      ),
    ],
    ["same program as", row.sameAs && link(row.sameAs)],
    ["repair of", row.repairOf && link(row.repairOf)],
    ["asked for subtask", row.subtask],
    ["round", row.round ? row.round + 1 : undefined],
    ["tokens of the answer", known(row.outputTokens, count)],
    [
      "prompt",
      row.prompt === undefined ? undefined : (
        <a href={linkTo([id, "prompts"], { prompt: String(row.prompt + 1) })}>{row.prompt + 1}</a>
      ),
    ],
  ] as const;
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

function Details({
  problem,
  row,
  detail,
}: {
  readonly problem: ProblemDocument;
  readonly row: CandidateRow;
  readonly detail: CandidateDetail;
}) {
  const { source, answer, compileLog, samples, testcases, subtasks } = detail;
  return (
    <>
      <h3>Source</h3>
      <Code text={source} language={row.language} name={`${problem.id}-${row.id}`} />
      {answer === "" ? null : (
        <details>
          <summary>The answer around it</summary>
          <Code text={answer} name={`${problem.id}-${row.id}-answer`} />
        </details>
      )}
      {compileLog === "" ? null : (
        <>
          <h3>Compile log</h3>
          <Code text={compileLog} name={`${problem.id}-${row.id}-log`} />
        </>
      )}
      <h3>Verdicts</h3>
      {subtasks && subtasks.length > 1 ? (
        <Facts
          facts={problem.subtasks.map(
            ({ id, maxScore }, at) =>
              [
                `subtask ${id}`,
                `${points(subtasks[at] ?? 0)}${maxScore === null ? "" : ` of ${points(maxScore)}`}`,
              ] as const,
          )}
        />
      ) : null}
      {testcases ? null : <p>Nobody judged it on the secret testcases: its truth is unknown.</p>}
      <TestcaseTable
        caption={testcases ? "Testcases" : "Samples"}
        columns={testcases ?? samples}
        ids={problem.testcases}
      />
    </>
  );
}

function TestcaseTable({
  caption,
  columns,
  ids,
}: {
  readonly caption: string;
  readonly columns: TestcaseColumns;
  readonly ids: readonly string[];
}) {
  const borderline = new Set(columns.borderline);
  const rows = columns.testcase.map((place, at) => ({
    ...{
      id: ids[place] ?? "?",
      verdict: columns.verdict[at],
      cpuMs: columns.cpuMs[at] ?? 0,
      peakMib: columns.peakMib[at] ?? 0,
    },
    ...{ isBorderline: borderline.has(at), message: columns.messages[at] ?? "" },
  }));
  return (
    <DataTable
      caption={caption}
      rows={rows}
      keyOf={({ id }) => id}
      pageSize={25}
      columns={[
        { title: "testcase", cell: ({ id }) => <code>{id}</code>, sort: ({ id }) => id },
        { title: "verdict", cell: ({ verdict }) => <VerdictMark verdict={verdict} />, sort: ({ verdict }) => verdict },
        {
          title: "time",
          isNumber: true,
          cell: ({ cpuMs, isBorderline }) => `${duration(cpuMs)}${isBorderline ? " (borderline)" : ""}`,
          sort: ({ cpuMs }) => cpuMs,
        },
        {
          title: "memory",
          isNumber: true,
          cell: ({ peakMib }) => `${peakMib.toFixed(1)} MiB`,
          sort: ({ peakMib }) => peakMib,
        },
        { title: "message", cell: ({ message }) => message },
      ]}
    />
  );
}
