import type { Root } from "mdast";
import { type Constants, constantValue, NO_CONSTANTS, replaceConstants } from "./constants.ts";
import { printMarkdown } from "./print-markdown.ts";
import type { StatementText } from "./statement-text.ts";
import { expandMacros } from "./tex/expand-macros.ts";
import { STATEMENT_DIALECT } from "./tex/index.ts";
import { readTex } from "./tex/read-tex.ts";
import { type Manuscript, TexWriter } from "./tex/tex-writer.ts";

export function texToMarkdown(
  tex: string,
  { constants = NO_CONSTANTS }: { constants?: Constants } = {},
): StatementText {
  const warnings = new Set<string>();
  const warn = (message: string) => void warnings.add(message);
  const source = expandMacros(putInConstants(tex.replace(/\r\n?/g, "\n"), constants, warn), warn);
  const manuscript: Manuscript = { dialect: STATEMENT_DIALECT, title: undefined, footnotes: [], warn };
  const writer = new TexWriter(manuscript);
  writer.write(readTex(source, STATEMENT_DIALECT, warn));
  const root: Root = { type: "root", children: [...writer.finish(), ...manuscript.footnotes] };
  return { ...printMarkdown(root), title: manuscript.title, warnings: [...warnings] };
}

/** In the source, as their values may be TeX and stand in math. */
function putInConstants(tex: string, constants: Constants, warn: (message: string) => void): string {
  const named = tex.replace(/\\constant\s{0,9}\{\s{0,9}([a-zA-Z_]\w*(?:\.\w+)?)\s{0,9}\}/g, (command, name: string) => {
    const value = constantValue(constants, name);
    if (value === undefined) warn(`${command}: no such constant`);
    return value ?? command;
  });
  return constants.size === 0 ? named : replaceConstants(named, constants, () => undefined);
}
