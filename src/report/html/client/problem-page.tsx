import { duration, points } from "../../words.ts";
import type { ClusterRow, ProblemDocument, SubmissionRow } from "../report-document.ts";
import { CurveChart } from "./curve-chart.tsx";
import { DataTable } from "./data-table.tsx";
import { HeatMap } from "./heat-map.tsx";
import { candidateLink, linkTo } from "./route.ts";
import { TimeChart } from "./time-chart.tsx";
import { VerdictBars } from "./verdict-bars.tsx";
import { count, Facts, Figures, known, outOf, percent, VerdictMark } from "./words.tsx";

export function ProblemPage({ problem }: { readonly problem: ProblemDocument }) {
  const { worth, submissions, curves, candidates, clusters, borderline, judgeFailures, facts, ended, subtasks } =
    problem;
  const distinct = candidates.filter(({ sameAs }) => sameAs === undefined);
  return (
    <>
      <Figures
        facts={[
          {
            name: "Score",
            value: points(worth.score),
            note: worth.maxScore === null ? "points" : `of ${points(worth.maxScore)}`,
          },
          { name: "Submissions", value: count(submissions.length), note: ended ?? "not over" },
          { name: "Random", value: known(worth.random, points), note: "expected of chance" },
          { name: "Oracle", value: known(worth.oracle, points), note: "with hindsight" },
        ]}
      />
      {judgeFailures.length > 0 ? (
        <details class="notice">
          <summary>Judge errors: {judgeFailures.length}. These are our failures, not the programs'.</summary>
          <ul>
            {judgeFailures.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      ) : null}

      <section aria-labelledby="submissions">
        <h2 id="submissions">Submissions</h2>
        <HeatMap problem={problem} />
        <SubmissionTable problem={problem} />
        {subtasks.filter(({ maxScore }) => maxScore !== 0).length > 1 ? <SubtaskTable problem={problem} /> : null}
      </section>

      {curves.length > 0 ? (
        <section aria-labelledby="curves">
          <h2 id="curves">What selection was worth</h2>
          <CurveChart curves={curves} maxScore={worth.maxScore} />
        </section>
      ) : null}

      <section aria-labelledby="clusters">
        <h2 id="clusters">Clusters</h2>
        <p>
          Programs that nobody told apart, by{" "}
          {clusters.some(({ by }) => by === "signature")
            ? "what they print for the generated inputs"
            : "their verdicts on the samples"}
          . Purity is the share of a cluster, as far as it was judged, that has its commonest score.
        </p>
        <ClusterTable problem={problem} />
      </section>

      <section aria-labelledby="verdicts">
        <h2 id="verdicts">Verdicts and times</h2>
        <div class="two">
          <VerdictBars
            caption={`All ${count(distinct.length)} different programs`}
            verdicts={distinct.map(({ verdict }) => verdict)}
          />
          <VerdictBars
            caption={`The ${count(submissions.length)} submitted ones`}
            verdicts={submissions.map(({ verdict }) => verdict)}
          />
        </div>
        <TimeChart problem={problem} />
        {borderline.length > 0 ? (
          <DataTable
            caption="Borderline runs: within a tenth of the time limit, measured again alone"
            rows={borderline}
            keyOf={({ candidate, testcase }) => `${candidate} ${testcase}`}
            pageSize={10}
            columns={[
              {
                title: "candidate",
                cell: ({ candidate }) => <a href={candidateLink(problem.id, candidate)}>{candidate}</a>,
              },
              { title: "testcase", cell: ({ testcase }) => <code>{testcase}</code> },
              { title: "verdict", cell: ({ verdict }) => <VerdictMark verdict={verdict} /> },
              { title: "time", isNumber: true, cell: ({ cpuMs }) => duration(cpuMs), sort: ({ cpuMs }) => cpuMs },
            ]}
          />
        ) : null}
      </section>

      <section aria-labelledby="facts">
        <h2 id="facts">The problem</h2>
        <Facts facts={facts} />
      </section>
    </>
  );
}

function SubtaskTable({ problem: { subtasks } }: { readonly problem: ProblemDocument }) {
  return (
    <DataTable
      caption="Subtasks; left out: candidates that contradict a solved one within it"
      rows={subtasks.filter(({ maxScore }) => maxScore !== 0)}
      keyOf={({ id }) => id}
      columns={[
        { title: "subtask", cell: ({ id }) => id },
        { title: "score", isNumber: true, cell: ({ score, maxScore }) => outOf(score, maxScore) },
        {
          title: "solved by",
          isNumber: true,
          cell: ({ solvedBy }) => (solvedBy === undefined ? "–" : `#${solvedBy}`),
        },
        { title: "left out", isNumber: true, cell: ({ leftOut }) => count(leftOut) },
        { title: "contains", cell: ({ contains }) => contains.join(", ") || "–" },
      ]}
    />
  );
}

function SubmissionTable({ problem: { id, submissions } }: { readonly problem: ProblemDocument }) {
  const raised = new Set(submissions.filter(({ total }, at) => total > (submissions[at - 1]?.total ?? 0)));
  return (
    <DataTable<SubmissionRow>
      caption="Submissions; those that raised the score are marked"
      rows={submissions}
      keyOf={({ number }) => String(number)}
      isMarked={(row) => raised.has(row)}
      pageSize={25}
      columns={[
        { title: "#", isNumber: true, cell: ({ number }) => number, sort: ({ number }) => number },
        { title: "at", isNumber: true, cell: ({ atMs }) => duration(atMs) },
        { title: "candidate", cell: ({ candidate }) => <a href={candidateLink(id, candidate)}>{candidate}</a> },
        { title: "verdict", cell: ({ verdict }) => <VerdictMark verdict={verdict} /> },
        { title: "score", isNumber: true, cell: ({ score }) => known(score, points), sort: ({ score }) => score },
        { title: "total", isNumber: true, cell: ({ total }) => points(total) },
        { title: "why it was chosen", cell: ({ why }) => why },
      ]}
    />
  );
}

function ClusterTable({ problem: { id, clusters, candidates } }: { readonly problem: ProblemDocument }) {
  const chosen = new Map<number, string[]>();
  for (const { cluster, submission, id: candidate } of candidates)
    if (cluster !== undefined && submission !== undefined)
      chosen.set(cluster, [...(chosen.get(cluster) ?? []), candidate]);
  return (
    <DataTable<ClusterRow>
      caption="Clusters, the largest first"
      rows={clusters}
      keyOf={({ rank }) => String(rank)}
      isMarked={({ rank }) => chosen.has(rank)}
      pageSize={15}
      columns={[
        {
          title: "cluster",
          isNumber: true,
          cell: ({ rank }) => <a href={linkTo([id, "candidates"], { cluster: String(rank) })}>{rank}</a>,
          sort: ({ rank }) => rank,
        },
        { title: "programs", isNumber: true, cell: ({ size }) => count(size), sort: ({ size }) => size },
        { title: "purity", isNumber: true, cell: ({ purity }) => known(purity, percent), sort: ({ purity }) => purity },
        {
          title: "accepted",
          isNumber: true,
          cell: ({ accepted, known: judged }) => `${accepted} of ${judged}`,
          sort: ({ accepted }) => accepted,
        },
        {
          title: "best score",
          isNumber: true,
          cell: ({ bestScore }) => known(bestScore, points),
          sort: ({ bestScore }) => bestScore,
        },
        {
          title: "submitted",
          cell: ({ rank }) => <Chosen problem={id} candidates={chosen.get(rank) ?? []} />,
          sort: ({ rank }) => -(chosen.get(rank)?.length ?? 0),
        },
      ]}
    />
  );
}

const NAMED = 3;

function Chosen({ problem, candidates }: { readonly problem: string; readonly candidates: readonly string[] }) {
  if (candidates.length === 0) return <>–</>;
  const more = candidates.length - NAMED;
  return (
    <>
      {candidates.slice(0, NAMED).map((candidate, at) => (
        <>
          {at > 0 ? ", " : null}
          <a href={candidateLink(problem, candidate)}>{candidate}</a>
        </>
      ))}
      {more > 0 ? ` and ${more} more` : null}
    </>
  );
}
