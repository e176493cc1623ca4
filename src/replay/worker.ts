import { parentPort, workerData } from "node:worker_threads";
import { storedPools } from "../contest/stored-pool.ts";
import { RunFile } from "../run-log/run-file.ts";
import { type Job, playJob } from "./play-jobs.ts";
import type { WorkerData } from "./worker-threads.ts";

/** A thread's own beginning: it reads the run for itself, then plays what it is sent until it is sent nothing. */
const { path, settings }: WorkerData = workerData;
const run = RunFile.openToRead(path);
const pools = storedPools([...run.events()], (sha256) => run.text(sha256), settings.rules);

parentPort?.on("message", (job: Job | undefined) => {
  if (job) parentPort?.postMessage(playJob(pools, job, settings));
  else parentPort?.close();
});
parentPort?.postMessage("ready");
