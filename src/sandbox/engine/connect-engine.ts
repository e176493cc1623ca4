import { homedir } from "node:os";
import { join } from "node:path";
import Docker, { type DockerOptions } from "dockerode";
import { JudgeError, messageOf, UsageError } from "../../domain/errors.ts";

/** The engine that answers, or a `JudgeError` saying where one was looked for and what to do. */
export async function connectEngine(
  places: readonly EnginePlace[] = enginePlaces(process.env, homedir()),
): Promise<Docker> {
  const search = await findEngine(places);
  switch (search.kind) {
    case "found":
      return search.docker;
    case "none":
      throw new JudgeError(noEngineMessage(search.failures));
  }
}

export interface EnginePlace {
  /** As the person reads it. */
  readonly name: string;
  readonly from: "environment" | "known-socket";
  readonly options: DockerOptions;
}

/** Where an engine may be, best first. */
export function enginePlaces(env: NodeJS.ProcessEnv, home: string): readonly EnginePlace[] {
  const host = env["DOCKER_HOST"];
  if (host !== undefined && host !== "") return [placeOfHost(host)];
  const runtime = env["XDG_RUNTIME_DIR"];
  const rootless = (path: string) => (runtime ? [join(runtime, path)] : []);
  return [
    "/var/run/docker.sock",
    ...rootless("docker.sock"),
    join(home, ".docker/run/docker.sock"),
    join(home, ".docker/desktop/docker.sock"),
    "/run/podman/podman.sock",
    ...rootless("podman/podman.sock"),
  ].map(placeOfSocket);
}

export function placeOfSocket(socketPath: string): EnginePlace {
  return { name: socketPath, from: "known-socket", options: { socketPath } };
}

export type EngineSearch =
  | { readonly kind: "found"; readonly docker: Docker; readonly place: EnginePlace }
  | { readonly kind: "none"; readonly failures: readonly EngineFailure[] };

export interface EngineFailure {
  readonly place: EnginePlace;
  readonly kind: "no-socket" | "permission-denied" | "refused" | "no-answer" | "other";
  readonly message: string;
}

export async function findEngine(places: readonly EnginePlace[], pingTimeoutMs = 3000): Promise<EngineSearch> {
  const failures: EngineFailure[] = [];
  for (const place of places) {
    const failure = await pingFailure(place, pingTimeoutMs);
    if (failure === undefined) return { kind: "found", docker: dockerAt(place), place };
    failures.push(failure);
  }
  return { kind: "none", failures };
}

export function noEngineMessage(failures: readonly EngineFailure[]): string {
  const tried = failures.map(({ place, message }) => `  ${place.name}: ${message}`);
  return ["no Docker engine answers:", ...tried, whatToDo(failures)].join("\n");
}

function whatToDo(failures: readonly EngineFailure[]): string {
  if (failures.some(({ kind }) => kind === "permission-denied")) {
    return "Add your user to the group docker (`sudo usermod -aG docker $USER`, then log in again), or run as root.";
  }
  if (failures.some(({ place }) => place.from === "environment")) {
    return "Start the engine that DOCKER_HOST names, or unset DOCKER_HOST.";
  }
  return "Run `npm run set-up` (it installs an engine on Debian and Ubuntu), or install Docker and start it.";
}

async function pingFailure(place: EnginePlace, timeoutMs: number): Promise<EngineFailure | undefined> {
  const startedMs = performance.now();
  try {
    // On a client of its own: a timeout of the one we return would end long builds.
    await dockerAt(place, { timeout: timeoutMs, connectionTimeout: timeoutMs }).ping();
    return undefined;
  } catch (error) {
    const waitedMs = performance.now() - startedMs;
    if (waitedMs >= timeoutMs) {
      return { place, kind: "no-answer", message: `no answer within ${timeoutMs / 1000} s` };
    }
    return { place, ...explain(error) };
  }
}

function explain(error: unknown): Pick<EngineFailure, "kind" | "message"> {
  switch (codeOf(error)) {
    case "ENOENT":
      return { kind: "no-socket", message: "no socket" };
    case "EACCES":
    case "EPERM":
      return { kind: "permission-denied", message: "permission denied" };
    case "ECONNREFUSED":
      return { kind: "refused", message: "connection refused: nobody listens" };
    default:
      return { kind: "other", message: messageOf(error).trim() };
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

function dockerAt(place: EnginePlace, more: DockerTimeouts = {}): Docker {
  return new Docker({ ...place.options, ...more });
}

// The types of dockerode do not know `connectionTimeout`.
interface DockerTimeouts {
  readonly timeout?: number;
  readonly connectionTimeout?: number;
}

function placeOfHost(host: string): EnginePlace {
  const name = `DOCKER_HOST=${host}`;
  if (host.startsWith("unix://")) {
    return { name, from: "environment", options: { socketPath: host.slice("unix://".length) } };
  }
  if (!URL.canParse(host.includes("//") ? host : `tcp://${host}`)) {
    throw new UsageError(
      `${name} is no address: expected one like unix:///var/run/docker.sock or tcp://localhost:2375`,
    );
  }
  // dockerode reads the rest of the environment's settings (TLS, SSH) itself.
  return { name, from: "environment", options: {} };
}
