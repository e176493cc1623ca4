import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const present = new Set<string>();

/** A folder of our own, readable for nobody else, that goes away with its scope; or with the process, where that ends first. */
export class TemporaryFolder implements AsyncDisposable {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  static async make(): Promise<TemporaryFolder> {
    const path = await mkdtemp(join(tmpdir(), "medalist-package-"));
    if (present.size === 0) process.on("exit", removeAll);
    present.add(path);
    return new TemporaryFolder(path);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
    present.delete(this.path);
    if (present.size === 0) process.off("exit", removeAll);
  }
}

function removeAll(): void {
  for (const path of present) rmSync(path, { recursive: true, force: true });
}
