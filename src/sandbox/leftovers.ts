import { hostname } from "node:os";
import type Docker from "dockerode";
import { isAlive } from "../domain/is-alive.ts";
import { LABEL_OWNER_HOST, LABEL_OWNER_PID } from "./container-settings.ts";
import { removeContainer } from "./docker-box.ts";

/**
 * Removes the containers of runs on this machine whose process is gone. Usually there are none: a container ends
 * when its stream does. Returns how many there were.
 */
export async function removeLeftovers(docker: Docker): Promise<number> {
  const containers = await docker.listContainers({
    all: true,
    filters: { label: [LABEL_OWNER_PID, `${LABEL_OWNER_HOST}=${hostname()}`] },
  });
  const left = containers.filter((container) => !isAlive(Number(container.Labels[LABEL_OWNER_PID])));
  await Promise.all(left.map((container) => removeContainer(docker.getContainer(container.Id))));
  return left.length;
}
