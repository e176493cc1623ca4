import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type Docker from "dockerode";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { LABEL_OWNER_PID } from "../../src/sandbox/container-settings.ts";
import { connectEngine } from "../../src/sandbox/engine/connect-engine.ts";
import { openSandbox } from "../../src/sandbox/open-sandbox.ts";

const SCRIPT = fileURLToPath(new URL("./judge-until-killed.ts", import.meta.url));

describe("a judge that is killed outright in the middle of its work", () => {
  let docker: Docker;
  let child: ChildProcess | undefined;

  beforeAll(async () => {
    docker = await connectEngine();
  });

  afterEach(() => {
    child?.kill("SIGKILL");
  });

  test("leaves no container behind after the next start", async () => {
    child = spawn(process.execPath, ["--import", "tsx", SCRIPT], { stdio: ["ignore", "pipe", "inherit"] });
    const pid = child.pid ?? 0;
    if (!child.stdout) throw new Error("no standard output");
    let judged = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      if (line === "judged" && ++judged === 10) break;
    }
    expect(judged, "the child judged before it was killed").toBe(10);
    expect((await containersOf(docker, pid)).length).toBeGreaterThanOrEqual(2);
    child.kill("SIGKILL");
    await once(child, "exit");
    const { sandbox } = await openSandbox({ slots: 1, image: "default" });
    await sandbox[Symbol.asyncDispose]();
    expect(await containersOf(docker, pid)).toEqual([]);
  });
});

async function containersOf(docker: Docker, pid: number): Promise<string[]> {
  const containers = await docker.listContainers({ all: true, filters: { label: [`${LABEL_OWNER_PID}=${pid}`] } });
  return containers.map((container) => container.Id);
}
