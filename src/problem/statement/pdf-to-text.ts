import { getDocumentProxy } from "unpdf";
import { tidyLines } from "./markdown-lines.ts";
import { inflatedBytes } from "./pdf-streams.ts";
import { type StatementText, UnreadableStatement } from "./statement-text.ts";

const MAX_PDF_BYTES = 50_000_000;
/** Unpacked, of all streams together; of a statement they have a few MB, most of it fonts and images. */
const MAX_INFLATED_BYTES = 128_000_000;
const MAX_PAGES = 100;
const MAX_SECONDS = 30;
const MAX_CHARACTERS = 1_000_000;
/** Lines that are farther apart than this many times their height belong to different paragraphs. */
const PARAGRAPH_GAP = 1.8;

/** What we use of the library's document, whose own types do not resolve. */
interface Pdf {
  readonly numPages: number;
  getPage(number: number): Promise<PdfPage>;
  destroy(): Promise<void>;
}

interface PdfPage {
  getTextContent(): Promise<{ readonly items: readonly (TextItem | { readonly type: string })[] }>;
  cleanup(): void;
}

interface TextItem {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly height: number;
  /** A matrix, with the place on the page at its end. */
  readonly transform: readonly number[];
}

/** The text alone: formulas and tables lose their form, so this is for statements that come in no other way. */
export async function pdfToText(bytes: Uint8Array): Promise<StatementText> {
  if (bytes.length > MAX_PDF_BYTES) throw new UnreadableStatement(`PDF: expected at most ${MAX_PDF_BYTES} bytes`);
  if (bytes.length === 0) throw new UnreadableStatement("PDF: the file is empty");
  if (inflatedBytes(bytes, MAX_INFLATED_BYTES) === undefined)
    throw new UnreadableStatement(`PDF: its packed parts come to more than ${MAX_INFLATED_BYTES} bytes`);
  const pdf = await openPdf(bytes);
  try {
    if (pdf.numPages > MAX_PAGES) {
      throw new UnreadableStatement(`PDF: expected at most ${MAX_PAGES} pages, found ${pdf.numPages}`);
    }
    const markdown = tidyLines(await readPages(pdf));
    if (markdown === "") throw new UnreadableStatement("PDF: there is no text in it, as if it were scanned");
    const warnings = ["text was taken out of a PDF: formulas, tables and images may have lost their form"];
    return { markdown, title: undefined, images: [], warnings };
  } finally {
    await pdf.destroy();
  }
}

async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  try {
    // The library takes the bytes for itself, and says what it minds on the console unless told not to.
    return await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, enableXfa: false, verbosity: 0 });
  } catch (error) {
    if (isNamed(error, "PasswordException")) throw new UnreadableStatement("PDF: it is encrypted with a password");
    throw new UnreadableStatement(`PDF: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

async function readPages(pdf: Pdf): Promise<string> {
  const pages: string[] = [];
  const started = performance.now();
  let left = MAX_CHARACTERS;
  for (let number = 1; number <= pdf.numPages; number++) {
    const text = await readPage(pdf, number);
    left -= text.length;
    if (left < 0) throw new UnreadableStatement(`PDF: expected at most ${MAX_CHARACTERS} characters of text`);
    if (performance.now() - started > MAX_SECONDS * 1000)
      throw new UnreadableStatement(`PDF: expected at most ${MAX_SECONDS} seconds to read it, got to page ${number}`);
    pages.push(text);
  }
  return pages.join("\n\n");
}

async function readPage(pdf: Pdf, number: number): Promise<string> {
  try {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    return joinItems(items.filter((item) => "str" in item));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnreadableStatement(`PDF: page ${number}: ${reason}`, { cause: error });
  }
}

function joinItems(items: readonly TextItem[]): string {
  const parts: string[] = [];
  let last: TextItem | undefined;
  for (const item of items) {
    if (item.str.trim() !== "") {
      if (last !== undefined && heightAbove(last, item) > PARAGRAPH_GAP * last.height) parts.push("\n\n");
      last = item;
    }
    parts.push(item.hasEOL ? `${item.str}\n` : item.str);
  }
  return parts.join("");
}

function heightAbove(above: TextItem, below: TextItem): number {
  return Number(above.transform[5]) - Number(below.transform[5]);
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}
