// Writes the candidate pools of the shipped contests, which are made from the packages and not kept with them.
import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const CONTESTS = ["olympiad", "round"];
/** What a pool depends on beside its package. */
const MADE_BY = [
  "src/mutation",
  "src/recording",
  "src/model/write-pool.ts",
  "problems/recorded-prose.yaml",
  "package-lock.json",
];

/** Writes those whose package, or whose maker, is another than the pool was written from. */
export async function ensureRecordedPools({ root, report, lock, signal }) {
  const maker = await hashOf(root, MADE_BY);
  const stale = async () => {
    const pools = await Promise.all((await problemFolders(root)).map((folder) => poolOf(root, folder, maker)));
    return { pools, toWrite: pools.filter(({ stamp, found }) => stamp !== found) };
  };
  const first = await stale();
  if (first.toWrite.length === 0) return first.pools.length === 0 ? "none to write" : "up to date";
  await lock.take(report);
  const { toWrite } = await stale();
  const { writeRecordedPool } = await import(new URL("../dist/recording/write-recorded-pool.js", import.meta.url).href);
  for (const { folder, stamp, stampPath } of toWrite) {
    signal.throwIfAborted();
    report.doing(folder);
    await rm(stampPath, { force: true });
    await writeRecordedPool(join(root, folder), join(root, "problems", "recorded-prose.yaml"));
    await writeFile(stampPath, stamp);
  }
  return `${toWrite.length} written now`;
}

async function problemFolders(root) {
  const folders = await Promise.all(
    CONTESTS.map(async (contest) => {
      const entries = await entriesOf(join(root, "problems", contest));
      return entries.filter((entry) => entry.isDirectory()).map(({ name }) => `problems/${contest}/${name}`);
    }),
  );
  return folders.flat().sort();
}

async function poolOf(root, folder, maker) {
  const stampPath = join(root, folder, "recorded", ".stamp");
  const parts = (await entriesOf(join(root, folder))).map(({ name }) => name).filter((name) => name !== "recorded");
  const stamp = `${maker} ${await hashOf(
    root,
    parts.sort().map((name) => `${folder}/${name}`),
  )}\n`;
  return { folder, stamp, stampPath, found: await textOf(stampPath) };
}

/** SHA-256 over files, and over all files in folders, with their names. */
async function hashOf(root, paths) {
  const files = (await Promise.all(paths.map((path) => filesAt(root, path)))).flat();
  const contents = await Promise.all(files.map((file) => readFile(join(root, file))));
  const hash = createHash("sha256");
  for (const [index, content] of contents.entries())
    hash.update(`${files[index]}\0${content.length}\0`).update(content);
  return hash.digest("hex");
}

async function filesAt(root, path) {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch((error) => {
    if (error.code === "ENOTDIR") return undefined;
    throw error;
  });
  if (!entries) return [path];
  const names = entries.map(({ name }) => name).sort();
  return (await Promise.all(names.map((name) => filesAt(root, `${path}/${name}`)))).flat();
}

async function entriesOf(folder) {
  return readdir(folder, { withFileTypes: true }).catch(noneIfAbsent);
}

async function textOf(path) {
  return readFile(path, "utf8").catch((error) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}

function noneIfAbsent(error) {
  if (error.code === "ENOENT") return [];
  throw error;
}
