import { render } from "preact";
import type { PageSource } from "../page-source.ts";
import { App } from "./app.tsx";
import { RunsPage } from "./runs-page.tsx";

const source = sourceOfPage();
const root = document.getElementById("app");
if (root) {
  root.replaceChildren();
  render(source.kind === "runs" ? <RunsPage /> : <App source={source} />, root);
}

function sourceOfPage(): PageSource {
  const content = document.querySelector('meta[name="medalist-source"]')?.getAttribute("content");
  return JSON.parse(content ?? "{}");
}
