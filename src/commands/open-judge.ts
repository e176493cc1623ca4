import { homedir } from "node:os";
import { join } from "node:path";
import { UsageError } from "../domain/errors.ts";
import type { ImageVariant } from "../domain/image-variant.ts";
import type { Language } from "../domain/language.ts";
import { AnswerStore } from "../judge/answer-store.ts";
import { FolderCompileCache } from "../judge/compile-cache.ts";
import { isOffered, notOffered } from "../judge/language/offered.ts";
import type { TimeFactors } from "../judge/language/time-factor.ts";
import { PreparationStore } from "../judge/preparation-store.ts";
import type { PrepareDeps } from "../judge/prepare-problem.ts";
import { openSandbox } from "../sandbox/open-sandbox.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import type { Io } from "./io.ts";

const CACHE_LIMIT_BYTES = 2 * 1024 ** 3;

export interface OpenJudge extends PrepareDeps, AsyncDisposable {
  readonly sandbox: Sandbox;
}

export interface JudgeSettings {
  readonly slots?: number;
  readonly image: ImageVariant;
  readonly timeFactor?: TimeFactors;
}

/** A judge on this machine's engine, for programs in these languages; ends its containers when it is disposed of. */
export async function openJudge(settings: JudgeSettings, languages: Iterable<Language>, io: Io): Promise<OpenJudge> {
  const { slots, image, timeFactor = {} } = settings;
  for (const language of languages) if (!isOffered(language, image)) throw new UsageError(notOffered(language));
  const { sandbox, imageId } = await openSandbox({ slots, image, runtime: io.env["MEDALIST_RUNTIME"] });
  const cache = cacheFolder(io.env);
  return {
    sandbox,
    imageId,
    image,
    timeFactors: timeFactor,
    answers: new AnswerStore(),
    prepared: new PreparationStore(join(cache, "prepared"), imageId),
    compileCache: new FolderCompileCache(join(cache, "compiled"), CACHE_LIMIT_BYTES),
    signal: io.signal,
    [Symbol.asyncDispose]: () => sandbox[Symbol.asyncDispose](),
  };
}

/** What can be made again, kept from run to run. */
export function cacheFolder(env: Io["env"]): string {
  return join(env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "medalist");
}
