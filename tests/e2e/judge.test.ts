import { afterEach, beforeEach, expect, test } from "vitest";
import { expectMessage, expectNoContainers, WorkFolder } from "./support/command.ts";
import {
  CRASHING,
  NEVER_ENDING,
  NOT_COMPILING,
  RIGHT,
  SMALL_ONLY,
  writeDoubling,
  writeFiles,
} from "./support/doubling.ts";

let work: WorkFolder;
beforeEach(() => {
  work = new WorkFolder();
  writeDoubling(work.at("doubling"));
  writeFiles(work.path, {
    "right.py": RIGHT,
    "small_only.py": SMALL_ONLY,
    "crashing.py": CRASHING,
    "never_ending.py": NEVER_ENDING,
    "broken.py": NOT_COMPILING,
    "right.cpp": '#include <iostream>\nint main() { int n; std::cin >> n; std::cout << 2 * n << "\\n"; }\n',
    "broken.cpp": "int main() { return undeclared; }\n",
    "right.cob": "STOP RUN.\n",
    "right.text": RIGHT,
  });
});
afterEach(() => work[Symbol.dispose]());

const judge = (...args: string[]) => work.run(["judge", "doubling", ...args]);

test("one source: the contract's document, every testcase in it, exit code 0", async () => {
  const running = work.start(["judge", "doubling", "right.py", "--json"]);
  const { exitCode, stdout } = await running.ended;
  expect(exitCode).toBe(0);
  const testcase = (id: string) => ({
    ...{ id, verdict: "AC", score: 1, message: "" },
    ...{ cpuMs: expect.any(Number), wallMs: expect.any(Number), peakMemoryBytes: expect.any(Number) },
  });
  expect(JSON.parse(stdout)).toEqual({
    ...{ problem: "doubling", submission: "right.py", language: "python3", verdict: "AC", score: 100, maxScore: 100 },
    compile: { ok: true, cached: false, log: "" },
    subtasks: [{ id: "all", score: 100, maxScore: 100 }],
    testcases: ["sample/1", "sample/2", "secret/1-small", "secret/2-large", "secret/3-larger"].map(testcase),
  });
  await expectNoContainers(running.pid);
});

test("several sources: an array in their order; one that fails makes exit code 1", async () => {
  const sources = ["right.cpp", "small_only.py", "crashing.py", "never_ending.py", "broken.py"];
  const { exitCode, stdout } = await judge(...sources, "--json");
  expect(exitCode).toBe(1);
  const documents: { submission: string; verdict: string; language: string }[] = JSON.parse(stdout);
  expect(documents.map(({ submission }) => submission)).toEqual(sources);
  expect(documents.map(({ verdict }) => verdict)).toEqual(["AC", "WA", "RTE", "TLE", "CE"]);
  expect(documents[0]?.language).toBe("cpp20");
});

test("the text names verdict, points and the testcases that failed", async () => {
  const { exitCode, stdout } = await judge("right.py", "small_only.py");
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^right\.py \(Python 3 \(CPython\)\): AC .*, 100 of 100 points$/m);
  expect(stdout).toMatch(/5 of 5 testcases accepted/);
  expect(stdout).toMatch(/^small_only\.py .*: WA .*, 0 of 100 points$/m);
  expect(stdout).toMatch(/^ {2}WA +secret\/2-large /m);
});

test("a compile error shows what the compiler said", async () => {
  const text = await judge("broken.cpp");
  expect(text.exitCode).toBe(1);
  expect(text.stdout).toMatch(/CE /);
  expect(text.stdout).toContain("undeclared");
  const json = JSON.parse((await judge("broken.cpp", "--json")).stdout);
  expect(json).toMatchObject({ verdict: "CE", score: 0, compile: { ok: false, cached: true }, testcases: [] });
  expect(json.compile.log).toContain("undeclared");
});

test("--language says what the file name does not", async () => {
  expectMessage(await judge("right.text"), 2, "right.text: no language follows from its name", "--language");
  const { exitCode, stdout } = await judge("right.text", "--language", "python3", "--json");
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ language: "python3", verdict: "AC" });
});

test("a language that is not judged, and a source that is not there, are mistakes", async () => {
  expectMessage(await judge("right.cob"), 2, "right.cob: no language follows from its name");
  expectMessage(await judge("right.py", "--language", "cobol"), 2, "argument 'cobol' is invalid", "cpp20");
  expectMessage(await judge("none.py"), 2, "none.py cannot be read");
});
