import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import type Docker from "dockerode";
import { JudgeError, messageOf, UsageError } from "../../domain/errors.ts";
import { type EngineFailure, enginePlaces, findEngine, noEngineMessage, placeOfSocket } from "./connect-engine.ts";
import { findProgram, installPackages, rootPrefix } from "./debian-packages.ts";
import { runCommand, withTail } from "./run-command.ts";
import type { SetUpOptions } from "./set-up-report.ts";

const ENGINE_LOG = "/var/log/medalist-dockerd.log";
const ENGINE_SOCKET = "/var/run/docker.sock";

/** The engine that answers; where none does, one is installed and started on this machine. */
export async function ensureEngine(options: SetUpOptions): Promise<Docker> {
  const search = await findEngine(enginePlaces(process.env, homedir()));
  switch (search.kind) {
    case "found":
      return search.docker;
    case "none":
      if (!isOursToInstall(search.failures)) {
        throw new UsageError(noEngineMessage(search.failures));
      }
      return installAndStartEngine(options);
  }
}

export async function installAndStartEngine(options: SetUpOptions): Promise<Docker> {
  if (process.platform !== "linux") {
    throw new UsageError("no Docker engine answers: install Docker Desktop, start it, and try again");
  }
  if ((await findProgram("dockerd")) === undefined) {
    await installPackages(["docker.io", "iptables", "ca-certificates"], options);
  }
  return startEngine(options);
}

// Somebody who names an engine, or has one without the right to use it, wants no second one.
function isOursToInstall(failures: readonly EngineFailure[]): boolean {
  return failures.every(({ place, kind }) => place.from === "known-socket" && kind !== "permission-denied");
}

async function startEngine(options: SetUpOptions): Promise<Docker> {
  if (existsSync("/run/systemd/system")) {
    options.report.doing("starting the engine (systemctl start docker)");
    const root = await rootPrefix("to start the engine");
    await runCommand([...root, "systemctl", "start", "docker"], options);
    return waitForEngine(options, undefined);
  }
  await removeStalePidFiles(options);
  // A package's own start script, or another set-up, may have been quicker.
  if ((await livingProcess(DOCKERD)) !== undefined) return waitForEngine(options, undefined);
  options.report.doing(`starting the engine (dockerd, log in ${ENGINE_LOG})`);
  return waitForEngine(options, await spawnEngine());
}

/** Starts dockerd in a session of its own, so that it outlives us and our terminal's Ctrl-C. */
async function spawnEngine(): Promise<ChildProcess> {
  const [program, ...root] = await rootPrefix("to start the engine");
  const command = `exec dockerd >${ENGINE_LOG} 2>&1`;
  const child = spawn(program, [...root, "sh", "-c", command], {
    cwd: "/",
    detached: true,
    stdio: "ignore",
    env: engineEnvironment(),
  });
  child.unref();
  return child;
}

// Not ours: npm's variables and the person's secrets have no business in a daemon.
function engineEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => /^(HOME|TMPDIR|.*_proxy)$/i.test(name));
  const path = `${process.env["PATH"] ?? ""}:/usr/local/sbin:/usr/sbin:/sbin`;
  return { ...Object.fromEntries(kept), PATH: path };
}

async function waitForEngine(options: SetUpOptions, child: ChildProcess | undefined): Promise<Docker> {
  options.report.doing("waiting for the engine to answer");
  const end: { why?: string } = {};
  child?.once("error", (error) => {
    end.why = `dockerd cannot be started: ${messageOf(error)}`;
  });
  child?.once("exit", (code, signal) => {
    end.why = `dockerd ended at once (${signal ?? `code ${code}`})`;
  });
  const untilMs = Date.now() + 60_000;
  while (Date.now() < untilMs) {
    const search = await findEngine([placeOfSocket(ENGINE_SOCKET)]);
    if (search.kind === "found") return search.docker;
    if (end.why !== undefined) throw new JudgeError(await engineDiedMessage(end.why));
    await delay(200, undefined, { signal: options.signal });
  }
  throw new JudgeError(await engineDiedMessage("dockerd did not answer within 60 s"));
}

async function engineDiedMessage(why: string): Promise<string> {
  const log = await readFile(ENGINE_LOG, "utf8").catch(() => "");
  // Hundreds of lines tell what went well.
  const lines = log.split("\n").filter((line) => line !== "" && !line.includes("level=info"));
  return `${withTail(why, lines)}\n${adviceFor(log)}`;
}

function adviceFor(log: string): string {
  if (/cgroup.*(isn't mounted|not found|not mounted)|no cgroup/i.test(log)) {
    return "The control groups are not mounted: `apt-get install cgroupfs-mount && cgroupfs-mount`, then try again.";
  }
  if (/graphdriver|storage.driver/i.test(log)) {
    return 'No storage driver works here: put {"storage-driver": "vfs"} into /etc/docker/daemon.json, then try again.';
  }
  if (/iptables|nftables|bridge/i.test(log)) {
    return "The network bridge cannot be made: load the kernel's netfilter modules, or run on a machine that has them.";
  }
  return `Start the engine yourself (\`dockerd\`) and see what it says; the whole log is in ${ENGINE_LOG}.`;
}

interface Daemon {
  readonly comm: string;
  readonly pidFile: string;
}
const DOCKERD: Daemon = { comm: "dockerd", pidFile: "/var/run/docker.pid" };
const CONTAINERD: Daemon = {
  comm: "containerd",
  pidFile: "/var/run/docker/containerd/containerd.pid",
};

// dockerd takes any living process with the number in such a file for the daemon, and gives up.
async function removeStalePidFiles(options: SetUpOptions): Promise<void> {
  for (const daemon of [DOCKERD, CONTAINERD]) {
    if (!existsSync(daemon.pidFile) || (await livingProcess(daemon)) !== undefined) continue;
    options.report.doing(`removing ${daemon.pidFile}: no ${daemon.comm} has that process number`);
    const root = await rootPrefix("to remove a stale file");
    await runCommand([...root, "rm", "-f", daemon.pidFile], options);
  }
}

async function livingProcess(daemon: Daemon): Promise<number | undefined> {
  const pid = Number.parseInt(await readFile(daemon.pidFile, "utf8").catch(() => ""), 10);
  if (Number.isNaN(pid)) return undefined;
  const comm = await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "");
  return comm.trim() === daemon.comm ? pid : undefined;
}
