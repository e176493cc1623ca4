import type { ProblemDocument, PromptRow } from "../report-document.ts";
import { Code } from "./code.tsx";
import type { RunData } from "./data.ts";
import { DataTable } from "./data-table.tsx";
import { linkTo } from "./route.ts";
import { useItem } from "./use-item.ts";
import { count, Message } from "./words.tsx";

interface PromptsPageProps {
  readonly data: RunData;
  readonly problem: ProblemDocument;
  readonly index: number;
  readonly query: URLSearchParams;
}

export function PromptsPage({ data, problem: { id, prompts }, index, query }: PromptsPageProps) {
  const number = Number(query.get("prompt") ?? 1);
  const { value, error } = useItem(data, { problem: index, kind: "prompts", index: number - 1 });
  const rows = prompts.map((prompt, at) => ({ ...prompt, number: at + 1 }));
  return (
    <>
      <h2>Prompts</h2>
      <DataTable<PromptRow & { readonly number: number }>
        caption="Every text that the model was asked with"
        rows={rows}
        keyOf={(row) => String(row.number)}
        isMarked={(row) => row.number === number}
        pageSize={15}
        columns={[
          {
            title: "prompt",
            isNumber: true,
            cell: (row) => <a href={linkTo([id, "prompts"], { prompt: String(row.number) })}>{row.number}</a>,
            sort: (row) => row.number,
          },
          { title: "for", cell: ({ purpose }) => purpose, sort: ({ purpose }) => purpose },
          { title: "subtask", cell: ({ subtask }) => subtask ?? "all" },
          { title: "answers", isNumber: true, cell: ({ answers }) => count(answers), sort: ({ answers }) => answers },
        ]}
      />
      {error ? <Message text={error} /> : null}
      {value === undefined ? null : (
        <>
          <h3>Prompt {number}</h3>
          <Code text={value} name={`${id}-prompt-${number}`} />
        </>
      )}
    </>
  );
}
