import type { ComponentChildren } from "preact";
import { VERDICT_NAME, type Verdict } from "../../../domain/verdict.ts";
import { points } from "../../words.ts";

export const UNKNOWN = <span class="unknown">unknown</span>;

/** Letters, colour and, for screen readers, the whole word. */
export function VerdictMark({ verdict }: { readonly verdict: Verdict | undefined }) {
  if (!verdict) return UNKNOWN;
  return (
    <abbr class="verdict" data-verdict={verdict} title={VERDICT_NAME[verdict]}>
      {verdict}
    </abbr>
  );
}

export function known<T>(value: T | undefined | null, words: (value: T) => ComponentChildren): ComponentChildren {
  return value === undefined || value === null ? UNKNOWN : words(value);
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

export function count(number: number): string {
  return number.toLocaleString("en-US");
}

export function outOf(score: number, maxScore: number | null): string {
  return maxScore === null ? points(score) : `${points(score)} of ${points(maxScore)}`;
}

export function Message({ text }: { readonly text: string }) {
  return (
    <p class="message" role="status">
      {text}
    </p>
  );
}

export interface Fact {
  readonly name: string;
  readonly value: ComponentChildren;
  /** Where a name leaves open what is meant. */
  readonly note?: ComponentChildren;
}

/** Figures that matter, large. */
export function Figures({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl class="figures">
      {facts.map(({ name, value, note }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value}
            {note ? <span class="note">{note}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What else is to be said, small. */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, ComponentChildren])[] }) {
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
