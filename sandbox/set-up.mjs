// Makes a fresh machine ready: dependencies, build, Docker engine, sandbox image, recorded pools. Each step is skipped where it is done.
// Plain Node: it runs before node_modules is there.
import { createHash } from "node:crypto";
import { chmod, readdir, readFile, rm, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureRecordedPools } from "./recorded-pools.mjs";
import { setUpLock } from "./set-up-lock.mjs";
import { failure, run, step } from "./set-up-progress.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const NODE_NEEDED = [20, 12];
// Native modules are built for one version of Node's binary interface, which npm does not record.
const ABI = `${process.platform}-${process.arch}-${process.versions.modules}`;
const ABI_STAMP = join(ROOT, "node_modules", ".medalist-stamp");
const BUILD_STAMP = join(ROOT, "dist", ".medalist-stamp");
// By the Debian package that has them.
const TEST_TOOLS = { tar: "tar", xz: "xz-utils", zip: "zip", zstd: "zstd", chromium: "chromium" };
const interrupted = new AbortController();
const { signal } = interrupted;

process.exitCode = await main();

async function main() {
  process.once("SIGINT", () => {
    process.once("SIGINT", () => process.exit(130));
    interrupted.abort();
  });
  process.once("SIGTERM", () => interrupted.abort());
  const lock = setUpLock(join(tmpdir(), `medalist-set-up-${process.getuid?.() ?? "user"}.lock`), signal);
  try {
    await step("Node", checkNode);
    await step("dependencies", (report) => ensureDependencies(report, lock));
    await step("build", (report) => ensureBuild(report, lock));
    let docker;
    await step("Docker engine", async (report) => {
      docker = await ensureEngine(report, lock);
      const { Version } = await docker.version();
      return `Docker ${Version}`;
    });
    const build = (variant) => async (report) => {
      const { ensureImage, inspectImage } = await fromDist("image");
      const present = await inspectImage(docker, variant);
      if (present !== undefined) return present.tag;
      await lock.take(report);
      return (await ensureImage(docker, { report, signal, variant })).tag;
    };
    await step("sandbox image", build("default"));
    if (process.argv.includes("--full")) await step("full sandbox image", build("full"));
    await step("recorded pools", (report) => ensureRecordedPools({ root: ROOT, report, lock, signal }));
    if (process.argv.includes("--tests")) await step("tools of the tests", (report) => ensureTestTools(report, lock));
    return 0;
  } catch (error) {
    if (signal.aborted) {
      console.error("interrupted: `npm run set-up` goes on from here");
      return 130;
    }
    const isExpected = typeof error.exitCode === "number";
    console.error(isExpected ? error.message : error.stack);
    return isExpected ? error.exitCode : 3;
  } finally {
    await lock.release();
  }
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const [neededMajor, neededMinor] = NODE_NEEDED;
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return process.version;
  throw failure(`this is Node ${process.version}: install Node ${NODE_NEEDED.join(".")} or newer`, 2);
}

async function ensureDependencies(report, lock) {
  const isReady = async () => {
    if (!(await isInstalled())) return false;
    const stamp = await textOf(ABI_STAMP);
    if (stamp === undefined) await writeFile(ABI_STAMP, ABI);
    return stamp === undefined || stamp === ABI;
  };
  if (await isReady()) return "installed";
  await lock.take(report);
  if (await isReady()) return "installed";
  report.doing("npm ci (a minute or two where SQLite has to be compiled)");
  const advice = "Is the network there? Then run `npm run set-up` again.";
  await run(["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: ROOT, report, signal, advice });
  await writeFile(ABI_STAMP, ABI);
  return "installed now";
}

/** Whether node_modules holds what the lock file says, by the record that npm keeps there. */
async function isInstalled() {
  const [wanted, there] = await Promise.all([
    textOf(join(ROOT, "package-lock.json")),
    textOf(join(ROOT, "node_modules", ".package-lock.json")),
  ]);
  if (wanted === undefined) throw failure("package-lock.json is missing: this is no complete clone of medalist", 2);
  if (there === undefined) return false;
  const installed = JSON.parse(there).packages;
  return Object.entries(JSON.parse(wanted).packages).every(([path, { version, integrity, optional }]) => {
    const found = installed[path];
    if (path === "" || (optional && found === undefined)) return true;
    return found?.version === version && found?.integrity === integrity;
  });
}

async function ensureBuild(report, lock) {
  const isReady = async () => (await textOf(BUILD_STAMP)) === (await hashOfSources());
  if (await isReady()) return "up to date";
  await lock.take(report);
  if (await isReady()) return "up to date";
  // Taken before the build: a file saved meanwhile is built the next time.
  const hash = await hashOfSources();
  await rm(BUILD_STAMP, { force: true });
  report.doing("tsc");
  const advice = "Mend the sources, then run `npm run set-up` again.";
  await run(["npm", "run", "--silent", "build"], { cwd: ROOT, report, signal, advice });
  await removeOrphans();
  await chmod(join(ROOT, "dist", "cli.js"), 0o755);
  await writeFile(BUILD_STAMP, hash);
  return "built now";
}

async function hashOfSources() {
  const files = [...(await filesUnder("src")), "package.json", "tsconfig.json"].sort();
  const contents = await Promise.all(files.map((file) => readFile(join(ROOT, file))));
  const hash = createHash("sha256");
  for (const [index, content] of contents.entries())
    hash.update(`${files[index]}\0${content.length}\0`).update(content);
  return hash.digest("hex");
}

/** tsc leaves what it made of sources that are gone. */
async function removeOrphans() {
  const sources = new Set(
    (await filesUnder("src")).map((file) => file.replace(/^src/, "dist").replace(/\.tsx?$/, ".js")),
  );
  const built = (await filesUnder("dist")).filter((file) => file.endsWith(".js"));
  await Promise.all(built.filter((file) => !sources.has(file)).map((file) => unlink(join(ROOT, file))));
}

async function ensureEngine(report, lock) {
  const [{ connectEngine }, installer] = await Promise.all([fromDist("connect-engine"), fromDist("install-engine")]);
  try {
    return await connectEngine();
  } catch {
    // Where and why it was not found is said by the installer, if it cannot help.
    await lock.take(report);
    return installer.ensureEngine({ report, signal });
  }
}

/** The tests of archives compare with what people pack with, those of the HTML report look at it in a browser. */
async function ensureTestTools(report, lock) {
  const { findProgram, installPackages } = await fromDist("debian-packages");
  const missing = [];
  for (const [tool, debianPackage] of Object.entries(TEST_TOOLS))
    if ((await findProgram(tool)) === undefined) missing.push(debianPackage);
  if (missing.length === 0) return "installed";
  await lock.take(report);
  await installPackages(missing, { report, signal });
  return `installed now: ${missing.join(", ")}`;
}

function fromDist(part) {
  return import(new URL(`../dist/sandbox/engine/${part}.js`, import.meta.url).href);
}

async function filesUnder(folder) {
  const entries = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length));
}

async function textOf(path) {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}
