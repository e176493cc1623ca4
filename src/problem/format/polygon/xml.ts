import sax from "sax";

/** An element of an XML document, with its children by their names. */
export interface XmlElement {
  readonly line: number;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Readonly<Record<string, readonly XmlElement[]>>;
}

const MAX_DEPTH = 64;

/** What is wrong with a document, and where. */
export class XmlError extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

interface OpenElement {
  readonly line: number;
  readonly attributes: Record<string, string>;
  readonly children: Record<string, XmlElement[]>;
  text: string;
}

/** Parses a document whose root has this name; a document type is refused, so that no entity is ever defined or loaded. */
export function parseXml(xml: string, rootName: string): XmlElement {
  const parser = sax.parser(true, { position: true });
  const document = anElement(1);
  const open = [document];
  const fail = (message: string): never => {
    throw new XmlError(parser.line + 1, message);
  };
  parser.ondoctype = () => fail("a document type is not read: expected none");
  parser.onerror = (error) => fail(`not XML: ${error.message.split("\n")[0]}`);
  parser.onopentag = ({ name, attributes }) => {
    if (open.length > MAX_DEPTH) fail(`elements nested more than ${MAX_DEPTH} deep`);
    if (open.length === 1 && name !== rootName) fail(`the root is <${name}>: expected <${rootName}>`);
    if (open.length === 1 && document.children[name]) fail(`a second <${rootName}>`);
    const element = anElement(parser.line + 1);
    for (const [key, value] of Object.entries(attributes)) element.attributes[key] = String(value);
    const { children } = open.at(-1) ?? document;
    children[name] ??= [];
    children[name].push(element);
    open.push(element);
  };
  parser.ontext = parser.oncdata = (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.onclosetag = () => {
    open.pop();
  };
  parser.write(xml).close();
  const [root] = document.children[rootName] ?? [];
  return root ?? fail(`empty: expected <${rootName}>`);
}

/** Names come from outside: no element or attribute may be taken for what every object has. */
function anElement(line: number): OpenElement {
  return { line, attributes: Object.create(null), children: Object.create(null), text: "" };
}
