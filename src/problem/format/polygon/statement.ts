import { z } from "zod";
import { readJson } from "../../read-json.ts";
import { polygonStatement } from "../../statement/polygon-statement.ts";
import { DESCRIPTOR_PATH } from "./descriptor.ts";
import type { PolygonPackage } from "./polygon-package.ts";
import { orFinding } from "./read-source.ts";

const SECTIONS_FOLDER = "statement-sections";
const SECTIONS = ["name", "legend", "input", "output", "interaction", "scoring", "notes"] as const;

/** `problem-properties.json` beside a compiled statement holds the same sections. */
const properties = z.looseObject(Object.fromEntries(SECTIONS.map((section) => [section, z.string().nullish()])));

export interface PolygonStatement {
  readonly statement: string;
  readonly title: string | undefined;
  readonly sampleInteractions: readonly string[];
}

/** The statement in English, else in the first language that there is. */
export async function readStatement(pkg: PolygonPackage, isInteractive: boolean): Promise<PolygonStatement> {
  const { names } = pkg.descriptor;
  const found = (await readSections(pkg)) ?? (await readProperties(pkg));
  const named = names.find(({ language }) => language === (found?.language ?? "english")) ?? names[0];
  if (!found) {
    pkg.findings.warnings.push(`${SECTIONS_FOLDER}: no statement`);
    return { statement: "", title: named?.value, sampleInteractions: [] };
  }
  const { markdown, title, warnings } = polygonStatement(found.sections);
  pkg.findings.warnings.push(...warnings.map((warning) => `${found.place}${warning}`));
  const examples = await readExamples(pkg, found.language);
  if (!isInteractive) warnOfSamples(pkg, examples.length);
  return {
    statement: markdown,
    title: named?.value || title,
    sampleInteractions: isInteractive ? examples.map(conversationOf) : [],
  };
}

interface FoundSections {
  readonly language: string;
  /** What stands before the name of a section in a message. */
  readonly place: string;
  readonly sections: ReadonlyMap<string, string>;
}

async function readSections(pkg: PolygonPackage): Promise<FoundSections | undefined> {
  const language = englishFirst(languagesBelow(pkg, SECTIONS_FOLDER, "legend.tex"))[0];
  if (language === undefined) return undefined;
  const path = `${SECTIONS_FOLDER}/${language}`;
  const sections = new Map<string, string>();
  for (const section of SECTIONS) {
    const file = `${path}/${section}.tex`;
    const text = pkg.files.has(file) ? await orFinding(pkg.findings.errors, () => pkg.files.text(file)) : undefined;
    if (text?.trim()) sections.set(section, text);
  }
  return { language, place: `${path}/`, sections };
}

async function readProperties(pkg: PolygonPackage): Promise<FoundSections | undefined> {
  const fileName = "problem-properties.json";
  const language = englishFirst(languagesBelow(pkg, "statements", fileName))[0];
  if (language === undefined) return undefined;
  const path = `statements/${language}/${fileName}`;
  const parsed = await readJson(pkg.files, path, properties, pkg.findings);
  if (!parsed) return undefined;
  const sections = SECTIONS.flatMap((section): [string, string][] => {
    const value = parsed[section];
    return typeof value === "string" && value.trim() !== "" ? [[section, value]] : [];
  });
  return { language, place: `${path}: `, sections: new Map(sections) };
}

function languagesBelow({ files }: PolygonPackage, folder: string, fileName: string): string[] {
  return files.below(folder).flatMap((path) => {
    const [, language = "", name, ...rest] = path.split("/");
    return name === fileName && rest.length === 0 ? [language] : [];
  });
}

function englishFirst(languages: readonly string[]): string[] {
  return [...languages].sort((a, b) => Number(b === "english") - Number(a === "english"));
}

interface Example {
  readonly path: string;
  readonly n: number;
  readonly input: string;
  readonly output: string;
}

/** What the statement shows, which the author may have written otherwise than the tests. */
async function readExamples(pkg: PolygonPackage, language: string): Promise<Example[]> {
  const examples: Example[] = [];
  for (const path of pkg.files.below(`${SECTIONS_FOLDER}/${language}`)) {
    const number = /\/example\.(\d+)$/.exec(path)?.[1];
    if (number === undefined || !pkg.files.has(`${path}.a`)) continue;
    const input = await orFinding(pkg.findings.errors, () => pkg.files.text(path));
    const output = await orFinding(pkg.findings.errors, () => pkg.files.text(`${path}.a`));
    if (input !== undefined && output !== undefined) examples.push({ path, n: Number(number), input, output });
  }
  return examples.sort((a, b) => a.n - b.n);
}

/** Empty lines align what the judge says, on the left, with what the program answers, on the right. */
function conversationOf({ input, output }: Example): string {
  const fromJudge = input.trimEnd().split(/\r?\n/);
  const fromProgram = output.trimEnd().split(/\r?\n/);
  const lines: string[] = [];
  for (let i = 0; i < Math.max(fromJudge.length, fromProgram.length); i++) {
    if (fromJudge[i]?.trim()) lines.push(`<${fromJudge[i]}`);
    if (fromProgram[i]?.trim()) lines.push(`>${fromProgram[i]}`);
  }
  return `${lines.join("\n")}\n`;
}

function warnOfSamples({ testset, findings: { warnings } }: PolygonPackage, shown: number): void {
  const samples = testset.tests.filter(({ sample }) => sample).length;
  if (samples === 0) warnings.push(`${DESCRIPTOR_PATH}: no test is a sample`);
  else if (shown > 0 && shown !== samples)
    warnings.push(`${SECTIONS_FOLDER}: shows ${shown} samples, but ${samples} tests are samples: these are given`);
}
