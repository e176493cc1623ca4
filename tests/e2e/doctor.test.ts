import { expect, test } from "vitest";
import { ModelServer } from "../support/model-server.ts";
import { WorkFolder } from "./support/command.ts";

const checksOf = (stdout: string): { what: string; state: string; detail: string }[] => JSON.parse(stdout).checks;

test("all is there: exit code 0, and no model is asked without a name", async () => {
  using work = new WorkFolder();
  const { exitCode, stdout } = await work.run(["doctor"]);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^✓ Docker engine +\d/m);
  expect(stdout).toMatch(/^✓ sandbox image +medalist-sandbox:/m);
  expect(stdout).toMatch(/^- model +set OPENAI_BASE_URL or OPENAI_API_KEY/m);
  const checks = checksOf((await work.run(["doctor", "--json"])).stdout);
  expect(checks).toContainEqual({ what: "cpp20", state: "ok", detail: expect.stringMatching(/^g\+\+ .*\d+\.\d+/) });
  expect(checks.filter(({ state }) => state === "failed")).toEqual([]);
});

test("no engine: exit code 1, said once, with what to do", async () => {
  using work = new WorkFolder();
  const { exitCode, stdout, stderr } = await work.run(["doctor"], { DOCKER_HOST: "unix:///nowhere.sock" });
  expect(exitCode).toBe(1);
  expect(stderr).toBe("");
  expect(stdout).toMatch(/^✗ Docker engine +no Docker engine answers/m);
  expect(stdout).toContain("unset DOCKER_HOST");
  expect(stdout).toMatch(/^- sandbox image/m);
});

test("an endpoint that answers is listed with its models, one that does not is a failure", async () => {
  using work = new WorkFolder();
  await using server = await ModelServer.start([]);
  const there = await work.run(["doctor"], server.env);
  expect(there.exitCode).toBe(0);
  expect(there.stdout).toMatch(/^✓ model +http.* offers tiny$/m);
  const gone = await work.run(["doctor", "--json"], { OPENAI_BASE_URL: "http://127.0.0.1:9/v1" });
  expect(gone.exitCode).toBe(1);
  expect(checksOf(gone.stdout).at(-1)).toMatchObject({
    state: "failed",
    detail: expect.stringContaining("127.0.0.1:9"),
  });
});
