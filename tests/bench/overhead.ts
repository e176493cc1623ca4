import { Buffer } from "node:buffer";
import { once } from "node:events";
import { Readable } from "node:stream";
import type Docker from "dockerode";
import { pack } from "tar-stream";
import { runAll } from "../../src/judge/stop-rule.ts";
import { testProgram } from "../../src/judge/test-program.ts";
import { connectEngine } from "../../src/sandbox/engine/connect-engine.ts";
import { requireImage } from "../../src/sandbox/engine/image.ts";
import { artifactOf, type Bench, cpp, MIB, median, openBench, PROBLEM, sumTestcases, timedMs } from "./bench-judge.ts";
import { BARE_LOOP, SUM } from "./programs.ts";

const TESTCASES = 1000;

export interface Overhead {
  readonly oursUs: number;
  readonly bareUs: number;
  readonly execUs: number;
  readonly containerUs: number;
  /** Medians of the ratios round by round, so that a drift of the machine's speed cancels out. */
  readonly overBare: number;
  readonly execOverOurs: number;
  readonly containerOverOurs: number;
}

/** Time per testcase from request to verdict in Node, beside the bare loop, `docker exec` and a container for each. */
export async function measureOverhead(rounds: number): Promise<Overhead> {
  await using bench = await openBench(1);
  const testcases = sumTestcases(TESTCASES);
  const judge = () => testProgram(PROBLEM, cpp(SUM), { testcases, stop: runAll }, bench.deps);
  const { testcases: judged } = await judge();
  if (judged.length !== TESTCASES || judged.some(({ verdict }) => verdict !== "AC"))
    throw new Error("not all accepted");
  const rows: { ours: number; bare: number; exec: number; container: number }[] = [];
  await using container = await openPlainContainer(await sumArtifact(bench));
  for (let round = 0; round < rounds; round++) {
    const bare = (await bareLoopUs(bench)) / TESTCASES;
    const ours = ((await timedMs(judge)) * 1000) / TESTCASES;
    rows.push({ ours, bare, exec: await container.execUs(10), container: await container.oneEachUs(4) });
  }
  return {
    oursUs: median(rows.map(({ ours }) => ours)),
    bareUs: median(rows.map(({ bare }) => bare)),
    execUs: median(rows.map(({ exec }) => exec)),
    containerUs: median(rows.map(({ container: us }) => us)),
    overBare: median(rows.map(({ ours, bare }) => ours / bare)),
    execOverOurs: median(rows.map(({ ours, exec }) => exec / ours)),
    containerOverOurs: median(rows.map(({ ours, container: us }) => us / ours)),
  };
}

function sumArtifact({ sandbox, deps }: Bench): Promise<Uint8Array> {
  return sandbox.withSlot((slot) => artifactOf(slot, SUM, deps));
}

/** In the same container, by the runner started once. */
function bareLoopUs({ sandbox, deps }: Bench): Promise<number> {
  return sandbox.withSlot(async (slot) => {
    const loop = await artifactOf(slot, BARE_LOOP, deps);
    const sum = await artifactOf(slot, SUM, deps);
    const box = await slot.box("run", PROBLEM.limits.memoryLimitBytes);
    await box.put("box/loop", loop, "execute");
    await box.put("box/sum", sum, "execute");
    await box.put("box/numbers", Buffer.from("1 2\n"), "read");
    let printed = "";
    const { outcome } = await box.run({
      argv: ["/w/box/loop", "/w/box/sum", String(TESTCASES)],
      env: {},
      workingFolder: "box",
      stdin: { kind: "empty" },
      onStdout: (chunk) => {
        printed += Buffer.from(chunk).toString();
      },
      limits: {
        cpuMs: 60_000,
        wallMs: 120_000,
        memoryBytes: 256 * MIB,
        outputBytes: MIB,
        stackBytes: 64 * MIB,
        fileBytes: 0,
      },
      allowsProcesses: true,
    });
    if (outcome.kind !== "exited" || outcome.exitCode !== 0)
      throw new Error(`the bare loop: ${JSON.stringify(outcome)}`);
    return Number(printed);
  });
}

interface PlainContainer extends AsyncDisposable {
  execUs(count: number): Promise<number>;
  oneEachUs(count: number): Promise<number>;
}

/** What a judge without a runner would do, with the same image and program. */
async function openPlainContainer(artifact: Uint8Array): Promise<PlainContainer> {
  const docker = await connectEngine();
  const { tag } = await requireImage(docker);
  const settings = (command: string[]): Docker.ContainerCreateOptions => ({
    Image: tag,
    Entrypoint: command,
    OpenStdin: true,
    StdinOnce: true,
    HostConfig: { NetworkMode: "none", LogConfig: { Type: "none", Config: {} } },
  });
  const resident = await docker.createContainer(settings(["/bin/sleep", "infinity"]));
  const archive = pack();
  archive.entry({ name: "sum", mode: 0o755 }, Buffer.from(artifact));
  archive.finalize();
  await resident.putArchive(Readable.from(archive), { path: "/usr/local/bin" });
  await resident.start();
  // The program has to be in the image of the containers that live for one testcase.
  const { Id: image } = await resident.commit();
  return {
    async execUs(count) {
      const ms = await timedMs(async () => {
        for (let i = 0; i < count; i++) {
          const exec = await resident.exec({ Cmd: ["/usr/local/bin/sum"], AttachStdin: true, AttachStdout: true });
          const stream = await exec.start({ hijack: true, stdin: true });
          stream.end("1 2\n");
          stream.resume();
          await once(stream, "end");
          const { ExitCode } = await exec.inspect();
          if (ExitCode !== 0) throw new Error(`docker exec: exit code ${ExitCode}`);
        }
      });
      return (ms * 1000) / count;
    },
    async oneEachUs(count) {
      const ms = await timedMs(async () => {
        for (let i = 0; i < count; i++) {
          const one = await docker.createContainer({ ...settings(["/usr/local/bin/sum"]), Image: image });
          const stream = await one.attach({ stream: true, stdin: true, stdout: true, hijack: true });
          await one.start();
          stream.write("1 2\n");
          stream.end();
          stream.resume();
          const { StatusCode } = await one.wait();
          if (StatusCode !== 0) throw new Error(`one container each: exit code ${StatusCode}`);
          await one.remove({ force: true });
        }
      });
      return (ms * 1000) / count;
    },
    async [Symbol.asyncDispose]() {
      await resident.remove({ force: true });
      await docker.getImage(image).remove({ force: true });
    },
  };
}
