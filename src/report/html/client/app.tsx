import { useEffect, useRef, useState } from "preact/hooks";
import type { PageSource } from "../page-source.ts";
import type { ProblemDocument } from "../report-document.ts";
import { CandidatePage } from "./candidate-page.tsx";
import { CandidatesPage } from "./candidates-page.tsx";
import { onChange, RunData } from "./data.ts";
import { ProblemPage } from "./problem-page.tsx";
import { PromptsPage } from "./prompts-page.tsx";
import { linkTo, type Route, useRoute } from "./route.ts";
import { SummaryPage } from "./summary-page.tsx";
import { TestsPage } from "./tests-page.tsx";
import { Message } from "./words.tsx";

const PROBLEM_PAGES = { "": "Result", candidates: "Candidates", tests: "Tests", prompts: "Prompts" } as const;

export function App({ source }: { readonly source: Exclude<PageSource, { kind: "runs" }> }) {
  const [data, setData] = useState<RunData>();
  const [error, setError] = useState<string>();
  const route = useRoute();
  const main = useRef<HTMLElement>(null);
  const place = `${route.problem}/${route.page}/${route.item}`;
  const name = data?.document.run.name;

  useEffect(() => {
    const load = () => void RunData.load(source).then(setData, (reason) => setError(String(reason)));
    load();
    return source.kind === "run" ? onChange(source.url, load) : undefined;
  }, [source]);
  // A new page is read from its top, by eye and by screen reader.
  const shown = useRef(place);
  useEffect(() => {
    if (shown.current === place) return;
    shown.current = place;
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [place]);
  useEffect(() => {
    if (name) document.title = `${[route.item, route.problem, name].filter(Boolean).join(" · ")} · medalist`;
  }, [route.item, route.problem, name]);

  if (error) return <Message text={error} />;
  if (!data) return <Message text="Reading the run…" />;
  const { problems, run } = data.document;
  const index = problems.findIndex(({ id }) => id === route.problem);
  const problem = problems[index];
  return (
    <>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        Skip to the content
      </button>
      <header class="top">
        <div class="wide">
          <p class="mark">
            {source.kind === "run" ? <a href="/">medalist</a> : "medalist"}
            <span class="file">{run.file}</span>
          </p>
          <nav aria-label="Problems">
            <ul class="tabs">
              <Tab href={linkTo([])} title="Overview" isCurrent={!problem} />
              {problems.map(({ id, label, name }) => (
                <Tab key={id} href={linkTo([id])} title={label} hint={name} isCurrent={id === problem?.id} />
              ))}
            </ul>
          </nav>
        </div>
      </header>
      <main id="main" tabIndex={-1} ref={main}>
        {problem ? (
          <ProblemPages {...{ data, problem, index, route }} />
        ) : route.problem === undefined ? (
          <SummaryPage document={data.document} />
        ) : (
          <Message text={`This run has no problem ${route.problem}.`} />
        )}
      </main>
      <footer>
        <p>
          Made from the events of <code>{run.file}</code> alone. What nobody knows is called unknown.
        </p>
      </footer>
    </>
  );
}

interface ProblemPlace {
  readonly data: RunData;
  readonly problem: ProblemDocument;
  readonly index: number;
  readonly route: Route;
}

function ProblemPages({ data, problem, index, route: { page = "", item, query } }: ProblemPlace) {
  const title = page === "candidate" ? "candidates" : page;
  return (
    <>
      <h1>
        {problem.name}
        {problem.label.toLowerCase() === problem.name.toLowerCase() ? null : <span class="label">{problem.label}</span>}
      </h1>
      <nav aria-label={`Pages of ${problem.name}`}>
        <ul class="tabs sub">
          {Object.entries(PROBLEM_PAGES).map(([name, words]) => (
            <Tab
              key={name}
              href={linkTo(name === "" ? [problem.id] : [problem.id, name])}
              title={words}
              isCurrent={name === title}
            />
          ))}
        </ul>
      </nav>
      {page === "candidates" ? (
        <CandidatesPage {...{ problem, query }} />
      ) : page === "candidate" ? (
        <CandidatePage key={item} {...{ data, problem, index, item: item ?? "", query }} />
      ) : page === "tests" ? (
        <TestsPage {...{ data, problem, index }} />
      ) : page === "prompts" ? (
        <PromptsPage {...{ data, problem, index, query }} />
      ) : (
        <ProblemPage problem={problem} />
      )}
    </>
  );
}

function Tab({ href, title, hint, isCurrent }: { href: string; title: string; hint?: string; isCurrent: boolean }) {
  return (
    <li>
      <a href={href} title={hint} {...(isCurrent ? { "aria-current": "page" } : {})}>
        {title}
      </a>
    </li>
  );
}
