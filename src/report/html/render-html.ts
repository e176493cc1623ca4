import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import type { Report } from "./make-document.ts";
import type { PageSource } from "./page-source.ts";
import type { ReadText } from "./report-parts.ts";

/** What `npm run build` made of `client/`. */
export interface Client {
  readonly script: string;
  readonly style: string;
}

/** One file with everything in it: nothing is fetched, and the policy in it forbids that anything could be. */
export function renderReportFile({ document, parts }: Report, readText: ReadText, client: Client): string {
  const blocks = parts.names.map((name) => dataBlock(`part-${name}`, parts.read(name, readText)));
  const data = [dataBlock("document", document), ...blocks];
  return page({ title: document.run.name, source: { kind: "file" }, client, data });
}

/** The same pages without data: they ask the server that they came from, and nobody else. */
export function renderServedPage(title: string, source: PageSource, client: Client): string {
  return page({ title, source, client, data: [] });
}

/** Base64 holds nothing that could end the element early, whatever a program or a prompt says. */
function dataBlock(id: string, value: unknown): string {
  const bytes = deflateRawSync(JSON.stringify(value), { level: 9 });
  return `<script type="text/plain" id="${id}">${bytes.toString("base64")}</script>`;
}

interface Page {
  readonly title: string;
  readonly source: PageSource;
  readonly client: Client;
  readonly data: readonly string[];
}

function page({ title, source, client, data }: Page): string {
  const connect = source.kind === "file" ? "'none'" : "'self'";
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(client.script)}'`,
    // Charts set styles of their own; nothing can be fetched by a style.
    "style-src 'unsafe-inline'",
    "img-src data:",
    `connect-src ${connect}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    `<meta name="medalist-source" content="${escapeHtml(JSON.stringify(source))}">`,
    `<title>${escapeHtml(title)} · medalist</title>`,
    '<link rel="icon" href="data:,">',
    `<style>${client.style}</style>`,
    "</head>",
    "<body>",
    '<div id="app"><noscript>This report needs JavaScript to be shown.</noscript></div>',
    ...data,
    `<script>${client.script}</script>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function hashOf(script: string): string {
  return `sha256-${createHash("sha256").update(script).digest("base64")}`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
