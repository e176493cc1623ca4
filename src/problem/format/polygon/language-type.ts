import { LANGUAGES, type Language } from "../../../domain/language.ts";

/** Polygon's names for source types begin so; `python.2` and Microsoft's C++ have no equal here. */
const LANGUAGE_OF_TYPE: readonly (readonly [RegExp, Language])[] = [
  [/^cpp\.(?!ms\d*$).*\+\+(23|26|2x)/, "cpp23"],
  [/^cpp\.(?!ms\d*$).*\+\+20/, "cpp20"],
  [/^cpp\.(?!ms\d*$)/, "cpp17"],
  [/^c\.(?!ms)/, "c17"],
  [/^java\d*$/, "java"],
  [/^kotlin/, "kotlin"],
  [/^python\.pypy3/, "pypy3"],
  [/^python\.3/, "python3"],
  [/^rust/, "rust"],
  [/^(go|golang)$/, "go"],
  [/^(js|javascript)\.node|^nodejs/, "javascript"],
];

/** What Polygon calls a language; the patterns of a grader's `for-types` are held against them. */
const TYPES_OF_LANGUAGE: Readonly<Record<Language, readonly string[]>> = {
  cpp17: ["cpp.g++17", "cpp.msys2-mingw64-9-g++17"],
  cpp20: ["cpp.gcc11-64-winlibs-g++20", "cpp.gcc13-64-winlibs-g++20"],
  cpp23: ["cpp.gcc14-64-msys2-g++23"],
  c17: ["c.gcc"],
  java: ["java8", "java11", "java21"],
  kotlin: ["kotlin", "kotlin16", "kotlin17", "kotlin19"],
  python3: ["python.3"],
  pypy3: ["python.pypy3", "python.pypy3-64"],
  rust: ["rust"],
  go: ["go"],
  javascript: ["js.node"],
  typescript: [],
};

/** The language of a source type such as `cpp.gcc11-64-winlibs-g++20`; undefined where it is none that is judged. */
export function languageOfType(type: string): Language | undefined {
  return LANGUAGE_OF_TYPE.find(([pattern]) => pattern.test(type))?.[1];
}

/** The languages that a resource is for: `cpp.*;java8`, each with `*` for anything. */
export function languagesOfPatterns(forTypes: string): Language[] {
  const patterns = forTypes.split(/[;:,\s]+/).filter((pattern) => pattern !== "");
  return LANGUAGES.filter((language) =>
    TYPES_OF_LANGUAGE[language].some((type) => patterns.some((pattern) => matchesWildcards(type, pattern))),
  );
}

function matchesWildcards(text: string, pattern: string): boolean {
  const [first = "", ...parts] = pattern.split("*");
  const last = parts.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false;
  let rest = text.slice(first.length, text.length - last.length);
  for (const part of parts) {
    const found = rest.indexOf(part);
    if (found < 0) return false;
    rest = rest.slice(found + part.length);
  }
  return true;
}
