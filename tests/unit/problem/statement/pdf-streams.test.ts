import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { inflatedBytes } from "../../../../src/problem/statement/pdf-streams.ts";
import { pdfToText } from "../../../../src/problem/statement/pdf-to-text.ts";
import { UnreadableStatement } from "../../../../src/problem/statement/statement-text.ts";

const streamOf = (content: Uint8Array) =>
  Buffer.concat([Buffer.from("<< /Filter /FlateDecode >>\nstream\r\n"), content, Buffer.from("\nendstream\n")]);

const packed = (bytes: number) => deflateSync(Buffer.alloc(bytes, "a"), { level: 1 });

test("all packed streams are counted, also those packed twice, up to the limit", () => {
  const pdf = Buffer.concat([streamOf(packed(1000)), streamOf(Buffer.from("BT ET")), streamOf(packed(500))]);
  expect(inflatedBytes(pdf, 1500)).toBe(1500);
  expect(inflatedBytes(pdf, 1499)).toBeUndefined();
  const twice = streamOf(deflateSync(packed(5000)));
  expect(inflatedBytes(twice, 10_000)).toBeGreaterThan(5000);
  expect(inflatedBytes(twice, 5000)).toBeUndefined();
});

test("what is damaged or no stream counts as nothing", () => {
  expect(inflatedBytes(Buffer.from("upstream streams stream"), 10)).toBe(0);
  expect(inflatedBytes(streamOf(Buffer.from([0x78, 0x9c, 0xff, 0xff])), 10)).toBe(0);
});

test("a PDF that grows without measure is refused before anything of it is read", async () => {
  const bomb = Buffer.concat([Buffer.from("%PDF-1.4\n"), streamOf(packed(130_000_000))]);
  expect(bomb.length).toBeLessThan(1_000_000);
  const error = await pdfToText(bomb).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UnreadableStatement);
  expect(String(error)).toContain("its packed parts come to more than 128000000 bytes");
}, 60_000);
