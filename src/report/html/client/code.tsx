import hljs from "highlight.js/lib/core";
import c from "highlight.js/lib/languages/c";
import cpp from "highlight.js/lib/languages/cpp";
import go from "highlight.js/lib/languages/go";
import java from "highlight.js/lib/languages/java";
import javascript from "highlight.js/lib/languages/javascript";
import kotlin from "highlight.js/lib/languages/kotlin";
import python from "highlight.js/lib/languages/python";
import rust from "highlight.js/lib/languages/rust";
import typescript from "highlight.js/lib/languages/typescript";
import { useMemo } from "preact/hooks";
import type { Language } from "../../../domain/language.ts";
import { printableLines } from "./printable-lines.ts";
import { count } from "./words.tsx";

const GRAMMARS = { c, cpp, go, java, javascript, kotlin, python, rust, typescript };
for (const [name, grammar] of Object.entries(GRAMMARS)) hljs.registerLanguage(name, grammar);

const GRAMMAR_OF = {
  ...{ cpp17: "cpp", cpp20: "cpp", cpp23: "cpp", c17: "c", python3: "python", pypy3: "python", java: "java" },
  ...{ kotlin: "kotlin", rust: "rust", go: "go", javascript: "javascript", typescript: "typescript" },
} satisfies Record<Language, keyof typeof GRAMMARS>;

interface CodeProps {
  readonly text: string;
  readonly language?: Language;
  /** Of the file that it is saved as. */
  readonly name: string;
}

/** A text with numbered lines, in colours where it is a program. */
export function Code({ text, language, name }: CodeProps) {
  const { lines, left } = useMemo(() => printableLines(text), [text]);
  const html = useMemo(() => {
    // The library escapes what it is given: this is the one place where a text becomes HTML.
    return language && hljs.highlight(lines.join("\n"), { language: GRAMMAR_OF[language], ignoreIllegals: true }).value;
  }, [lines, language]);
  return (
    <div class="code">
      <div class="code-head">
        <span>
          {count(text.length)} characters{left > 0 ? `, ${count(left)} of them not shown` : ""}
        </span>
        <button type="button" onClick={() => save(name, text)}>
          Save
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="scroll lines" tabIndex={0} aria-label={`Text of ${name}`}>
        <pre class="gutter" aria-hidden="true">
          {lines.map((_, at) => at + 1).join("\n")}
        </pre>
        {html === undefined ? (
          <pre>{lines.join("\n")}</pre>
        ) : (
          <pre>
            <code dangerouslySetInnerHTML={{ __html: html }} />
          </pre>
        )}
      </section>
    </div>
  );
}

function save(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = `${name}.txt`;
  link.click();
  URL.revokeObjectURL(link.href);
}
