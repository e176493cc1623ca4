// Shows the steps of the set-up on standard error and runs their programs.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

const STILL_MS = 15_000;

/** Does one step, which reports what it is doing and returns its result in a few words. */
export async function step(title, work) {
  const startedMs = performance.now();
  const seconds = () => `${((performance.now() - startedMs) / 1000).toFixed(1)} s`;
  const isLive = process.stderr.isTTY === true;
  let clear = "";
  const print = (line) => {
    process.stderr.write(`${clear}${line}\n`);
    clear = "";
  };
  let latest = title;
  const tick = () => {
    if (!isLive) return print(`… ${title}: still at it after ${seconds()}: ${latest}`);
    const line = `… ${seconds()} ${latest}`.replaceAll("\t", " ");
    process.stderr.write(`${clear}${line.slice(0, (process.stderr.columns ?? 80) - 1)}`);
    clear = "\r\x1b[2K";
  };
  const report = {
    doing: (what) => {
      latest = what;
      print(`… ${title}: ${what}`);
    },
    output: (line) => {
      latest = line.trim();
    },
  };
  const ticking = setInterval(tick, isLive ? 200 : STILL_MS);
  try {
    const result = await work(report);
    print(`✓ ${title}: ${result} (${seconds()})`);
  } catch (error) {
    print(`✗ ${title} (${seconds()})`);
    throw error;
  } finally {
    clearInterval(ticking);
  }
}

/** Runs a program to its end; a failing one throws with the last lines it printed and what to do about it. */
export async function run([program, ...args], { cwd, report, signal, advice }) {
  const child = spawn(program, args, { cwd, stdio: ["ignore", "pipe", "pipe"], signal });
  const lines = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => {
      lines.push(line);
      report.output(line);
    });
  }
  const end = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, killer) => resolve(killer ?? `code ${code}`));
  });
  if (end === "code 0") return;
  // npm says what is wrong first and how it is used last.
  const shown = lines.length <= 20 ? lines : [...lines.slice(0, 7), "…", ...lines.slice(-13)];
  const command = [program, ...args].join(" ");
  throw failure(`${[`\`${command}\` failed (${end}):`, ...shown].join("\n  ")}\n${advice}`, 3);
}

/** An error whose message is all that the person needs. */
export function failure(message, exitCode) {
  return Object.assign(new Error(message), { exitCode });
}
