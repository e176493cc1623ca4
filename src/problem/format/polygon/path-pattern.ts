const PLACE = /%(?:0(\d{1,2}))?d/g;

/** The n-th path of a pattern such as `tests/%02d.a`, and the number as it stands there; undefined when it is no pattern. */
export function pathOfPattern(
  pattern: string,
  n: number,
): { readonly path: string; readonly number: string } | undefined {
  const places = [...pattern.matchAll(PLACE)];
  const [place] = places;
  if (!place || places.length > 1 || pattern.replace(PLACE, "").includes("%")) return undefined;
  const number = String(n).padStart(Number(place[1] ?? 0), "0");
  return { path: pattern.replace(PLACE, number).replaceAll("\\", "/"), number };
}
