import { Readable } from "node:stream";
import type Docker from "dockerode";
import { JudgeError, messageOf, UsageError } from "../../domain/errors.ts";
import { findProgram, installPackages, rootPrefix } from "./debian-packages.ts";
import { followEngine, type ProgressMessage } from "./engine-progress.ts";
import { type Argv, commandEnd, readLines, runCommand, spawnCommand } from "./run-command.ts";
import type { SetUpOptions } from "./set-up-report.ts";

const BASE_IMAGE = "debian:bookworm-slim";
const RELEASE = "bookworm";
const PULL_STALL_MS = 20_000;
const PULL_LIMIT_MS = 300_000;

/** Makes sure that the image our Dockerfile starts from is there: pulled, or made of Debian's packages where no registry answers. */
export async function ensureBaseImage(docker: Docker, options: SetUpOptions): Promise<void> {
  if (await hasImage(docker, BASE_IMAGE)) return;
  options.report.doing(`pulling ${BASE_IMAGE}`);
  try {
    await pull(docker, options);
  } catch (error) {
    options.signal?.throwIfAborted();
    options.report.doing(`it cannot be pulled (${messageOf(error).trim()}): making it with mmdebstrap`);
    await make(docker, options);
  }
}

async function hasImage(docker: Docker, name: string): Promise<boolean> {
  const images = await docker.listImages({ filters: { reference: [name] } });
  return images.length > 0;
}

async function pull(docker: Docker, options: SetUpOptions): Promise<void> {
  const stalled = new AbortController();
  const stall = setTimeout(() => {
    stalled.abort(new JudgeError(`no progress for ${PULL_STALL_MS / 1000} s`));
  }, PULL_STALL_MS);
  const limit = AbortSignal.timeout(PULL_LIMIT_MS);
  const signals = [stalled.signal, limit, ...(options.signal ? [options.signal] : [])];
  const abortSignal = AbortSignal.any(signals);
  try {
    const stream = await docker.pull(BASE_IMAGE, { abortSignal });
    await followEngine(stream, (message) => {
      stall.refresh();
      options.report.output(pullLine(message));
    });
  } catch (error) {
    abortSignal.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(stall);
  }
}

function pullLine({ id, status, progress }: ProgressMessage): string {
  return [id, status, progress].filter((part) => part !== undefined).join(" ");
}

async function make(docker: Docker, options: SetUpOptions): Promise<void> {
  if ((await findProgram("mmdebstrap")) === undefined) {
    try {
      await installPackages(["mmdebstrap"], options);
    } catch (cause) {
      throw new UsageError(
        `the image ${BASE_IMAGE} can neither be pulled nor made here: ${messageOf(cause)}\nLoad it into the engine yourself: \`docker pull ${BASE_IMAGE}\` or \`docker load\`.`,
        { cause },
      );
    }
  }
  options.report.doing(`making ${BASE_IMAGE} of Debian's packages (mmdebstrap)`);
  const argv: Argv = [
    ...(await rootPrefix(`to make ${BASE_IMAGE}`)),
    "mmdebstrap",
    "--variant=minbase",
    ...slimming(),
    RELEASE,
    "-",
    ...(await ownMirrors(options)),
  ];
  await importOutput(docker, argv, options);
}

function slimming(): readonly string[] {
  const leftOut = ["doc", "man", "info", "locale", "lintian"].map(
    (folder) => `--dpkgopt=path-exclude=/usr/share/${folder}/*`,
  );
  // The package usrmerge brings 50 MB of Perl; a hook of mmdebstrap does its work beforehand.
  const pin = '"$1/etc/apt/preferences.d/no-usrmerge"';
  return [
    ...leftOut,
    "--aptopt=Apt::Install-Recommends false",
    `--setup-hook=printf 'Package: usrmerge\\nPin: release *\\nPin-Priority: -1\\n' > ${pin}`,
    "--hook-dir=/usr/share/mmdebstrap/hooks/merged-usr",
    `--customize-hook=rm ${pin}`,
  ];
}

/** The sources this machine has for Debian itself; none lets mmdebstrap take Debian's own. */
async function ownMirrors(options: SetUpOptions): Promise<readonly string[]> {
  const format = "$(ORIGIN) $(CODENAME) $(REPO_URI) $(COMPONENT)";
  const argv: Argv = ["apt-get", "indextargets", "--format", format, "Created-By: Packages"];
  const silent = { ...options, report: { ...options.report, output: () => {} } };
  const targets = await runCommand(argv, silent);
  const sources = targets.split("\n").flatMap((line) => {
    const [origin, codename, uri, component] = line.split(" ");
    const isOurs = origin === "Debian" && codename?.split("-")[0] === RELEASE;
    return isOurs ? [`deb ${uri} ${codename} ${component}`] : [];
  });
  return [...new Set(sources)];
}

/** Imports what a program writes, and nothing when that program fails: a torn archive may well be a readable one. */
async function importOutput(docker: Docker, argv: Argv, options: SetUpOptions): Promise<void> {
  const [repo, tag] = BASE_IMAGE.split(":");
  const failed = new AbortController();
  const child = spawnCommand(argv, options.signal);
  const lines: string[] = [];
  const log = readLines(child.stderr, (line) => {
    lines.push(line);
    options.report.output(line);
  });
  const end = commandEnd(child, argv, lines);
  const archive = Readable.from(untilSuccess(child.stdout, end));
  // dockerode pipes the archive into its request and would leave that open.
  archive.once("error", () => failed.abort());
  const imported = docker
    .importImage(archive, { repo, tag, changes: 'CMD ["bash"]', abortSignal: failed.signal })
    .then((stream) => followEngine(stream, () => {}));
  await Promise.all([end, log, imported]);
}

async function* untilSuccess(output: Readable, end: Promise<void>): AsyncGenerator<Buffer> {
  yield* output;
  await end;
}
