import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDescriptor } from "../../../../../src/problem/format/polygon/descriptor.ts";
import { parseXml, XmlError } from "../../../../../src/problem/format/polygon/xml.ts";

function errorOf(xml: string): XmlError {
  try {
    parseXml(xml, "problem");
  } catch (error) {
    if (error instanceof XmlError) return error;
    throw error;
  }
  throw new Error("no error");
}

test("elements have their attributes, texts, children and lines", () => {
  const root = parseXml('<problem>\n  <a x="1 &lt; 2">t<![CDATA[&]]></a>\n  <a/>\n</problem>', "problem");
  expect(root.children["a"]).toMatchObject([
    { line: 2, attributes: { x: "1 < 2" }, text: "t&" },
    { line: 3, attributes: {} },
  ]);
});

test("a document type is refused before its entities could grow", () => {
  const laughs = ['<!ENTITY a0 "ha">'];
  for (let i = 1; i < 30; i++) laughs.push(`<!ENTITY a${i} "&a${i - 1};&a${i - 1};&a${i - 1};">`);
  const error = errorOf(
    `<?xml version="1.0"?>\n<!DOCTYPE problem [\n${laughs.join("\n")}\n]>\n<problem>&a29;</problem>`,
  );
  expect(error.message).toBe("a document type is not read: expected none");
});

test("an entity that nobody defined is an error", () => {
  expect(errorOf("<problem>\n&secret;</problem>")).toMatchObject({
    line: 2,
    message: expect.stringContaining("entity"),
  });
});

test("what is not well-formed, has another root or is nested too deep is an error with its line", () => {
  expect(errorOf("<problem>\n<a>\n</b></problem>")).toMatchObject({ line: 3 });
  expect(errorOf("<contest/>").message).toBe("the root is <contest>: expected <problem>");
  expect(errorOf("").message).toMatch(/empty|not XML/);
  expect(errorOf("<problem/><problem/>")).toBeInstanceOf(XmlError);
  expect(errorOf(`<problem>${"<a>".repeat(100_000)}`).message).toBe("elements nested more than 64 deep");
});

test("names that every object has are names like others", () => {
  const root = parseXml('<problem constructor="x"><toString/><__proto__ a="1"/></problem>', "problem");
  expect(root.attributes["constructor"]).toBe("x");
  expect(Object.keys(root.children)).toEqual(["toString", "__proto__"]);
});

test("whatever stands in problem.xml gives a descriptor or errors", () => {
  const pieces = fc.constantFrom(
    ...['<problem short-name="a">', "</problem>", "<judging>", "</judging>", '<testset name="t">', "</testset>"],
    ...["<tests>", "</tests>", '<test points="1"/>', "<assets>", "</assets>", "<a", '"', "&", "]]>", "<!--", "1", "\n"],
  );
  const documents = fc.oneof(
    fc.string(),
    fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(documents, (xml) => {
      const findings = { errors: [], warnings: [] };
      const descriptor = parseDescriptor(xml, findings);
      expect(descriptor === undefined).toBe(findings.errors.length > 0);
    }),
  );
});
