export const LANGUAGES = [
  "cpp17",
  "cpp20",
  "cpp23",
  "c17",
  "python3",
  "pypy3",
  "java",
  "kotlin",
  "rust",
  "go",
  "javascript",
  "typescript",
] as const;

/** A language a program can be judged in; how it is compiled and run stands in `judge/language/`. */
export type Language = (typeof LANGUAGES)[number];

export const LANGUAGE_NAME = {
  cpp17: "C++17 (g++)",
  cpp20: "C++20 (g++)",
  cpp23: "C++23 (g++)",
  c17: "C17 (gcc)",
  python3: "Python 3 (CPython)",
  pypy3: "Python 3 (PyPy)",
  java: "Java 17",
  kotlin: "Kotlin 1.3 (JVM)",
  rust: "Rust (edition 2021, rustc 1.63)",
  go: "Go 1.19",
  javascript: "JavaScript (Node.js 18, CommonJS)",
  typescript: "TypeScript (Node.js 18)",
} satisfies Record<Language, string>;

/** What a file's ending says when nothing else does. */
const EXTENSIONS: ReadonlyMap<string, Language> = new Map([
  ["cpp", "cpp20"],
  ["cc", "cpp20"],
  ["cxx", "cpp20"],
  ["c++", "cpp20"],
  ["c", "c17"],
  ["py", "python3"],
  ["java", "java"],
  ["kt", "kotlin"],
  ["rs", "rust"],
  ["go", "go"],
  ["js", "javascript"],
  ["cjs", "javascript"],
  ["ts", "typescript"],
]);

/** What a fence in Markdown says, in lower case. */
const FENCES: ReadonlyMap<string, Language> = new Map([
  ...LANGUAGES.map((language) => [language, language] as const),
  ["cpp", "cpp20"],
  ["c++", "cpp20"],
  ["cc", "cpp20"],
  ["cxx", "cpp20"],
  ["c", "c17"],
  ["python", "python3"],
  ["py", "python3"],
  ["pypy", "pypy3"],
  ["kt", "kotlin"],
  ["rs", "rust"],
  ["golang", "go"],
  ["js", "javascript"],
  ["node", "javascript"],
  ["ts", "typescript"],
]);

/** The language of a file by its ending; undefined where it is none that we judge. */
export function languageOfFile(path: string): Language | undefined {
  const dot = path.lastIndexOf(".");
  return dot < 0 ? undefined : EXTENSIONS.get(path.slice(dot + 1).toLowerCase());
}

/** Names that leave open which of several is meant: then it is the one that was asked for. */
const OPEN_FENCES = [
  { names: ["cpp", "c++", "cc", "cxx"], languages: ["cpp17", "cpp20", "cpp23"] },
  { names: ["python", "py"], languages: ["python3", "pypy3"] },
] satisfies { names: string[]; languages: Language[] }[];

/** The language of a fenced code block by its info string; undefined where it is none that we judge. */
export function languageOfFence(info: string, asked: Language): Language | undefined {
  const name = info.trim().split(/\s/, 1)[0]?.toLowerCase() ?? "";
  const isOpen = OPEN_FENCES.some(
    ({ names, languages }) => names.includes(name) && languages.some((language) => language === asked),
  );
  return isOpen ? asked : FENCES.get(name);
}
