import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { randomFrom } from "../../src/domain/random.ts";
import { openBrowser, openPage, waitForText } from "../e2e/support/browser.ts";
import { WorkFolder } from "../e2e/support/command.ts";
import { writeMadeRun } from "../support/made-run.ts";

export interface HtmlMeasured {
  readonly mib: number;
  readonly writeSeconds: number;
  readonly openSeconds: number;
  readonly filterSeconds: number;
  readonly candidateSeconds: number;
}

/** The report of so many candidates: how large, and how long one waits for it. */
export async function measureHtml(candidates: number): Promise<HtmlMeasured> {
  using work = new WorkFolder();
  const run = work.at("made.sqlite");
  const sizes = { candidates, testcases: 100, submissions: 50, inputs: 64 };
  writeMadeRun(run, { problems: ["alpha"], ...sizes, sourceOf: aProgram, answerOf: anAnswer });
  const writeSeconds = await seconds(async () => {
    const { status, stderr } = spawnSync(process.execPath, [CLI, "replay", run, "--html", work.at("report.html")]);
    if (status !== 0 && status !== 1) throw new Error(String(stderr));
  });
  const browser = await openBrowser();
  try {
    const { page } = await openPage(browser, "desktop", "light");
    const url = pathToFileURL(work.at("report.html")).href;
    const openSeconds = await seconds(async () => {
      await page.goto(url);
      await waitForText(page, "h1", "A made contest");
    });
    await page.goto(`${url}#/alpha/candidates`);
    await waitForText(page, "output", "of ");
    const filterSeconds = await seconds(async () => {
      await page.select("select", "AC");
      await page.waitForFunction("document.querySelector('output').textContent.split(' of ')[0] !== '10,000'");
    });
    const candidateSeconds = await seconds(async () => {
      await page.goto(`${url}#/alpha/candidate/c0099`);
      await waitForText(page, ".code", "main");
    });
    const mib = statSync(work.at("report.html")).size / 1024 / 1024;
    return { mib, writeSeconds, openSeconds, filterSeconds, candidateSeconds };
  } finally {
    await browser.close();
  }
}

const CLI = join(import.meta.dirname, "../../dist/cli.js");

const STATEMENTS = [
  "for (int $ = 0; $ < n; $++) {\n    sum += a[$] * #;\n  }",
  "sort(a.begin(), a.end(), [&](int x, int y) { return x % # < y % #; });",
  "while ($ > #) $ = ($ * # + n) >> 1;",
  "if (a[$ % n] == #) best = max(best, sum - #);",
  "vector<long long> $(n + #, -1);",
  "dp[$][#] = min(dp[$][#], dp[$ - 1][# ^ 1] + a[$]);",
];
const NAMES = ["i", "j", "k", "left", "right", "count", "low", "high", "value", "at", "next", "seen"];

/** About 3 kB that no other program has in the same order, as a model's programs are. */
function aProgram(candidate: number): string {
  const random = randomFrom(candidate + 1);
  const from = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const lines = Array.from({ length: 60 }, () =>
    from(STATEMENTS)
      .replaceAll("$", from(NAMES) + Math.floor(random() * 9))
      .replaceAll("#", () => String(Math.floor(random() * 1000))),
  );
  return `#include <bits/stdc++.h>\nusing namespace std;\n\nint main() {\n  ${lines.join("\n  ")}\n}\n`;
}

const WORDS = Array.from({ length: 2000 }, (_, word) => (word * 7919 + 36 ** 3).toString(36));

/** About 3 kB of words, common ones more often than rare ones, as in prose. */
function anAnswer(candidate: number): string {
  const random = randomFrom(candidate + 1_000_000);
  return Array.from({ length: 600 }, () => WORDS[Math.floor(random() ** 2 * WORDS.length)]).join(" ");
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const startMs = performance.now();
  await work();
  return (performance.now() - startMs) / 1000;
}
