import type { TexNode } from "./tex-node.ts";
import type { TexSource } from "./tex-source.ts";

const CODE_ENVIRONMENTS = new Set(["verbatim", "Verbatim", "BVerbatim", "alltt", "lstlisting", "minted"]);

/** `\verb|…|` and its like. */
export function readInlineCode(source: TexSource): TexNode | undefined {
  const command = source.peek(/\\(?:verb\*?|lstinline|mintinline)(?![a-zA-Z])/y)?.[0];
  if (command === undefined) return undefined;
  source.skip(command.length);
  if (!command.startsWith("\\verb")) source.takeBracketed("]");
  if (command === "\\mintinline") source.takeBracketed("}");
  const text = source.next === "{" ? source.takeBracketed("}") : source.take(/([^\sa-zA-Z*])[^\n]*?\1/y)?.slice(1, -1);
  if (text === undefined) source.warn(`${command} without its end on the line`);
  return { kind: "code", text: text ?? "", isBlock: false, language: undefined };
}

/** The content of `\begin{name}`, if that is a listing or a comment. */
export function codeEnvironment(source: TexSource, name: string): TexNode | undefined {
  const plainName = name.replace(/\*$/, "");
  if (plainName !== "comment" && !CODE_ENVIRONMENTS.has(plainName)) return undefined;
  const whole = source.takeUntil(`\\end{${name}}`);
  if (whole === undefined) return undefined;
  if (plainName === "comment") return { kind: "text", text: "" };
  const head =
    plainName === "verbatim" || plainName === "alltt" ? undefined : whole.match(/^[ \t]*(\[[^\]]*\])?(\{[^}]*\})?/);
  const language = head?.[2]?.slice(1, -1) ?? head?.[1]?.match(/language=\{?(?:\[[^\]]*\])?\s*([\w+#-]+)/)?.[1];
  const text = whole.slice(head?.[0].length ?? 0).replace(/^[ \t]*\r?\n/, "");
  return { kind: "code", text: text.trimEnd(), isBlock: true, language: language?.toLowerCase() };
}
