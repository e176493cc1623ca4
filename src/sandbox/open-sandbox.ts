import { availableParallelism } from "node:os";
import type Docker from "dockerode";
import { UsageError } from "../domain/errors.ts";
import type { ImageVariant } from "../domain/image-variant.ts";
import { DockerSandbox } from "./docker-sandbox.ts";
import { connectEngine } from "./engine/connect-engine.ts";
import { requireImage } from "./engine/image.ts";
import { removeLeftovers } from "./leftovers.ts";

export interface OpenSandbox {
  readonly sandbox: DockerSandbox;
  readonly imageId: string;
}

export interface SandboxSettings {
  /** How many programs run at a time; by default as many as there are cores, less one for everything else. */
  readonly slots?: number | undefined;
  readonly image: ImageVariant;
  /** Another OCI runtime that the engine knows, such as gVisor's `runsc`. */
  readonly runtime?: string | undefined;
}

/** Connects to the engine, clears what killed runs left on it, and gives the slots. */
export async function openSandbox({ slots, image: variant, runtime }: SandboxSettings): Promise<OpenSandbox> {
  const docker = await connectEngine();
  const image = await requireImage(docker, variant);
  await removeLeftovers(docker);
  const engineCores = await coresOf(docker);
  if (slots !== undefined && slots > engineCores) {
    throw new UsageError(`--slots ${slots}: the engine has ${engineCores} cores, and a slot needs one of its own`);
  }
  const chosen = slots ?? Math.max(1, Math.min(engineCores, availableParallelism()) - 1);
  return {
    sandbox: new DockerSandbox(docker, { image: image.tag, slots: chosen, engineCores, runtime }),
    imageId: image.id,
  };
}

async function coresOf(docker: Docker): Promise<number> {
  const info: { NCPU?: unknown } = await docker.info();
  return typeof info.NCPU === "number" && info.NCPU > 0 ? info.NCPU : 1;
}
