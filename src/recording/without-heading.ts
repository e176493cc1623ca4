import type { Program } from "../domain/program.ts";

const C_COMMENT = /^\s*(\/\/[^\n]*|\/\*[\s\S]*?\*\/)[^\S\n]*\n/;
const PYTHON_COMMENT = /^\s*(#[^\n]*|"""[\s\S]*?"""|'''[\s\S]*?''')[^\S\n]*\n/;

/** The program without the comments that it begins with: there the jury says what is wrong with it. */
export function withoutHeading({ language, source }: Program): string {
  const comment = language === "python3" || language === "pypy3" ? PYTHON_COMMENT : C_COMMENT;
  let text = source.replaceAll("\r\n", "\n");
  while (comment.test(text)) text = text.replace(comment, "");
  return `${text.replace(/^\n+/, "").trimEnd()}\n`;
}
