import type { PageSource, ServedRun } from "../page-source.ts";
import { PART_SIZE, type PartItems, type PartKind, partName, type ReportDocument } from "../report-document.ts";

/** Where the pages have a run from: the same for a file and for a server. */
export class RunData {
  readonly #read: (name: string) => Promise<unknown>;
  readonly #parts = new Map<string, Promise<readonly unknown[]>>();
  readonly document: ReportDocument;

  private constructor(document: ReportDocument, read: (name: string) => Promise<unknown>) {
    this.document = document;
    this.#read = read;
  }

  static async load(source: Exclude<PageSource, { kind: "runs" }>): Promise<RunData> {
    if (source.kind === "file") return new RunData((await readBlock("document")) as ReportDocument, readPart);
    const read = (name: string) => readJson(`${source.url}/part/${name}`);
    return new RunData((await readJson(`${source.url}/document`)) as ReportDocument, read);
  }

  /** One item of a list whose long texts are kept apart. */
  async item<Kind extends PartKind>(problem: number, kind: Kind, index: number): Promise<PartItems[Kind] | undefined> {
    const name = partName(problem, kind, index);
    const part = this.#parts.get(name) ?? (this.#read(name) as Promise<readonly unknown[]>);
    this.#parts.set(name, part);
    return ((await part)[index % PART_SIZE] ?? undefined) as PartItems[Kind] | undefined;
  }
}

export async function loadRuns(): Promise<readonly ServedRun[]> {
  return (await readJson("/runs")) as ServedRun[];
}

/** Calls back whenever the server says that what it serves has changed; returns how to stop. */
export function onChange(url: string, act: () => void): () => void {
  const events = new EventSource(`${url}/events`);
  events.addEventListener("changed", act);
  return () => events.close();
}

async function readJson(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${await response.text()}`);
  return await response.json();
}

function readPart(name: string): Promise<unknown> {
  return readBlock(`part-${name}`);
}

async function readBlock(id: string): Promise<unknown> {
  const base64 = document.getElementById(id)?.textContent;
  if (!base64) throw new Error(`this file is not whole: it lacks ${id}`);
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return await new Response(inflated).json();
}
