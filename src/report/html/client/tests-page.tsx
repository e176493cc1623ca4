import { useState } from "preact/hooks";
import type { InputRow, ProblemDocument, TestProgramRow } from "../report-document.ts";
import { Code } from "./code.tsx";
import type { RunData } from "./data.ts";
import { DataTable } from "./data-table.tsx";
import { useItem } from "./use-item.ts";
import { count, Message, percent } from "./words.tsx";

interface TestsPageProps {
  readonly data: RunData;
  readonly problem: ProblemDocument;
  readonly index: number;
}

/** Programs and inputs that tell candidates apart, and how well they do it. */
export function TestsPage({ data, problem, index }: TestsPageProps) {
  const { programs, inputs } = problem;
  const [program, setProgram] = useState<string>();
  const [input, setInput] = useState<string>();
  if (programs.length === 0 && inputs.length === 0)
    return (
      <>
        <h2>Tests</h2>
        <p>No tests were made for this problem.</p>
      </>
    );
  const splitting = inputs.filter(({ splits }) => splits !== undefined && splits > 0).length;
  const kept = inputs.filter(({ isKept }) => isKept).length;
  const open = (name: string, act: (name: string) => void) => (
    <button type="button" class="link" onClick={() => act(name)}>
      {name}
    </button>
  );
  return (
    <>
      <h2>Inputs</h2>
      <p>
        {count(kept)} of {count(inputs.length)} inputs were kept; {count(splitting)} of them split clusters.
      </p>
      <DataTable<InputRow>
        caption="Inputs, and the share of all pairs of clusters that each tells apart"
        rows={inputs}
        keyOf={({ id }) => id}
        isMarked={({ id }) => id === input}
        pageSize={25}
        columns={[
          { title: "input", cell: ({ id }) => open(id, setInput), sort: ({ id }) => id },
          {
            title: "splits",
            isNumber: true,
            cell: ({ splits }) => (splits === undefined ? "–" : percent(splits)),
            sort: ({ splits }) => splits,
          },
          { title: "outputs", isNumber: true, cell: ({ outputs }) => outputs ?? "–", sort: ({ outputs }) => outputs },
          { title: "kept", cell: ({ isKept }) => (isKept ? "yes" : "no"), sort: ({ isKept }) => Number(!isKept) },
          {
            title: "valid for",
            isNumber: true,
            cell: ({ accepted, rejected }) => `${accepted} of ${accepted + rejected}`,
            sort: ({ accepted }) => accepted,
          },
          { title: "brute forces agree", cell: ({ isAgreed }) => (isAgreed ? "yes" : "–") },
          { title: "bytes", isNumber: true, cell: ({ bytes }) => count(bytes), sort: ({ bytes }) => bytes },
          { title: "made by", cell: ({ generator }) => generator, sort: ({ generator }) => generator },
          { title: "seed", isNumber: true, cell: ({ seed }) => seed },
          { title: "subtask", cell: ({ subtask }) => subtask ?? "any" },
        ]}
      />
      <Opened {...{ data, index, kind: "inputs", name: input, at: inputs.findIndex(({ id }) => id === input) }} />

      <h2>Programs</h2>
      <DataTable<TestProgramRow>
        caption="Generators, validators and brute forces"
        rows={programs}
        keyOf={({ id }) => id}
        isMarked={({ id }) => id === program}
        pageSize={25}
        columns={[
          { title: "program", cell: ({ id }) => open(id, setProgram), sort: ({ id }) => id },
          { title: "kind", cell: ({ kind }) => kind, sort: ({ kind }) => kind },
          { title: "by", cell: ({ isOfModel }) => (isOfModel ? "model" : "package") },
          { title: "subtask", cell: ({ subtask }) => subtask ?? "any" },
          { title: "language", cell: ({ language }) => language },
          { title: "failed because", cell: ({ failure }) => failure ?? "–", sort: ({ failure }) => failure },
        ]}
      />
      <Opened
        {...{ data, index, kind: "programs", name: program, at: programs.findIndex(({ id }) => id === program) }}
        language={programs.find(({ id }) => id === program)?.language}
      />
    </>
  );
}

interface OpenedProps {
  readonly data: RunData;
  readonly index: number;
  readonly kind: "inputs" | "programs";
  readonly name: string | undefined;
  readonly at: number;
  readonly language?: TestProgramRow["language"] | undefined;
}

function Opened({ data, index, kind, name, at, language }: OpenedProps) {
  const { value, error } = useItem(data, { problem: index, kind, index: at });
  if (error) return <Message text={error} />;
  if (name === undefined || value === undefined) return null;
  return (
    <>
      <h3>{name}</h3>
      <Code text={value} name={name} {...(language ? { language } : {})} />
    </>
  );
}
