import { describe, expect, it } from "vitest";
import { pdfToText } from "../../../../src/problem/statement/pdf-to-text.ts";
import { UnreadableStatement } from "../../../../src/problem/statement/statement-text.ts";

/** A file with a page for each content stream. */
function makePdf(pages: readonly string[], trailer = ""): Uint8Array {
  const kids = pages.map((_, index) => `${4 + 2 * index} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...pages.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * index} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const xref = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join("")}`;
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + xref + end, "latin1");
}

function textAt(y: number, text: string): string {
  return `BT /F1 12 Tf 1 0 0 1 50 ${y} Tm (${text}) Tj ET`;
}

describe("the text of a PDF", () => {
  it("comes page by page, with its lines and paragraphs", async () => {
    const page = [textAt(700, "First line"), textAt(686, "second line."), textAt(640, "Next paragraph.")].join("\n");
    expect(await pdfToText(makePdf([page, textAt(700, "Page two")]))).toEqual({
      markdown: "First line\nsecond line.\n\nNext paragraph.\n\nPage two",
      title: undefined,
      images: [],
      warnings: ["text was taken out of a PDF: formulas, tables and images may have lost their form"],
    });
  });

  it.each([
    ["an empty file", new Uint8Array(), /empty/],
    ["something else", Buffer.from("no PDF at all"), /PDF: ./],
    ["a truncated file", makePdf([textAt(700, "a")]).subarray(0, 30), /PDF: ./],
    ["a scanned page", makePdf(["0 0 100 100 re f"]), /no text/],
    ["too many pages", makePdf(Array.from({ length: 101 }, () => "")), /at most 100 pages, found 101/],
    [
      "an encrypted file",
      makePdf(
        [textAt(700, "a")],
        `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${"11".repeat(32)}> /U <${"22".repeat(32)}> >>`,
      ),
      /password/,
    ],
  ])("is refused with its reason: %s", async (_, bytes, reason) => {
    const error = await pdfToText(bytes).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UnreadableStatement);
    expect(String(error)).toMatch(reason);
  });
});
