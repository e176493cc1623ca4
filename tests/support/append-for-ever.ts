import { setTimeout as sleep } from "node:timers/promises";
import { RunFile } from "../../src/run-log/run-file.ts";
import { modelAnswered, runStarted } from "./run-events.ts";

/** Run as a process of its own: appends until it is killed, and says so of each event once it is written. */
const file = RunFile.create(process.argv[2] ?? "");
file.append(runStarted());
for (let sample = 0; ; sample++) {
  file.append(modelAnswered(sample, { answer: file.keep(`answer ${sample} ${"x".repeat(sample % 500)}`) }));
  process.stdout.write(`${sample}\n`);
  if (sample % 20 === 0) await sleep(1);
}
