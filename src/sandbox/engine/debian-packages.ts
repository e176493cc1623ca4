import { constants } from "node:fs";
import { access, readFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { messageOf, UsageError } from "../../domain/errors.ts";
import { type Argv, runCommand } from "./run-command.ts";
import type { SetUpOptions } from "./set-up-report.ts";

/** Installs packages on this machine (Debian and its relatives), as root or by a sudo that asks for no password. */
export async function installPackages(packages: readonly string[], options: SetUpOptions): Promise<void> {
  const needed = packages.join(" and ");
  if (!(await isDebianFamily())) {
    throw new UsageError(
      `this machine needs ${needed}, and only Debian and Ubuntu are set up by us: install what is missing (Docker started, too), and try again`,
    );
  }
  const apt: Argv = [...(await rootPrefix(`to install ${needed}`)), "apt-get", "-o", "DPkg::Lock::Timeout=120"];
  options.report.doing("reading the package lists (apt-get update)");
  // One broken source of many is common and need not matter: the installation below decides.
  const failure = await runCommand([...apt, "update"], options).then(
    () => undefined,
    (error: unknown) => messageOf(error),
  );
  options.signal?.throwIfAborted();
  // An installation that was interrupted would refuse every later one.
  await runCommand([...(await rootPrefix("to run dpkg")), "dpkg", "--configure", "-a"], options);
  options.report.doing(`installing ${needed} (apt-get install)`);
  try {
    await runCommand([...apt, "install", "-y", "--no-install-recommends", ...packages], options);
  } catch (error) {
    if (failure !== undefined) options.report.doing(failure);
    throw error;
  }
}

/** What to put before a command that only root may run. */
export async function rootPrefix(why: string): Promise<["env", ...string[]]> {
  const env: ["env", ...string[]] = ["env", "DEBIAN_FRONTEND=noninteractive", "NEEDRESTART_MODE=a"];
  if (process.getuid?.() === 0) return env;
  const silent = { doing: () => {}, output: () => {} };
  try {
    await runCommand(["sudo", "-n", "true"], { report: silent });
  } catch (cause) {
    throw new UsageError(`root is needed ${why}: run \`sudo npm run set-up\`, or install it yourself`, {
      cause,
    });
  }
  return ["env", "sudo", "-n", ...env];
}

/** Where a program is, also where only root's PATH leads. */
export async function findProgram(name: string): Promise<string | undefined> {
  const path = (process.env["PATH"] ?? "").split(delimiter);
  for (const folder of [...path, "/usr/local/sbin", "/usr/sbin", "/sbin"]) {
    const file = join(folder, name);
    if (await isRunnable(file)) return file;
  }
  return undefined;
}

async function isRunnable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function isDebianFamily(): Promise<boolean> {
  const release = await readFile("/etc/os-release", "utf8").catch(() => "");
  const ids = release.matchAll(/^ID(?:_LIKE)?="?([^"\n]*)"?$/gm);
  const words = [...ids].flatMap(([, value]) => (value ?? "").split(" "));
  return words.includes("debian") || words.includes("ubuntu");
}
