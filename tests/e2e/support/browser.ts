import axe, { type AxeResults } from "axe-core";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { findProgram } from "../../../src/sandbox/engine/debian-packages.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

export const SIZES = { phone: { width: 375, height: 812 }, desktop: { width: 1440, height: 900 } } as const;
export type Scheme = "light" | "dark";

/** A real Chromium without a window; its sandbox cannot be had by root. */
export async function openBrowser(): Promise<Browser> {
  for (const name of NAMES) {
    const executablePath = await findProgram(name);
    if (executablePath) return await puppeteer.launch({ executablePath, args: ["--no-sandbox"] });
  }
  throw new Error("there is no Chromium here: `npm run set-up -- --tests` installs it on Debian and Ubuntu");
}

export interface WatchedPage {
  readonly page: Page;
  /** What went wrong, and what was asked of anybody, since the page was opened. */
  readonly errors: string[];
  readonly requests: string[];
}

export async function openPage(browser: Browser, size: keyof typeof SIZES, scheme: Scheme): Promise<WatchedPage> {
  const page = await browser.newPage();
  const watched: WatchedPage = { page, errors: [], requests: [] };
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warn") watched.errors.push(message.text());
  });
  page.on("pageerror", (error) => watched.errors.push(String(error)));
  page.on("request", (request) => watched.requests.push(request.url()));
  await page.setViewport(SIZES[size]);
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  return watched;
}

/** Goes to a place of the pages and waits until it is there. */
export async function goTo(page: Page, url: string, heading: string): Promise<void> {
  await page.goto(url);
  await waitForText(page, "h1, h2", heading);
}

export async function waitForText(page: Page, selector: string, text: string): Promise<void> {
  const words = `[...document.querySelectorAll(${JSON.stringify(selector)})].map((element) => element.textContent)`;
  await page.waitForFunction(`${words}.some((found) => found.includes(${JSON.stringify(text)}))`, { timeout: 20_000 });
}

export function textsOf(page: Page, selector: string): Promise<string[]> {
  return page.$$eval(selector, (elements) => elements.map((element) => element.textContent ?? ""));
}

/** What axe finds that keeps somebody from using a page. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate("axe.run()");
  return (found as AxeResults).violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

/** How far the page itself, rather than a table in it, is wider than the screen. */
export async function overflowOf(page: Page): Promise<number> {
  return Number(await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
}
