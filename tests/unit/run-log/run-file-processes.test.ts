import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { UsageError } from "../../../src/domain/errors.ts";
import { RunFile } from "../../../src/run-log/run-file.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const PROGRAM = fileURLToPath(new URL("../../support/append-for-ever.ts", import.meta.url));

test("killed outright at any moment, a run opens again with all that was said to be written, and goes on", async () => {
  const path = join(temporaryFolder(), "run.sqlite");
  const writer = spawnWriter(path);
  await writer.reached(50);
  await sleep(Math.random() * 50);
  const said = await writer.kill();
  {
    using file = RunFile.openToRead(path);
    expectPrefix(file, said);
  }
  {
    using file = RunFile.openToResume(path);
    const count = expectPrefix(file, said);
    file.append({ type: "run-resumed" });
    expect([...file.events()]).toHaveLength(count + 1);
  }
  expect(readdirSync(dirname(path))).toEqual(["run.sqlite"]);
}, 30_000);

test("a second writer is refused while the first lives, and let in when it is dead", async () => {
  const path = join(temporaryFolder(), "run.sqlite");
  const writer = spawnWriter(path);
  await writer.reached(1);
  expect(() => RunFile.openToResume(path)).toThrow(UsageError);
  expect(() => RunFile.openToResume(path)).toThrow(`${path} is being written by process ${writer.pid}`);
  {
    using reader = RunFile.openToRead(path);
    expect([...reader.events()].length).toBeGreaterThan(1);
  }
  await writer.kill();
  using file = RunFile.openToResume(path);
  file.append({ type: "run-resumed" });
}, 30_000);

/** A start and then answers without a gap, each with its text, at least as far as the process had said. */
function expectPrefix(file: RunFile, said: number): number {
  const events = [...file.events()].map(({ event }) => event);
  expect(events[0]?.type).toBe("run-started");
  for (const [sample, event] of events.slice(1).entries()) {
    expect(event).toMatchObject({ type: "model-answered", sample });
    if (event.type === "model-answered") expect(file.text(event.answer)).toMatch(`answer ${sample} `);
  }
  expect(events.length - 1).toBeGreaterThanOrEqual(said + 1);
  return events.length;
}

function spawnWriter(path: string) {
  const child: ChildProcess = spawn(process.execPath, ["--import", "tsx", PROGRAM, path], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "close");
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  let said = -1;
  child.stdout?.on("data", (chunk: Buffer) => {
    for (const line of chunk.toString().split("\n")) if (line !== "") said = Math.max(said, Number(line));
  });
  return {
    pid: child.pid,
    async reached(count: number): Promise<void> {
      while (said < count) {
        if (child.exitCode !== null) throw new Error(`the writer ended with exit code ${child.exitCode}`);
        await sleep(10);
      }
    },
    /** The last event that it told of. A number may be cut by a chunk's end, which only makes it smaller. */
    async kill(): Promise<number> {
      child.kill("SIGKILL");
      await ended;
      return said;
    },
  };
}
