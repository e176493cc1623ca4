import { availableParallelism } from "node:os";
import type Docker from "dockerode";
import { LABEL_OWNER_PID } from "../../src/sandbox/container-settings.ts";
import { DockerSandbox } from "../../src/sandbox/docker-sandbox.ts";
import { connectEngine } from "../../src/sandbox/engine/connect-engine.ts";
import { requireImage } from "../../src/sandbox/engine/image.ts";

export interface TestSandbox extends AsyncDisposable {
  readonly sandbox: DockerSandbox;
  readonly docker: Docker;
  readonly imageId: string;
  /** The running containers of this process. */
  containerIds(): Promise<string[]>;
  /** The command lines of all processes in them: the runner's alone while nothing runs. */
  processes(): Promise<string[]>;
}

/** A sandbox on a real engine, as `openSandbox` gives it. Without an engine or an image it says so and fails: no test is left out. */
export async function openTestSandbox(
  slots: number,
  more: { readonly usesOfABox?: number } = {},
): Promise<TestSandbox> {
  const docker = await connectEngine();
  const image = await requireImage(docker);
  const sandbox = new DockerSandbox(docker, { image: image.tag, slots, engineCores: availableParallelism(), ...more });
  const containerIds = async () => {
    const filters = { label: [`${LABEL_OWNER_PID}=${process.pid}`] };
    return (await docker.listContainers({ all: true, filters })).map((container) => container.Id);
  };
  return {
    sandbox,
    docker,
    imageId: image.id,
    containerIds,
    processes: async () => {
      const tops = (await containerIds()).map(async (id) => {
        const top: { Processes: string[][] | null } = await docker.getContainer(id).top({ ps_args: "-eo pid,args" });
        return (top.Processes ?? []).map(([, ...words]) => words.join(" "));
      });
      return (await Promise.all(tops)).flat();
    },
    [Symbol.asyncDispose]: () => sandbox[Symbol.asyncDispose](),
  };
}
