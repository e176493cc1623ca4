import { homedir } from "node:os";
import { join } from "node:path";
import { FolderCompileCache } from "../judge/compile-cache.ts";
import type { JudgeDeps } from "../judge/test-program.ts";
import { openSandbox } from "../sandbox/open-sandbox.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import type { Io } from "./io.ts";

const CACHE_LIMIT_BYTES = 2 * 1024 ** 3;

export interface OpenJudge extends JudgeDeps, AsyncDisposable {
  readonly sandbox: Sandbox;
}

/** A judge on this machine's engine; ends its containers when it is disposed of. */
export async function openJudge(slots: number | undefined, io: Io): Promise<OpenJudge> {
  const { sandbox, imageId } = await openSandbox(slots);
  const cacheHome = io.env["XDG_CACHE_HOME"] || join(homedir(), ".cache");
  return {
    sandbox,
    imageId,
    compileCache: new FolderCompileCache(join(cacheHome, "medalist", "compiled"), CACHE_LIMIT_BYTES),
    signal: io.signal,
    [Symbol.asyncDispose]: () => sandbox[Symbol.asyncDispose](),
  };
}
