import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { JudgeError, UsageError } from "../../../../src/domain/errors.ts";
import {
  connectEngine,
  enginePlaces,
  findEngine,
  noEngineMessage,
  placeOfSocket,
} from "../../../../src/sandbox/engine/connect-engine.ts";

let folder: string;
let servers: Server[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "medalist-engine-"));
  servers = [];
});

afterEach(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  await rm(folder, { recursive: true });
});

describe("where an engine is looked for", () => {
  it("DOCKER_HOST is the only place when it is set", () => {
    const places = enginePlaces({ DOCKER_HOST: "unix:///a.sock", XDG_RUNTIME_DIR: "/run/user/7" }, "/home/x");
    expect(places).toMatchObject([{ name: "DOCKER_HOST=unix:///a.sock", options: { socketPath: "/a.sock" } }]);
  });

  it("the machine's engine comes first, then the person's, then Podman", () => {
    expect(namesOf({ XDG_RUNTIME_DIR: "/run/user/7" })).toEqual([
      "/var/run/docker.sock",
      "/run/user/7/docker.sock",
      "/home/x/.docker/run/docker.sock",
      "/home/x/.docker/desktop/docker.sock",
      "/run/podman/podman.sock",
      "/run/user/7/podman/podman.sock",
    ]);
  });

  it("an empty variable counts as not set", () => {
    expect(namesOf({ DOCKER_HOST: "", XDG_RUNTIME_DIR: "" })).toEqual([
      "/var/run/docker.sock",
      "/home/x/.docker/run/docker.sock",
      "/home/x/.docker/desktop/docker.sock",
      "/run/podman/podman.sock",
    ]);
  });

  it("a DOCKER_HOST that is no address is the user's mistake", () => {
    expect(() => enginePlaces({ DOCKER_HOST: "tcp://[" }, "/home/x")).toThrow(UsageError);
  });
});

describe("which engine is taken", () => {
  it("the first that answers", async () => {
    const missing = placeOfSocket(join(folder, "missing.sock"));
    const first = placeOfSocket(await listen("first.sock", answersOk));
    const second = placeOfSocket(await listen("second.sock", answersOk));
    expect(await findEngine([missing, first, second])).toMatchObject({ kind: "found", place: first });
  });

  it("one that hangs is given up in favour of the next", async () => {
    const hanging = placeOfSocket(await listen("hanging.sock", () => {}));
    const next = placeOfSocket(await listen("next.sock", answersOk));
    expect(await findEngine([hanging, next], 100)).toMatchObject({ kind: "found", place: next });
  });

  it("the client returned has no timeout, however slow a later answer is", async () => {
    const place = placeOfSocket(
      await listen("slow.sock", (request, response) => {
        if (request.url === "/_ping") response.end("OK");
        else setTimeout(() => response.setHeader("content-type", "application/json").end("[]"), 200);
      }),
    );
    const search = await findEngine([place], 100);
    if (search.kind === "none") throw new Error("no engine");
    expect(await search.docker.listContainers()).toEqual([]);
  });
});

describe("what is said where none answers", () => {
  it("each place with the reason, and the one thing to do", async () => {
    const missing = join(folder, "missing.sock");
    const notListening = join(folder, "file.sock");
    await writeFile(notListening, "");
    const error = await failureOf([missing, notListening].map(placeOfSocket));
    expect(error.message).toBe(
      [
        "no Docker engine answers:",
        `  ${missing}: no socket`,
        `  ${notListening}: connection refused: nobody listens`,
        "Run `npm run set-up` (it installs an engine on Debian and Ubuntu), or install Docker and start it.",
      ].join("\n"),
    );
    expect(error.exitCode).toBe(3);
  });

  it("a hanging engine and one with an error of its own are told apart", async () => {
    const hanging = await listen("hanging.sock", () => {});
    const broken = await listen("broken.sock", (_, response) => response.writeHead(500).end("out of order"));
    const search = await findEngine([hanging, broken].map(placeOfSocket), 100);
    expect(search).toMatchObject({
      kind: "none",
      failures: [
        { kind: "no-answer", message: "no answer within 0.1 s" },
        { kind: "other", message: expect.stringContaining("out of order") },
      ],
    });
  });

  it("a named engine that is down is to be started, not installed", async () => {
    const error = await failureOf(enginePlaces({ DOCKER_HOST: `unix://${folder}/missing.sock` }, folder));
    expect(error.message).toMatch(/DOCKER_HOST=unix:.*: no socket\nStart the engine that DOCKER_HOST names/);
  });

  it("an engine without the right to use it asks for the group docker", () => {
    const place = placeOfSocket("/a.sock");
    const message = noEngineMessage([{ place, kind: "permission-denied", message: "permission denied" }]);
    expect(message).toMatch(/Add your user to the group docker .* or run as root/);
  });

  it("a socket of somebody else's asks for the group docker", async () => {
    const closed = await listen("closed.sock", answersOk);
    await chmod(closed, 0o000);
    const isRoot = process.getuid?.() === 0; // whom no mode keeps out
    if (isRoot) process.seteuid?.(65534);
    const error = await failureOf([placeOfSocket(closed)]).finally(() => isRoot && process.seteuid?.(0));
    expect(error.message).toMatch(/permission denied\nAdd your user to the group docker/);
  });
});

const answersOk: RequestListener = (_, response) => response.end("OK");

function namesOf(env: NodeJS.ProcessEnv): readonly string[] {
  return enginePlaces(env, "/home/x").map(({ name }) => name);
}

async function failureOf(places: Parameters<typeof connectEngine>[0]): Promise<JudgeError> {
  const error: unknown = await connectEngine(places).catch((thrown: unknown) => thrown);
  if (error instanceof JudgeError) return error;
  throw new Error("expected a JudgeError", { cause: error });
}

async function listen(name: string, answer: RequestListener): Promise<string> {
  const path = join(folder, name);
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return path;
}
