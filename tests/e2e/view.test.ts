import { once } from "node:events";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { networkInterfaces } from "node:os";
import { fileURLToPath } from "node:url";
import type { Browser } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { RunFile } from "../../src/run-log/run-file.ts";
import { aJudgement } from "../support/judgements.ts";
import { writeMadeRun } from "../support/made-run.ts";
import { candidateExtracted, candidateTested, modelAnswered, PROBLEM, runStarted } from "../support/run-events.ts";
import { finished, judged, made } from "../support/run-stories.ts";
import { goTo, openBrowser, openPage, seriousFindings, textsOf, waitForText } from "./support/browser.ts";
import { expectMessage, type Running, until, WorkFolder } from "./support/command.ts";

const EXAMPLE = fileURLToPath(new URL("../../submissions/example.sqlite", import.meta.url));

let browser: Browser;
let work: WorkFolder;
let served: Running;
let url: string;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  work = new WorkFolder();
  mkdirSync(work.at("runs"));
  copyFileSync(EXAMPLE, work.at("runs", "example.sqlite"));
  writeFileSync(work.at("secret.txt"), "nobody's business");
  served = work.start(["view", "runs"]);
  let stdout = "";
  served.onOutput((text) => {
    stdout += text;
  });
  await until(() => stdout.endsWith("/\n"), "view says where it is");
  url = stdout.trim();
});
afterEach(async () => {
  if (served.isRunning) served.kill("SIGINT");
  await served.ended;
  work[Symbol.dispose]();
});

test("lists the runs, shows one, and ends with Ctrl-C", async () => {
  const { page, errors, requests } = await openPage(browser, "desktop", "light");
  await goTo(page, url, "Runs");
  await waitForText(page, "tbody a", "Lamplighter");
  expect(await seriousFindings(page)).toEqual([]);
  await page.click("tbody a");
  await waitForText(page, "h1", "Lamplighter");
  expect((await textsOf(page, ".figures > div"))[0]).toBe("Score100of 100");
  await goTo(page, `${url}run/example.sqlite#/lamplighter/candidate/c0010`, "Candidate c0010");
  await waitForText(page, ".code", "#include");
  expect(errors).toEqual([]);
  expect(requests.filter((asked) => !asked.startsWith(url) && !asked.startsWith("data:"))).toEqual([]);
  await page.close();
  served.kill("SIGINT");
  expect(await served.ended).toMatchObject({ exitCode: 130 });
});

test("what is read of a file only when a page asks for it is there, though the file was closed in between", async () => {
  const sizes = { candidates: 5, testcases: 3, submissions: 2, inputs: 0 };
  writeMadeRun(work.at("runs", "made.sqlite"), {
    problems: ["alpha"],
    ...sizes,
    sourceOf: (at) => `int main() {} // ${at}`,
  });
  const { page, errors } = await openPage(browser, "desktop", "light");
  for (const id of ["c0001", "c0002", "c0005"]) {
    await goTo(page, `${url}run/made.sqlite#/alpha/candidate/${id}`, `Candidate ${id}`);
    await waitForText(page, ".code", "int main");
    await waitForText(page, "caption", "Testcases");
  }
  expect(errors).toEqual([]);
  await page.close();
});

test("a run under way is shown as it goes, and the place where one reads stays", async () => {
  using run = RunFile.create(work.at("runs", "live.sqlite"));
  const text = run.keep("int main() {}\n");
  run.append(runStarted());
  const { page, errors } = await openPage(browser, "desktop", "light");
  await goTo(page, `${url}run/live.sqlite#/${PROBLEM}`, "Adding");
  await waitForText(page, ".figures", "Score0");
  for (const event of [candidateExtracted(0), candidateExtracted(1)])
    run.append(event.type === "candidate-extracted" ? { ...event, source: text } : event);
  for (const event of [modelAnswered(0), candidateTested(0, "passes"), made(1, 0), judged(1, aJudgement(100))])
    run.append(event);
  await waitForText(page, ".figures", "Score100");
  await waitForText(page, "tbody .verdict", "AC");
  run.append(finished("solved"));
  await waitForText(page, ".figures", "solved");
  expect(await page.evaluate("location.hash")).toBe(`#/${PROBLEM}`);
  expect(errors).toEqual([]);
  await page.close();
});

test("a run that begins later appears in the list", async () => {
  const { page } = await openPage(browser, "desktop", "light");
  await goTo(page, url, "Runs");
  await waitForText(page, "tbody a", "Lamplighter");
  using run = RunFile.create(work.at("runs", "later.sqlite"));
  run.append(runStarted());
  await waitForText(page, "tbody a", "Adding");
  await page.close();
});

test("only reading: no other method than GET", async () => {
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS"])
    expect(await ask(`${url}runs`, { method })).toMatchObject({ status: 405 });
  expect(await ask(`${url}runs`)).toMatchObject({ status: 200 });
});

test("nothing but the runs: no way out of their folder", async () => {
  const ways = [
    "../secret.txt",
    "..%2fsecret.txt",
    "%2e%2e/secret.txt",
    "run/..%2fsecret.txt",
    "run/%2e%2e",
    "run/%ff",
  ];
  for (const way of [
    ...ways,
    "run/example.sqlite/../../../secret.txt",
    "run/example.sqlite/part/..%2f..%2fsecret.txt",
  ]) {
    const { status, body } = await ask(url, { path: `/${way}` });
    expect({ way, status }).toEqual({ way, status: 404 });
    expect(body).not.toContain("business");
  }
});

test("a page of somebody else's does not get at it by a name that leads here", async () => {
  const { port } = new URL(url);
  expect(await ask(`${url}runs`, { host: `evil.example:${port}` })).toMatchObject({ status: 403 });
  expect(await ask(`${url}runs`, { host: `localhost:${port}` })).toMatchObject({ status: 200 });
});

test("listens on this machine's own address alone", async () => {
  const { port } = new URL(url);
  const others = Object.values(networkInterfaces()).flatMap((addresses) =>
    (addresses ?? []).filter(({ family, internal }) => family === "IPv4" && !internal),
  );
  for (const { address } of [...others, { address: "127.0.0.2" }])
    await expect(ask(`http://${address}:${port}/`)).rejects.toThrow("ECONNREFUSED");
});

test("what is not there and a port that is taken are mistakes", async () => {
  expectMessage(await work.run(["view", "nowhere"]), 2, "there is no nowhere");
  expectMessage(await work.run(["view", "runs", "--port", new URL(url).port]), 2, "EADDRINUSE");
});

interface Asked {
  readonly method?: string;
  readonly host?: string;
  /** As it is, without the tidying that a URL gets. */
  readonly path?: string;
}

async function ask(to: string, { method = "GET", host, path }: Asked = {}): Promise<{ status: number; body: string }> {
  const asked = request(to, { method, ...(host ? { headers: { host } } : {}), ...(path ? { path } : {}) });
  asked.end();
  const [response] = await once(asked, "response");
  let body = "";
  for await (const chunk of response) body += chunk;
  return { status: response.statusCode ?? 0, body };
}
