import { useEffect, useState } from "preact/hooks";
import type { ServedRun } from "../page-source.ts";
import { loadRuns, onChange } from "./data.ts";
import { DataTable } from "./data-table.tsx";
import { known, Message, outOf } from "./words.tsx";

/** What `medalist view` begins with. */
export function RunsPage() {
  const [runs, setRuns] = useState<readonly ServedRun[]>();
  const [error, setError] = useState<string>();
  useEffect(() => {
    const load = () => void loadRuns().then(setRuns, (reason) => setError(String(reason)));
    load();
    return onChange("", load);
  }, []);
  return (
    <>
      <header class="top">
        <div class="wide">
          <p class="mark">medalist</p>
        </div>
      </header>
      <main>
        <h1>Runs</h1>
        {error ? <Message text={error} /> : null}
        {runs ? <RunTable runs={runs} /> : <Message text="Reading the runs…" />}
      </main>
    </>
  );
}

function RunTable({ runs }: { readonly runs: readonly ServedRun[] }) {
  return (
    <DataTable<ServedRun>
      caption="Run files"
      isTitled
      rows={newestFirst(runs)}
      keyOf={({ url }) => url}
      columns={[
        { title: "run", cell: (run) => ("error" in run ? run.file : <RunLink run={run} />) },
        {
          title: "started (UTC)",
          cell: (run) => <span class="whole">{startOf(run)?.slice(0, 16).replace("T", " ") ?? "–"}</span>,
          sort: startOf,
        },
        { title: "score", isNumber: true, cell: (run) => ("error" in run ? "–" : outOf(run.score, run.maxScore)) },
        {
          title: "cost",
          isNumber: true,
          cell: (run) => ("error" in run ? "–" : known(run.usd, (usd) => `${usd.toFixed(2)} USD`)),
        },
        {
          title: "state",
          cell: (run) => ("error" in run ? run.error : run.run.state),
          sort: (run) => ("error" in run ? "" : run.run.state),
        },
        { title: "strategy", cell: (run) => ("error" in run ? "–" : run.run.strategy) },
        { title: "file", cell: ({ file }) => <code>{file}</code>, sort: ({ file }) => file },
        { title: "model", cell: (run) => <span class="breaking">{"error" in run ? "–" : run.run.model}</span> },
      ]}
    />
  );
}

function RunLink({ run }: { readonly run: Exclude<ServedRun, { error: string }> }) {
  return (
    <a class="whole" href={run.url}>
      {run.run.name}
    </a>
  );
}

/** Those that cannot be read come first: somebody has to see to them. */
function newestFirst(runs: readonly ServedRun[]): readonly ServedRun[] {
  const key = (run: ServedRun) => startOf(run) ?? "~";
  return [...runs].sort((one, other) => (key(one) < key(other) ? 1 : key(one) > key(other) ? -1 : 0));
}

function startOf(run: ServedRun): string | undefined {
  return "error" in run ? undefined : run.run.startedAt;
}
