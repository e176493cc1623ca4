import { useMemo } from "preact/hooks";
import { VERDICT_NAME, VERDICTS } from "../../../domain/verdict.ts";
import { duration, points } from "../../words.ts";
import type { CandidateRow, ProblemDocument } from "../report-document.ts";
import { type Column, DataTable } from "./data-table.tsx";
import { candidateLink, linkTo } from "./route.ts";
import { count, known, UNKNOWN, VerdictMark } from "./words.tsx";

interface CandidatesPageProps {
  readonly problem: ProblemDocument;
  readonly query: URLSearchParams;
}

/** All candidates, or those that the address asks for: a filtered list can be linked to. */
export function CandidatesPage({ problem, query }: CandidatesPageProps) {
  const { id, candidates } = problem;
  const filter = query.toString();
  const rows = useMemo(() => candidates.filter(filterOf(new URLSearchParams(filter))), [candidates, filter]);
  const set = (name: string, value: string) => {
    const { [name]: _, ...others } = Object.fromEntries(query);
    location.replace(linkTo([id, "candidates"], value === "" ? others : { ...others, [name]: value }));
  };
  return (
    <>
      <h2>Candidates</h2>
      <form class="filters" aria-label="Filter" onSubmit={(event) => event.preventDefault()}>
        <label>
          Name
          <input
            type="search"
            placeholder="c0001"
            value={query.get("name") ?? ""}
            onInput={({ currentTarget }) => set("name", currentTarget.value)}
          />
        </label>
        <label>
          Verdict
          <select
            value={query.get("verdict") ?? ""}
            onChange={({ currentTarget }) => set("verdict", currentTarget.value)}
          >
            <option value="">any</option>
            {VERDICTS.filter((verdict) => candidates.some((candidate) => candidate.verdict === verdict)).map(
              (verdict) => (
                <option key={verdict} value={verdict}>
                  {verdict} {VERDICT_NAME[verdict]}
                </option>
              ),
            )}
            <option value="unknown">unknown</option>
          </select>
        </label>
        <label>
          Cluster
          <input
            type="number"
            min="1"
            value={query.get("cluster") ?? ""}
            onInput={({ currentTarget }) => set("cluster", currentTarget.value)}
          />
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={query.has("submitted")}
            onChange={({ currentTarget }) => set("submitted", currentTarget.checked ? "yes" : "")}
          />
          submitted
        </label>
        <output>
          {count(rows.length)} of {count(candidates.length)}
        </output>
      </form>
      <DataTable
        caption="Candidates"
        isTitled
        rows={rows}
        columns={columnsOf(problem)}
        keyOf={({ id: key }) => key}
        isMarked={({ submission }) => submission !== undefined}
        pageSize={100}
      />
    </>
  );
}

function filterOf(query: URLSearchParams): (candidate: CandidateRow) => boolean {
  const [name, verdict, cluster] = [query.get("name")?.toLowerCase(), query.get("verdict"), query.get("cluster")];
  return (candidate) =>
    (!name || candidate.id.includes(name) || candidate.subtask?.toLowerCase() === name) &&
    (verdict === null || (candidate.verdict ?? "unknown") === verdict) &&
    (cluster === null || candidate.cluster === Number(cluster)) &&
    (!query.has("submitted") || candidate.submission !== undefined);
}

function columnsOf({ id, subtasks }: ProblemDocument): Column<CandidateRow>[] {
  return [
    { title: "candidate", cell: (row) => <a href={candidateLink(id, row.id)}>{row.id}</a>, sort: (row) => row.id },
    { title: "verdict", cell: ({ verdict }) => <VerdictMark verdict={verdict} />, sort: ({ verdict }) => verdict },
    { title: "score", isNumber: true, cell: ({ score }) => known(score, points), sort: ({ score }) => score },
    {
      title: "submission",
      isNumber: true,
      cell: ({ submission }) => submission ?? "–",
      sort: ({ submission }) => submission,
    },
    { title: "cluster", isNumber: true, cell: ({ cluster }) => cluster ?? "–", sort: ({ cluster }) => cluster },
    {
      title: "samples",
      isNumber: true,
      cell: ({ samplesPassed, compiles }) => (compiles === false ? "–" : (samplesPassed ?? UNKNOWN)),
      sort: ({ samplesPassed }) => samplesPassed,
    },
    {
      title: "slowest",
      isNumber: true,
      cell: ({ slowestMs }) => (slowestMs === undefined ? "–" : duration(slowestMs)),
      sort: ({ slowestMs }) => slowestMs,
    },
    {
      title: "tokens",
      isNumber: true,
      cell: ({ outputTokens }) => known(outputTokens, count),
      sort: ({ outputTokens }) => outputTokens,
    },
    ...(subtasks.length > 1 ? [{ title: "asked for", cell: ({ subtask }: CandidateRow) => subtask ?? "all" }] : []),
    { title: "language", cell: ({ language }) => language },
    {
      title: "same as",
      cell: ({ sameAs }) => (sameAs === undefined ? "–" : <a href={candidateLink(id, sameAs)}>{sameAs}</a>),
    },
  ];
}
