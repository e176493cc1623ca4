import { duration, plural, points } from "../../words.ts";
import type { ProblemDocument, ReportDocument } from "../report-document.ts";
import { ContestSections } from "./contest-sections.tsx";
import { CurveChart } from "./curve-chart.tsx";
import { DataTable } from "./data-table.tsx";
import { linkTo } from "./route.ts";
import { Timeline } from "./timeline.tsx";
import { count, type Fact, Facts, Figures, known, outOf, percent } from "./words.tsx";

export function SummaryPage({ document }: { readonly document: ReportDocument }) {
  const { run, contest, curves, unjudged, problems, time, activeMs, worth } = document;
  const submissions = problems.reduce((sum, problem) => sum + problem.submissions.length, 0);
  return (
    <>
      <h1>{run.name}</h1>
      {run.state === "finished" ? null : (
        <p class="notice" role="status">
          This run is {run.state}: {run.why}.
        </p>
      )}
      {run.isRecorded ? <p class="notice">Recorded answers: no model was asked, nothing was paid.</p> : null}
      <p class="lead">
        {run.model}, {plural(submissions, "submission")} to {plural(problems.length, "problem")}, started{" "}
        <time dateTime={run.startedAt}>{run.startedAt.slice(0, 16).replace("T", " ")} UTC</time>
      </p>
      <Figures facts={figuresOf(document)} />

      <section aria-labelledby="worth">
        <h2 id="worth">What selection was worth</h2>
        {curves.length > 0 ? (
          <CurveChart curves={curves} maxScore={worth.maxScore} />
        ) : (
          <p>
            The curves are unknown:{" "}
            {unjudged > 0 ? `${count(unjudged)} candidates were never judged` : "no candidate was judged yet"}.
          </p>
        )}
      </section>

      <section aria-labelledby="problems">
        <h2 id="problems">Problems</h2>
        <ProblemTable problems={problems} />
      </section>

      <section aria-labelledby="clock">
        <h2 id="clock">Contest clock</h2>
        {submissions > 0 ? <Timeline problems={problems} /> : <p>Nothing was submitted yet.</p>}
      </section>

      {contest ? <ContestSections contest={contest} /> : null}

      <section aria-labelledby="run">
        <h2 id="run">The run</h2>
        <Facts facts={run.settings} />
        <h3>Where the time went</h3>
        <p>{duration(activeMs)} in all; parts that run side by side add up to more.</p>
        <Facts facts={time.map(({ what, ms }) => [what, duration(ms)] as const)} />
      </section>
    </>
  );
}

function figuresOf({ worth, contest, cost }: ReportDocument): Fact[] {
  const best = contest?.medals[0];
  const rating = contest?.ratings[0];
  const { ranking } = contest ?? {};
  return [
    {
      name: "Score",
      value: points(worth.score),
      note: worth.maxScore === null ? "points" : `of ${points(worth.maxScore)}`,
    },
    ...(contest && contest.points !== worth.score ? [{ name: "Contest points", value: points(contest.points) }] : []),
    ...(best ? [{ name: "Medal", value: known(best.award, (award) => award), note: best.source }] : []),
    ...(contest
      ? [
          {
            name: "Rank",
            value: known(ranking, ({ rank }) => count(rank)),
            note: ranking
              ? `of ${count(ranking.participants + 1)}; ${percent(ranking.percentile)} are below`
              : "nobody is known who took part",
          },
        ]
      : []),
    ...(rating
      ? [
          {
            name: "Rating",
            value: String(Math.round(rating.rating)),
            note: `by ${rating.method}: one method of ${contest?.ratings.length}`,
          },
        ]
      : []),
    { name: "Random", value: known(worth.random, points), note: "expected of chance" },
    { name: "Oracle", value: known(worth.oracle, points), note: "with hindsight" },
    {
      name: "Efficiency",
      value:
        worth.random === undefined
          ? known(worth.efficiency, percent)
          : worth.efficiency === undefined
            ? "–"
            : percent(worth.efficiency),
      note: "of the way from random to oracle",
    },
    {
      name: "Cost",
      value: known(cost.usd, (usd) => `${usd.toFixed(2)} USD`),
      note: known(cost.outputTokens, (out) =>
        known(cost.inputTokens, (tokens) => `${plural(tokens, "token")} in, ${count(out)} out`),
      ),
    },
  ];
}

function ProblemTable({ problems }: { readonly problems: readonly ProblemDocument[] }) {
  return (
    <DataTable
      caption="Problems"
      isTitled
      rows={problems}
      keyOf={({ id }) => id}
      columns={[
        {
          title: "problem",
          cell: ({ id, name, label }) => (
            <a href={linkTo([id])}>
              {label === id ? null : `${label} `}
              {name}
            </a>
          ),
        },
        {
          title: "score",
          isNumber: true,
          cell: ({ worth }) => outOf(worth.score, worth.maxScore),
          sort: ({ worth }) => worth.score,
        },
        {
          title: "random",
          isNumber: true,
          cell: ({ worth }) => known(worth.random, points),
          sort: ({ worth }) => worth.random,
        },
        {
          title: "oracle",
          isNumber: true,
          cell: ({ worth }) => known(worth.oracle, points),
          sort: ({ worth }) => worth.oracle,
        },
        {
          title: "submissions",
          isNumber: true,
          cell: ({ submissions }) => count(submissions.length),
          sort: ({ submissions }) => submissions.length,
        },
        {
          title: "candidates",
          isNumber: true,
          cell: ({ candidates }) => count(candidates.length),
          sort: ({ candidates }) => candidates.length,
        },
        { title: "ended", cell: ({ ended }) => ended ?? "not over" },
      ]}
    />
  );
}
