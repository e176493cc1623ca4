import { points } from "../../words.ts";
import type { ContestDocument, RatingRow } from "../report-document.ts";
import { DataTable } from "./data-table.tsx";
import { StandingsChart } from "./standings-chart.tsx";
import { count, Facts, known, percent, UNKNOWN } from "./words.tsx";

/** What a contest came to under its rules, beside people. */
export function ContestSections({ contest }: { readonly contest: ContestDocument }) {
  const { rules, clock, problems, ranking, medals, ratings, cardNotes, standings } = contest;
  const hasPenalty = problems.some(({ penalty }) => penalty > 0);
  return (
    <>
      <section aria-labelledby="result">
        <h2 id="result">Result under the rules</h2>
        <Facts
          facts={[
            ["rules", rules],
            ["time", clock],
            ["solved", `${contest.solved} of ${problems.length}`],
          ]}
        />
        <DataTable
          caption="Points by problem"
          rows={problems}
          keyOf={({ id }) => id}
          columns={[
            { title: "problem", cell: ({ label }) => label },
            { title: "points", isNumber: true, cell: (problem) => points(problem.points) },
            ...(hasPenalty
              ? [{ title: "penalty", isNumber: true, cell: ({ penalty }: { penalty: number }) => points(penalty) }]
              : []),
            { title: "failed before", isNumber: true, cell: ({ failedAttempts }) => count(failedAttempts) },
            {
              title: "solved in minute",
              isNumber: true,
              cell: ({ solvedAtMinute }) => solvedAtMinute?.toFixed(1) ?? "–",
            },
          ]}
        />
      </section>

      <section aria-labelledby="people">
        <h2 id="people">Beside people</h2>
        <Facts
          facts={[
            ...medals.map(({ award, source }) => [`medal (${source})`, award ?? UNKNOWN] as const),
            [
              "rank",
              known(
                ranking,
                ({ rank, tied, participants, percentile }) =>
                  `${count(rank)}${tied > 0 ? `, tied with ${count(tied)},` : ""} beside ${count(participants)} who took part; ${percent(percentile)} are strictly below`,
              ),
            ],
          ]}
        />
        {standings ? (
          <>
            <StandingsChart standings={standings} own={contest.points} />
            <DataTable
              caption={`Standings around this run (${standings.source})`}
              rows={standings.around.map((row, at) => ({ ...row, at }))}
              keyOf={({ at }) => String(at)}
              isMarked={({ isOwn }) => isOwn}
              columns={[
                { title: "place", isNumber: true, cell: ({ place }) => count(place) },
                { title: "who", cell: ({ isOwn }) => (isOwn ? <strong>this run</strong> : "participant") },
                { title: "points", isNumber: true, cell: (row) => points(row.points) },
                ...(hasPenalty
                  ? [{ title: "penalty", isNumber: true, cell: ({ penalty }: { penalty: number }) => points(penalty) }]
                  : []),
                { title: "rating", isNumber: true, cell: ({ rating }) => rating ?? "–" },
                { title: "award", cell: ({ award }) => award ?? "–" },
              ]}
            />
          </>
        ) : null}
      </section>

      {ratings.length > 0 ? <RatingCard ratings={ratings} notes={cardNotes} /> : null}
    </>
  );
}

function RatingCard({ ratings, notes }: { readonly ratings: readonly RatingRow[]; readonly notes: readonly string[] }) {
  const bound = (value: number | null) => (value === null ? "open" : String(Math.round(value)));
  return (
    <section aria-labelledby="ratings">
      <h2 id="ratings">Rating card</h2>
      <p>
        One result by each method that there is evidence for: published ratings differ by hundreds for the method alone.
      </p>
      <DataTable
        caption="Ratings by method"
        rows={ratings}
        keyOf={({ method }) => method}
        columns={[
          { title: "method", cell: ({ method }) => method },
          { title: "rating", isNumber: true, cell: ({ rating }) => Math.round(rating) },
          { title: "95 % interval", isNumber: true, cell: ({ low, high }) => `${bound(low)} to ${bound(high)}` },
          { title: "users below", isNumber: true, cell: ({ below }) => percent(below) },
          { title: "how", cell: ({ how }) => how },
        ]}
      />
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </section>
  );
}
