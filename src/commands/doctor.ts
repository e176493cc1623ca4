import { Command } from "commander";
import OpenAI from "openai";
import { ModelError, messageOf } from "../domain/errors.ts";
import type { ImageVariant } from "../domain/image-variant.ts";
import { LANGUAGES } from "../domain/language.ts";
import { findVersions } from "../judge/language/find-versions.ts";
import { isOffered } from "../judge/language/offered.ts";
import { type Check, renderChecksJson, renderChecksText } from "../report/checks.ts";
import { connectEngine } from "../sandbox/engine/connect-engine.ts";
import { inspectImage, requireImage } from "../sandbox/engine/image.ts";
import { openSandbox } from "../sandbox/open-sandbox.ts";
import type { ExitCode, Io } from "./io.ts";
import { jsonOption, quietOption } from "./options.ts";

export interface DoctorOptions {
  readonly json?: boolean;
}

const MODEL_TIMEOUT_MS = 10_000;

export function doctorCommand(act: (options: DoctorOptions) => Promise<void>): Command {
  return new Command("doctor")
    .description("is the engine there, the image built, the model reachable; what to do if not")
    .addOption(jsonOption())
    .addOption(quietOption())
    .action(act);
}

export async function doctor(options: DoctorOptions, io: Io): Promise<ExitCode> {
  const engine = await checkEngine();
  const checks = [engine, ...(await checkImages(engine, io)), await checkModel(io)];
  io.out(options.json ? renderChecksJson(checks) : renderChecksText(checks));
  return checks.every(({ state }) => state !== "failed") ? 0 : 1;
}

function checkEngine(): Promise<Check> {
  return check("Docker engine", async () => {
    const version = await (await connectEngine()).version();
    return `${version.Version}, API ${version.ApiVersion}, ${version.Os}/${version.Arch}`;
  });
}

/** The images, and the languages of the largest one that is there. */
async function checkImages(engine: Check, io: Io): Promise<Check[]> {
  const what = "sandbox image";
  if (engine.state !== "ok") return [{ what, state: "not asked", detail: "cannot be looked for without an engine" }];
  const docker = await connectEngine();
  const small = await check(what, async () => `${(await requireImage(docker)).tag}, the default`);
  const image = await inspectImage(docker, "full");
  if (image) {
    const full: Check = { what: "full image", state: "ok", detail: `${image.tag}, taken with --image full` };
    return [small, full, ...(await checkLanguages("full", io))];
  }
  const lacking = LANGUAGES.filter((language) => !isOffered(language, "default")).join(", ");
  const detail = `not there; \`npm run set-up -- --full\` builds it: ${lacking}`;
  const full: Check = { what: "full image", state: "not asked", detail };
  return small.state === "ok" ? [small, full, ...(await checkLanguages("default", io))] : [small, full];
}

async function checkLanguages(image: ImageVariant, io: Io): Promise<Check[]> {
  try {
    const { sandbox } = await openSandbox({ slots: 1, image, runtime: io.env["MEDALIST_RUNTIME"] });
    await using _closedAtTheEnd = sandbox;
    return (await findVersions(sandbox, image)).map(({ language, version }): Check => {
      if (version === undefined)
        return { what: language, state: "failed", detail: `the ${image} image does not run it` };
      return { what: language, state: "ok", detail: isOffered(language, "default") ? version : `${version} (full)` };
    });
  } catch (error) {
    return [{ what: "languages", state: "failed", detail: messageOf(error) }];
  }
}

async function checkModel({ env, signal }: Io): Promise<Check> {
  const what = "model";
  const baseURL = env["OPENAI_BASE_URL"];
  const apiKey = env["OPENAI_API_KEY"];
  if (!baseURL && !apiKey) {
    return {
      what,
      state: "not asked",
      detail: "set OPENAI_BASE_URL or OPENAI_API_KEY for --model openai:NAME; recorded answers need neither",
    };
  }
  const client = new OpenAI({
    apiKey: apiKey || "none",
    timeout: MODEL_TIMEOUT_MS,
    maxRetries: 0,
    ...(baseURL ? { baseURL } : {}),
  });
  return check(what, async () => {
    const models: string[] = [];
    try {
      for await (const model of await client.models.list({ signal })) models.push(model.id);
    } catch (error) {
      throw new ModelError(
        `${client.baseURL} does not list its models: ${messageOf(error)}\nSee that the server runs, and that OPENAI_BASE_URL and OPENAI_API_KEY are right.`,
        { cause: error },
      );
    }
    return `${client.baseURL} offers ${models.slice(0, 5).join(", ")}${models.length > 5 ? ` and ${models.length - 5} more` : ""}`;
  });
}

async function check(what: string, look: () => Promise<string>): Promise<Check> {
  try {
    return { what, state: "ok", detail: await look() };
  } catch (error) {
    return { what, state: "failed", detail: messageOf(error) };
  }
}
