import type { IncomingMessage, ServerResponse } from "node:http";
import { messageOf } from "../domain/errors.ts";
import type { PageSource } from "../report/html/page-source.ts";
import { type Client, renderServedPage } from "../report/html/render-html.ts";
import { runUrl, type ServedRuns } from "./served-runs.ts";

interface Served {
  readonly runs: ServedRuns;
  readonly client: Client;
}

const HEADERS = {
  "Cache-Control": "no-store",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
};

/** Connections that nobody hears from are given up by browsers. */
const SIGN_OF_LIFE_MS = 15_000;

/** Answers one request: pages and data of the runs that are served, and nothing but reading. */
export async function answerView(request: IncomingMessage, response: ServerResponse, served: Served): Promise<void> {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  const refused = refusal(request);
  if (refused) {
    if (refused.status === 405) response.setHeader("Allow", "GET");
    send(response, refused.status, "text/plain", refused.why);
    return;
  }
  try {
    await route(request, response, served);
  } catch (error) {
    if (response.headersSent) response.destroy();
    else send(response, 500, "text/plain", messageOf(error));
  }
}

function refusal({ method, headers, socket }: IncomingMessage): { status: number; why: string } | undefined {
  // A page of somebody else's whose name was made to lead here (DNS rebinding) comes with that name.
  const own = ["127.0.0.1", "localhost"].map((name) => `${name}:${socket.localPort}`);
  if (!own.includes(headers.host ?? "")) return { status: 403, why: "asked for by another name" };
  return method === "GET" ? undefined : { status: 405, why: "only GET" };
}

async function route({ url = "/" }: IncomingMessage, response: ServerResponse, served: Served): Promise<void> {
  const { runs, client } = served;
  const [path = "/"] = url.split("?", 1);
  if (path === "/") return sendPage(response, "Runs", { kind: "runs" }, client);
  if (path === "/runs") return sendJson(response, await runs.list());
  if (path === "/events") return sendEvents(response, runs, undefined);
  const [, name, rest = ""] = /^\/run\/([^/]+)(\/.*)?$/.exec(path) ?? [];
  if (name === undefined) return send(response, 404, "text/plain", "there is no such page");
  await answerRun(response, { name: decoded(name), rest }, served);
}

async function answerRun(
  response: ServerResponse,
  { name, rest }: { readonly name: string; readonly rest: string },
  { runs, client }: Served,
): Promise<void> {
  using served = await runs.open(name);
  if (!served) return send(response, 404, "text/plain", "there is no such run");
  const { report, run } = served;
  if (rest === "") return sendPage(response, report.document.run.name, { kind: "run", url: runUrl(name) }, client);
  if (rest === "/document") return sendJson(response, report.document);
  if (rest === "/events") return sendEvents(response, runs, name);
  const part = report.parts.read(rest.replace(/^\/part\//, ""), (sha256) => run.text(sha256));
  if (!part) return send(response, 404, "text/plain", "there is no such part of the run");
  sendJson(response, part);
}

function sendPage(response: ServerResponse, title: string, source: PageSource, client: Client): void {
  send(response, 200, "text/html", renderServedPage(title, source, client));
}

function sendJson(response: ServerResponse, value: unknown): void {
  send(response, 200, "application/json", JSON.stringify(value));
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { "Content-Type": `${type}; charset=utf-8` });
  response.end(body);
}

/** Says `changed` whenever there is something new to be read. */
function sendEvents(response: ServerResponse, runs: ServedRuns, name: string | undefined): void {
  response.writeHead(200, { "Content-Type": "text/event-stream" });
  response.write(": listening\n\n");
  const stop = runs.onChange(name, () => void response.write("event: changed\ndata: \n\n"));
  const alive = setInterval(() => void response.write(": alive\n\n"), SIGN_OF_LIFE_MS);
  response.on("close", () => {
    clearInterval(alive);
    stop();
  });
}

/** What is no encoding of anything names nothing. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return "";
  }
}
