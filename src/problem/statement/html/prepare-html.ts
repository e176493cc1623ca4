import type { Element, ElementContent, Nodes, Parents, Root, RootContent } from "hast";
import { findMath } from "./math-text.ts";

/** What is no text of the statement: programs, styles, forms, embedded pages, and what math was rendered to. */
const DROPPED_ELEMENTS = new Set([
  ...["script", "style", "noscript", "template", "iframe", "frame", "object", "embed", "applet", "input", "button"],
  ...["select", "textarea", "canvas", "svg", "audio", "video", "link", "meta", "base", "nav", "title", "head"],
]);
const DROPPED_CLASSES = ["katex-html", "MathJax_Preview", "MathJax", "MathJax_Display", "MathJax_SVG", "mjx-chtml"];
const LITERAL_ELEMENTS = new Set(["pre", "code", "kbd", "samp", "tt"]);
const MAX_SPAN = 50;
const MAX_DEPTH = 200;

export const MATH_TAG = "tex-math";

/** Leaves only what a reader sees; math becomes elements that hold its TeX. */
export function prepareHtml(root: Root): Root {
  return { type: "root", children: prepareChildren(root, 0) as RootContent[] };
}

function prepareChildren(parent: Parents, depth: number): ElementContent[] {
  const isLiteral = parent.type === "element" && LITERAL_ELEMENTS.has(parent.tagName);
  return parent.children.flatMap((child): ElementContent[] => {
    if (child.type === "text") return isLiteral ? [child] : splitText(child.value);
    return child.type === "element" ? prepareElement(child, depth + 1) : [];
  });
}

function splitText(text: string): ElementContent[] {
  const nodes: ElementContent[] = [];
  let at = 0;
  for (const { tex, isDisplay, start, end } of findMath(text)) {
    nodes.push(textNode(text.slice(at, start)), mathElement(tex, isDisplay));
    at = end;
  }
  return [...nodes, textNode(text.slice(at))];
}

function prepareElement(element: Element, depth: number): ElementContent[] {
  const tex = texOf(element);
  if (tex !== undefined) return tex.math === "" ? [] : [mathElement(tex.math, tex.isDisplay)];
  if (isDropped(element)) return [];
  const children = depth > MAX_DEPTH ? [textNode(textOf(element))] : prepareChildren(element, depth);
  if (element.tagName === "sup" || element.tagName === "sub") return script(element, children);
  const properties = plainProperties(element);
  if (element.tagName === "a" && !properties["href"]) return children;
  if (element.tagName === "img" && !properties["src"]) return [textNode(String(properties["alt"] ?? ""))];
  return [{ type: "element", tagName: element.tagName, properties, children }];
}

function isDropped(element: Element): boolean {
  if (DROPPED_ELEMENTS.has(element.tagName) || element.properties["hidden"] === true) return true;
  const classes = element.properties["className"];
  return Array.isArray(classes) && classes.some((name) => DROPPED_CLASSES.includes(String(name)));
}

/** `10<sup>9</sup>` must not become 109. */
function script(element: Element, children: readonly ElementContent[]): ElementContent[] {
  const text = textOf(element).trim();
  if (text === "") return [...children];
  const sign = element.tagName === "sup" ? "^" : "_";
  return /^[\p{L}\p{N}]+$/u.test(text)
    ? [textNode(sign), ...children]
    : [textNode(`${sign}{`), ...children, textNode("}")];
}

function plainProperties({ properties }: Element): Element["properties"] {
  const { href, src, alt, start, align, className } = properties;
  const kept = Object.entries({ href: safeUrl(href), src: safeUrl(src), alt, start, align, className });
  const spans = ["colSpan", "rowSpan"].flatMap((name) => {
    const span = Number(properties[name]);
    return span > 1 ? [[name, Math.min(span, MAX_SPAN)] as const] : [];
  });
  return Object.fromEntries([...kept.filter(([, value]) => value !== undefined), ...spans]);
}

function safeUrl(url: unknown): string | undefined {
  if (typeof url !== "string") return undefined;
  const scheme = /^[\s\p{Cc}]*([a-z][a-z0-9+.-]*):/iu.exec(url)?.[1]?.toLowerCase();
  return scheme === undefined || ["http", "https", "mailto"].includes(scheme) ? url.trim() : undefined;
}

/** The TeX of math that KaTeX or MathJax has rendered, or is to render. */
function texOf(element: Element): { math: string; isDisplay: boolean } | undefined {
  if (element.tagName === "script") {
    const type = String(element.properties["type"] ?? "");
    if (!type.startsWith("math/tex")) return undefined;
    return { math: textOf(element).trim(), isDisplay: type.includes("mode=display") };
  }
  if (element.tagName !== "math") return undefined;
  const annotation = findElement(
    element,
    ({ tagName, properties }) => tagName === "annotation" && properties["encoding"] === "application/x-tex",
  );
  if (annotation === undefined) return undefined;
  return { math: textOf(annotation).trim(), isDisplay: element.properties["display"] === "block" };
}

function findElement(parent: Parents, isWanted: (element: Element) => boolean): Element | undefined {
  const left: Nodes[] = [...parent.children];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node.type === "element" && isWanted(node)) return node;
    if ("children" in node) left.push(...node.children);
  }
  return undefined;
}

export function textOf(node: Nodes): string {
  const texts: string[] = [];
  const left: Nodes[] = [node];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (next.type === "text") texts.push(next.value);
    if ("children" in next) left.push(...next.children.toReversed());
  }
  return texts.join("");
}

function textNode(value: string): ElementContent {
  return { type: "text", value };
}

function mathElement(tex: string, isDisplay: boolean): Element {
  return { type: "element", tagName: MATH_TAG, properties: { isDisplay }, children: [textNode(tex)] };
}
