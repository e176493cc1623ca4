import type { StatementText } from "./statement-text.ts";
import { texToMarkdown } from "./tex-to-markdown.ts";

/** In the order in which Polygon prints them. */
const SECTIONS = [
  { name: "legend", heading: undefined },
  { name: "input", heading: "Input" },
  { name: "output", heading: "Output" },
  { name: "interaction", heading: "Interaction" },
  { name: "scoring", heading: "Scoring" },
  { name: "notes", heading: "Note" },
] as const;

/** From the files of `statement-sections/<language>/`, by their names without `.tex`. */
export function polygonStatement(sections: ReadonlyMap<string, string>): StatementText {
  const parts: string[] = [];
  const images = new Set<string>();
  const warnings: string[] = [];
  for (const { name, heading } of SECTIONS) {
    const text = texToMarkdown(sections.get(name) ?? "");
    warnings.push(...text.warnings.map((warning) => `${name}.tex: ${warning}`));
    for (const image of text.images) images.add(image);
    if (text.markdown === "") continue;
    parts.push(heading === undefined ? text.markdown : `## ${heading}\n\n${text.markdown}`);
  }
  return { markdown: parts.join("\n\n"), title: titleOf(sections), images: [...images], warnings };
}

function titleOf(sections: ReadonlyMap<string, string>): string | undefined {
  const name = sections.get("name")?.trim();
  return name ? texToMarkdown(`\\problemname{${name}}`).title : undefined;
}
