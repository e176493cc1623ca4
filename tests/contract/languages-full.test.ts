import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LANGUAGES } from "../../src/domain/language.ts";
import { isOffered } from "../../src/judge/language/offered.ts";
import { DockerSandbox } from "../../src/sandbox/docker-sandbox.ts";
import { connectEngine } from "../../src/sandbox/engine/connect-engine.ts";
import { ensureImage } from "../../src/sandbox/engine/image.ts";
import { compileLog, judgeOne, type LanguageTest, testLanguages } from "./language-cases.ts";
import { judgeDeps, NO_COMPILE_CACHE } from "./tiny-problem.ts";

/** Where the image is not there yet: it took 70 s here, most of it unpacking 360 MB of packages. */
const BUILD_LIMIT_MS = 15 * 60_000;

let sandbox: DockerSandbox;
let given: LanguageTest;

beforeAll(async () => {
  const docker = await connectEngine();
  const report = { doing: (what: string) => console.error(`full sandbox image: ${what}`), output: () => undefined };
  const image = await ensureImage(docker, { variant: "full", report });
  sandbox = new DockerSandbox(docker, { image: image.tag, slots: 1, engineCores: availableParallelism() });
  const folder = await mkdtemp(join(tmpdir(), "medalist-languages-"));
  given = { deps: { ...judgeDeps(sandbox, image.id, NO_COMPILE_CACHE), image: "full" }, folder };
}, BUILD_LIMIT_MS);

afterAll(async () => {
  await sandbox[Symbol.asyncDispose]();
  await rm(given.folder, { recursive: true });
});

describe("the full image", () => {
  testLanguages(
    LANGUAGES.filter((language) => !isOffered(language, "default")),
    () => given,
  );

  test("has the languages of the default image too", async () => {
    expect(await judgeOne("cpp20", "adds", given)).toMatchObject({ verdict: "AC" });
  });

  test.each([
    ["a public class of another name", "named-otherwise"],
    ["a class without public, in a package", "in-a-package"],
  ])("java starts in %s", async (_, name) => {
    expect(await judgeOne("java", name, given)).toMatchObject({ verdict: "AC" });
  });

  test("java without a method main is a compile error that says so", async () => {
    const message = expect.stringContaining("no class has a method main(String[])");
    expect(await judgeOne("java", "without-main", given)).toMatchObject({ verdict: "CE", message });
  });

  test.each([
    ["rust", "reads-while-compiled", /^error: .*couldn't read .*\/etc\/shadow.*Permission denied/s],
    ["go", "reads-while-compiled", /^error: .*pattern .*etc\/shadow: invalid pattern syntax/s],
    ["go", "calls-c", /^error: .*(build constraints exclude all Go files|import "C")/s],
    ["java", "reads-while-compiled", /^program: $/],
    ["javascript", "reads-while-compiled", /^program: $/],
    ["typescript", "reads-while-compiled", /^program: $/],
  ] as const)("%s: compiling %s reads no secret and runs nothing of the program", async (language, name, log) => {
    expect(await compileLog(language, name, given)).toMatch(log);
  });
});
