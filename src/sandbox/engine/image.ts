import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import type Docker from "dockerode";
import { pack } from "tar-stream";
import { JudgeError, messageOf } from "../../domain/errors.ts";
import type { ImageVariant } from "../../domain/image-variant.ts";
import { ensureBaseImage } from "./base-image.ts";
import { followEngine } from "./engine-progress.ts";
import { withTail } from "./run-command.ts";
import type { SetUpOptions } from "./set-up-report.ts";

export interface SandboxImage {
  readonly id: string;
  /** Names the content it was built from, so a changed runner is never run from an old image. */
  readonly tag: string;
}

/** The sandbox image as the files in `sandbox/` say, built where it is missing. */
export async function ensureImage(
  docker: Docker,
  options: SetUpOptions & { readonly variant: ImageVariant },
): Promise<SandboxImage> {
  const files = await buildFiles();
  const tag = tagOf(files, options.variant);
  const present = await inspect(docker, tag);
  if (present !== undefined) return present;
  await ensureBaseImage(docker, options);
  options.report.doing(`building ${tag}`);
  await build(docker, files, { ...options, tag });
  const built = await inspect(docker, tag);
  if (built === undefined) throw new JudgeError(`the engine built ${tag} and does not have it`);
  return built;
}

/** The sandbox image, or undefined where it has not been built. */
export async function inspectImage(
  docker: Docker,
  variant: ImageVariant = "default",
): Promise<SandboxImage | undefined> {
  return inspect(docker, tagOf(await buildFiles(), variant));
}

export async function requireImage(docker: Docker, variant: ImageVariant = "default"): Promise<SandboxImage> {
  const image = await inspectImage(docker, variant);
  if (image === undefined) {
    const [which, setUp] = variant === "full" ? ["full ", "npm run set-up -- --full"] : ["", "npm run set-up"];
    throw new JudgeError(`the ${which}sandbox image is missing or out of date: run \`${setUp}\``);
  }
  return image;
}

async function inspect(docker: Docker, tag: string): Promise<SandboxImage | undefined> {
  // A list, not an inspection: a missing image is an ordinary answer there and an error here.
  const [image] = await docker.listImages({ filters: { reference: [tag] } });
  return image === undefined ? undefined : { id: image.Id, tag };
}

interface BuildFile {
  readonly name: string;
  readonly content: Buffer;
}

const isBuiltIn = (name: string) => name !== "README.md" && !name.endsWith(".mjs");

async function buildFiles(): Promise<readonly BuildFile[]> {
  const folder = fileURLToPath(new URL("../../../sandbox/", import.meta.url));
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .filter((name) => isBuiltIn(name) && !name.split("/").some((part) => part.startsWith(".")))
    .sort();
  return Promise.all(names.map(async (name) => ({ name, content: await readFile(join(folder, name)) })));
}

function tagOf(files: readonly BuildFile[], variant: ImageVariant): string {
  const hash = createHash("sha256").update(variant);
  for (const { name, content } of files) hash.update(`\0${name}\0${content.length}\0`).update(content);
  return `medalist-sandbox:${hash.digest("hex").slice(0, 12)}`;
}

async function build(
  docker: Docker,
  files: readonly BuildFile[],
  options: SetUpOptions & { readonly variant: ImageVariant; readonly tag: string },
): Promise<void> {
  const lines: string[] = [];
  const { report, signal } = options;
  try {
    const stream = await docker.buildImage(contextArchive(files), {
      t: options.tag,
      target: options.variant,
      labels: { "medalist.sandbox": "1" },
      buildargs: proxies(process.env),
      rm: true,
      forcerm: true,
      ...(signal ? { abortSignal: signal } : {}),
    });
    await followEngine(stream, (message) => {
      for (const line of stripVTControlCharacters(message.stream ?? message.status ?? "").split("\n")) {
        if (line.trim() === "") continue;
        lines.push(line);
        report.output(line);
      }
    });
  } catch (cause) {
    signal?.throwIfAborted();
    const message = withTail(`cannot build ${options.tag}: ${messageOf(cause)}`, lines);
    const advice = "Where packages could not be fetched, check the network; then run `npm run set-up` again.";
    throw new JudgeError(`${message}\n${advice}`, { cause });
  }
}

// The same bytes for the same files, so the engine's cache of layers is hit.
function contextArchive(files: readonly BuildFile[]): Readable {
  const archive = pack();
  for (const { name, content } of files) archive.entry({ name, mode: 0o644, mtime: new Date(0) }, content);
  archive.finalize();
  return Readable.from(archive);
}

function proxies(env: NodeJS.ProcessEnv): Record<string, string> {
  const names = ["http_proxy", "https_proxy", "no_proxy"].flatMap((name) => [name, name.toUpperCase()]);
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
