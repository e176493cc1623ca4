import { once } from "node:events";
import { statSync } from "node:fs";
import { createServer } from "node:http";
import { Command, Option } from "commander";
import { messageOf, UsageError } from "../domain/errors.ts";
import type { Yardstick } from "../report/contest-result.ts";
import { readClient } from "./html-report.ts";
import type { ExitCode, Io } from "./io.ts";
import { clockOption, ratingDistributionOption, wholeFrom } from "./options.ts";
import { RUNS_FOLDER } from "./run-files.ts";
import { ServedRuns } from "./served-runs.ts";
import { answerView } from "./view-answers.ts";

export interface ViewOptions extends Yardstick {
  readonly port: number;
}

/** Nobody else on the network is meant to read along. */
const ADDRESS = "127.0.0.1";

export function viewCommand(act: (runs: readonly string[], options: ViewOptions) => Promise<void>): Command {
  return new Command("view")
    .description("look at runs in a browser on this machine; a run under way is shown as it goes")
    .argument("[runs...]", "run files, or folders of them", [RUNS_FOLDER])
    .addOption(
      new Option("--port <n>", "where it listens on 127.0.0.1 (default: one that is free)")
        .argParser(wholeFrom(0))
        .default(0),
    )
    .addOption(clockOption())
    .addOption(ratingDistributionOption())
    .action(act);
}

/** Serves until somebody interrupts it. */
export async function view(paths: readonly string[], options: ViewOptions, io: Io): Promise<ExitCode> {
  for (const path of paths) refuseMissing(path);
  const client = await readClient();
  using runs = new ServedRuns(paths, options);
  const server = createServer((request, response) => void answerView(request, response, { runs, client }));
  try {
    server.listen(options.port, ADDRESS);
    await once(server, "listening");
  } catch (error) {
    throw new UsageError(`--port ${options.port}: ${messageOf(error)}`, { cause: error });
  }
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : options.port;
  io.out(`http://${ADDRESS}:${port}/\n`);
  io.note("Ctrl-C ends it");
  if (!io.signal.aborted) await once(io.signal, "abort");
  server.close();
  server.closeAllConnections();
  throw io.signal.reason;
}

function refuseMissing(path: string): void {
  if (!statSync(path, { throwIfNoEntry: false }))
    throw new UsageError(`there is no ${path}: expected run files, or folders of them`);
}
