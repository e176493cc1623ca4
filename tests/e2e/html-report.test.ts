import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type MadeRun, writeMadeRun } from "../support/made-run.ts";
import {
  goTo,
  openBrowser,
  openPage,
  overflowOf,
  type Scheme,
  type SIZES,
  seriousFindings,
  textsOf,
  waitForText,
} from "./support/browser.ts";
import { expectMessage, WorkFolder } from "./support/command.ts";

const ESCAPES = "\u001b]0;owned\u0007\u001b[2J\u202e";
const HOSTILE = [
  `// </script><script>document.title = "owned"</script><img src=x onerror="document.title='owned'">\n// ${ESCAPES}\n`,
  `const char* s = "${"x".repeat(1_000_000)}";\n`,
];
const MADE: MadeRun = {
  ...{ problems: ["alpha", "beta"], candidates: 120, testcases: 12, submissions: 20, inputs: 6 },
  sourceOf: (candidate) => HOSTILE[candidate] ?? `int main() {\n  return ${candidate};\n}\n`,
  standings: "points,award,rating\n100,gold,2400\n60,silver,1900\n30,bronze,1500\n",
};
const PAGES = [
  ["", "A made contest"],
  ["#/alpha", "Problem alpha"],
  ["#/alpha/candidates", "Candidates"],
  ["#/alpha/candidate/c0003?with=c0004", "Candidate c0003"],
  ["#/alpha/tests", "Inputs"],
  ["#/alpha/prompts", "Prompts"],
] as const;

let work: WorkFolder;
let browser: Browser;
let url: string;

beforeAll(async () => {
  work = new WorkFolder();
  browser = await openBrowser();
  writeMadeRun(work.at("made.sqlite"), MADE);
  const replayed = await work.run(["replay", "made.sqlite", "--html", "report.html"]);
  expect(replayed).toMatchObject({ stderr: "HTML report: report.html\n" });
  url = pathToFileURL(work.at("report.html")).href;
});
afterAll(async () => {
  await browser.close();
  work[Symbol.dispose]();
});

describe.each<{ size: keyof typeof SIZES; scheme: Scheme }>([
  { size: "phone", scheme: "light" },
  { size: "desktop", scheme: "dark" },
  { size: "phone", scheme: "dark" },
  { size: "desktop", scheme: "light" },
])("at $size size, $scheme", ({ size, scheme }) => {
  test.each(PAGES)("%s works without a network, by keyboard and screen reader", async (place, heading) => {
    const { page, errors, requests } = await openPage(browser, size, scheme);
    await goTo(page, `${url}${place}`, heading);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    expect(errors).toEqual([]);
    expect(requests.filter((asked) => !asked.startsWith("data:")).map((asked) => asked.split("#")[0])).toEqual([url]);
    await page.close();
  });
});

test("charts are drawn, with their words and numbers", async () => {
  const { page } = await openPage(browser, "desktop", "light");
  await goTo(page, url, "A made contest");
  expect(await textsOf(page, "figcaption")).toEqual([
    "Score against submissions a problem",
    "Submissions on the contest's clock",
    "Points of all who took part",
  ]);
  expect(await page.$$eval(".chart svg path", (paths) => paths.length)).toBeGreaterThan(5);
  const clock = await page.$eval('[aria-label^="Submissions on"]', (place) => place.getAttribute("aria-label"));
  expect(clock).toMatch(/40 submissions to 2 problems; accepted: A, B/);
  await goTo(page, `${url}#/alpha`, "Problem alpha");
  expect(await textsOf(page, "figcaption")).toContain("Subtasks over submissions");
  expect(await page.$$eval('[aria-label^="Subtasks over"] rect', (cells) => cells.length)).toBe(2 * 20);
  await page.close();
});

test("says what a run is worth as the terminal does", async () => {
  const { stdout } = await work.run(["replay", "made.sqlite", "--json"]);
  const { score, maxScore, baselines, result } = JSON.parse(stdout);
  const { page } = await openPage(browser, "desktop", "light");
  await goTo(page, url, "A made contest");
  const figures = (await textsOf(page, ".figures > div")).join("\n");
  expect(figures).toContain(`Score${score}of ${maxScore}`);
  expect(figures).toContain(`Random${baselines.random.toFixed(2)}`);
  expect(figures).toContain(`Medal${result.medals[0].award}`);
  expect(figures).toContain(`Rank${result.ranking.rank}of ${result.ranking.participants + 1}`);
  await page.close();
});

test("a candidate is found by filters, opened and compared", async () => {
  const { page, errors } = await openPage(browser, "desktop", "light");
  await goTo(page, `${url}#/alpha/candidates`, "Candidates");
  const rows = () => page.$$eval("tbody tr", (found) => found.length);
  expect(await rows()).toBe(100);
  await page.select("select", "AC");
  await page.waitForFunction("document.querySelectorAll('tbody tr').length < 100");
  const verdicts = await textsOf(page, "tbody .verdict");
  expect(new Set(verdicts)).toEqual(new Set(["AC"]));
  await page.type('input[type="search"]', "c0119");
  await page.select("select", "");
  await waitForText(page, "output", "1 of 120");
  await page.click("tbody a");
  await waitForText(page, "h2", "Candidate c0119");
  await waitForText(page, ".hljs-keyword", "return");
  expect((await textsOf(page, ".code code"))[0]).toContain("return 118;");
  await page.type('input[list="submitted"]', "c0011");
  await waitForText(page, "caption", "From c0011 to c0119");
  const changes = await textsOf(page, "[data-change='+'], [data-change='-']");
  expect(changes).toEqual(["-  return 10;", "+  return 118;"]);
  expect(errors).toEqual([]);
  await page.close();
});

test("says which made input split clusters and which did not", async () => {
  const { page } = await openPage(browser, "desktop", "light");
  await goTo(page, `${url}#/alpha/tests`, "Inputs");
  expect(await textsOf(page, "main > p")).toContain("6 of 6 inputs were kept; 5 of them split clusters.");
  const shares = await textsOf(page, "tbody tr td:nth-child(2)");
  expect(shares.slice(0, 2)).toEqual(["0.0 %", "100.0 %"]);
  await page.click("button.link");
  await waitForText(page, "h3", "i0001");
  await page.close();
});

test("what a program says does no harm: it is text, invisible characters are named, endless lines are cut", async () => {
  const { page, errors } = await openPage(browser, "phone", "light");
  await goTo(page, `${url}#/alpha/candidate/c0001`, "Candidate c0001");
  await waitForText(page, ".code", "owned");
  const [shown] = await textsOf(page, ".code code");
  expect(shown).toContain("</script><script>");
  expect(shown).toContain("␛]0;owned␇␛[2J⟨U+202E⟩");
  expect(await page.title()).not.toBe("owned");
  expect(await page.$$("main script, main img")).toEqual([]);
  await goTo(page, `${url}#/alpha/candidate/c0002`, "Candidate c0002");
  await waitForText(page, ".code", "more");
  expect((await textsOf(page, ".code-head span"))[0]).toMatch(/1,000,0\d\d characters, 999,0\d\d of them not shown/);
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  expect(errors).toEqual([]);
  await page.close();
});

test("a candidate's page has what the model said around the program", async () => {
  const { page, errors } = await openPage(browser, "desktop", "light");
  await goTo(page, `${url}#/alpha/candidate/c0003`, "Candidate c0003");
  await waitForText(page, "summary", "The answer around it");
  await page.click("details > summary");
  await waitForText(page, "details pre", "Solve this.");
  expect(errors).toEqual([]);
  await page.close();
});

test("every link, button and field is reached with the tab key, where one can see that it is", async () => {
  const { page } = await openPage(browser, "desktop", "light");
  await goTo(page, `${url}#/alpha/candidates`, "Candidates");
  await page.keyboard.press("Tab");
  const first = () => page.evaluate("document.activeElement.textContent.trim()");
  expect(await first()).toBe("Skip to the content");
  await page.keyboard.press("Enter");
  expect(await page.evaluate("document.activeElement.id")).toBe("main");
  await page.keyboard.press("Tab");
  expect(await first()).toBe("Result");
  const outline = await page.evaluate("getComputedStyle(document.activeElement).outlineStyle");
  expect(outline).toBe("solid");
  await page.close();
});

test("the file's policy forbids the network, and nothing in it names a place there", () => {
  const html = readFileSync(work.at("report.html"), "utf8");
  expect(html).toMatch(
    /Content-Security-Policy" content="default-src 'none'; script-src 'sha256-[^']+'; .*connect-src 'none'/,
  );
  expect(html).not.toMatch(/\b(src|href)="(https?:)?\/\//);
});

test("another report is overwritten, anything else is not", async () => {
  const first = readFileSync(work.at("report.html"), "utf8");
  writeFileSync(work.at("again.html"), "<!doctype html>");
  await work.run(["replay", "made.sqlite", "--html", "again.html"]);
  expect(readFileSync(work.at("again.html"), "utf8")).toBe(first);
  const refused = await work.run(["replay", "made.sqlite", "--html", "made.sqlite"]);
  expectMessage(refused, 2, "there is a file that is no HTML report");
});
