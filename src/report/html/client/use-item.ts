import { useEffect, useState } from "preact/hooks";
import type { PartItems, PartKind } from "../report-document.ts";
import type { RunData } from "./data.ts";

export interface Loaded<T> {
  readonly value: T | undefined;
  readonly error: string | undefined;
}

/** One item of a list whose long texts are kept apart; nothing while it is read, or where none is asked for. */
export function useItem<Kind extends PartKind>(
  data: RunData,
  place: { readonly problem: number; readonly kind: Kind; readonly index: number | undefined },
): Loaded<PartItems[Kind]> {
  const { problem, kind, index } = place;
  const [loaded, setLoaded] = useState<Loaded<PartItems[Kind]>>({ value: undefined, error: undefined });
  useEffect(() => {
    if (index === undefined || index < 0) {
      setLoaded({ value: undefined, error: undefined });
      return undefined;
    }
    let isWanted = true;
    data.item(problem, kind, index).then(
      (value) => isWanted && setLoaded({ value, error: undefined }),
      (reason) => isWanted && setLoaded({ value: undefined, error: String(reason) }),
    );
    return () => {
      isWanted = false;
    };
  }, [data, problem, kind, index]);
  return loaded;
}
