// One set-up at a time: `npm test` and `npm run demo` may well be started together.
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";

/** A file that names the process at work; that of a process that is gone is taken over. */
export function setUpLock(path, signal) {
  let isOurs = false;
  return {
    async take(report) {
      let announced;
      while (!isOurs) {
        signal.throwIfAborted();
        isOurs = await create(path);
        const holder = isOurs ? undefined : await textOf(path);
        if (holder === undefined) continue;
        if (!(await isAtWork(holder))) {
          await remove(path, holder);
          continue;
        }
        if (announced !== holder) report.doing(`waiting for another set-up (process ${pidOf(holder)})`);
        announced = holder;
        await delay(200, undefined, { signal });
      }
    },
    async release() {
      if (isOurs) await rm(path, { force: true });
      isOurs = false;
    },
  };
}

async function create(path) {
  const mine = `${path}.${process.pid}`;
  await writeFile(mine, `${process.pid} ${await startOf(process.pid)}`);
  try {
    // Linking, so that nobody ever reads a lock that has no content yet.
    await link(mine, path);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(mine, { force: true });
  }
}

async function remove(path, stale) {
  const aside = `${path}.${process.pid}.stale`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (error.code === "ENOENT") return;
    throw error;
  }
  // Somebody else may have taken over between our look and the renaming: give that lock back.
  if ((await textOf(aside)) !== stale) await link(aside, path).catch(() => {});
  await rm(aside, { force: true });
}

async function isAtWork(holder) {
  const pid = pidOf(holder);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code === "ESRCH") return false;
    if (error.code !== "EPERM") throw error;
  }
  // The number may have gone to another process since.
  return holder === `${pid} ${await startOf(pid)}`;
}

function pidOf(holder) {
  return Number.parseInt(holder, 10);
}

/** When a process began, in the kernel's ticks; the same word for every process where there is no /proc. */
async function startOf(pid) {
  const stat = await textOf(`/proc/${pid}/stat`);
  // The name, in parentheses, may hold spaces.
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "unknown";
}

async function textOf(path) {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}
