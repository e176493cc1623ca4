import { VERDICTS, type Verdict } from "../../../domain/verdict.ts";
import { count, percent, VerdictMark } from "./words.tsx";

/** How often each verdict came: a table whose bars are beside their numbers. */
export function VerdictBars({
  caption,
  verdicts,
}: {
  readonly caption: string;
  readonly verdicts: readonly (Verdict | undefined)[];
}) {
  const rows = [...VERDICTS, undefined]
    .map((verdict) => ({ verdict, own: verdicts.filter((other) => other === verdict).length }))
    .filter(({ own }) => own > 0);
  return (
    <table class="bars">
      <caption>{caption}</caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">verdict</th>
          <th scope="col">share</th>
          <th scope="col">number</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ verdict, own }) => (
          <tr key={verdict}>
            <th scope="row">
              <VerdictMark verdict={verdict} />
            </th>
            <td class="bar-cell">
              <span class="bar" data-verdict={verdict} style={{ inlineSize: `${(own / verdicts.length) * 100}%` }} />
              <span class="visually-hidden">{percent(own / verdicts.length)}</span>
            </td>
            <td class="number">{count(own)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
