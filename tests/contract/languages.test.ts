import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LANGUAGES } from "../../src/domain/language.ts";
import { LANGUAGE_SPECS } from "../../src/judge/language/index.ts";
import { isOffered } from "../../src/judge/language/offered.ts";
import { compileLog, judgeOne, type LanguageTest, testLanguages } from "./language-cases.ts";
import { openTestSandbox, type TestSandbox } from "./open-test-sandbox.ts";
import { judgeDeps, MIB, NO_COMPILE_CACHE } from "./tiny-problem.ts";

let opened: TestSandbox;
let given: LanguageTest;

beforeAll(async () => {
  opened = await openTestSandbox(1);
  const folder = await mkdtemp(join(tmpdir(), "medalist-languages-"));
  given = { deps: judgeDeps(opened.sandbox, opened.imageId, NO_COMPILE_CACHE), folder };
});

afterAll(async () => {
  await opened[Symbol.asyncDispose]();
  await rm(given.folder, { recursive: true });
});

describe("the default image", () => {
  testLanguages(
    LANGUAGES.filter((language) => isOffered(language, "default")),
    () => given,
  );

  test("a language that it lacks is a compile error that says so, and nothing runs", async () => {
    const judged = await judgeOne("java", "adds", given);
    expect(judged).toMatchObject({ verdict: "CE", message: expect.stringContaining("--image full") });
  });

  test.each([
    ["c17", /^error: .*file not found: \/etc\/shadow$/s],
    ["cpp20", /^error: .*\/etc\/shadow: Permission denied/s],
    ["python3", /^program: $/],
    ["pypy3", /^program: $/],
  ] as const)("%s: compiling reads no secret and runs nothing of the program", async (language, log) => {
    expect(await compileLog(language, "reads-while-compiled", given)).toMatch(log);
  });

  test.each(["cpp17", "cpp20", "cpp23"] as const)("%s takes the header that was compiled for it", async (language) => {
    const compileArgv = LANGUAGE_SPECS[language].compileArgv(["main.cpp"]);
    const standard = compileArgv.find((arg) => arg.startsWith("-std="))?.slice("-std=".length);
    const report = await opened.sandbox.withSlot(async (slot) => {
      const box = await slot.box("compile", 512 * MIB);
      await box.put("build/main.cpp", Buffer.from("#include <bits/stdc++.h>\nint main() {}\n"), "read");
      return box.run({
        argv: [...compileArgv, "-H"],
        env: { PATH: "/usr/bin:/bin", LANG: "C.UTF-8", TMPDIR: "/w/build" },
        workingFolder: "build",
        stdin: { kind: "empty" },
        onStdout: () => undefined,
        limits: {
          ...{ cpuMs: 20_000, wallMs: 60_000, memoryBytes: 512 * MIB },
          ...{ outputBytes: MIB, stackBytes: 0, fileBytes: 64 * MIB },
        },
        allowsProcesses: true,
      });
    });
    expect(report.outcome).toEqual({ kind: "exited", exitCode: 0 });
    // "!" says that it was valid for these flags; "x" would say that it was passed over.
    expect(report.stderr).toContain(`! /opt/pch/${standard}/bits/stdc++.h.gch`);
  });
});
