import { useEffect, useState } from "preact/hooks";

/** What stands after `#/`: a problem, one of its pages, what that page is about, and how it is filtered. */
export interface Route {
  readonly problem: string | undefined;
  readonly page: string | undefined;
  readonly item: string | undefined;
  readonly query: URLSearchParams;
}

export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const listen = () => setHash(location.hash);
    addEventListener("hashchange", listen);
    return () => removeEventListener("hashchange", listen);
  }, []);
  return parse(hash);
}

export function linkTo(path: readonly string[], query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(query).toString();
  return `#/${path.map(encodeURIComponent).join("/")}${search === "" ? "" : `?${search}`}`;
}

export function candidateLink(problem: string, candidate: string): string {
  return linkTo([problem, "candidate", candidate]);
}

function parse(hash: string): Route {
  const [path = "", search = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const [problem, page, item] = path.split("/").map((part) => (part === "" ? undefined : decodeURIComponent(part)));
  return { problem, page, item, query: new URLSearchParams(search) };
}
