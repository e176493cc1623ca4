import { Command } from "commander";
import OpenAI from "openai";
import { messageOf } from "../domain/errors.ts";
import { type Check, renderChecksJson, renderChecksText } from "../report/checks.ts";
import { connectEngine } from "../sandbox/engine/connect-engine.ts";
import { requireImage } from "../sandbox/engine/image.ts";
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
  const checks = [await checkEngine(), await checkImage(), await checkModel(io)];
  io.out(options.json ? renderChecksJson(checks) : renderChecksText(checks));
  return checks.every(({ state }) => state !== "failed") ? 0 : 1;
}

function checkEngine(): Promise<Check> {
  return check("Docker engine", async () => {
    const version = await (await connectEngine()).version();
    return `${version.Version}, API ${version.ApiVersion}, ${version.Os}/${version.Arch}`;
  });
}

function checkImage(): Promise<Check> {
  return check("sandbox image", async () => (await requireImage(await connectEngine())).tag);
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
    for await (const model of await client.models.list({ signal })) models.push(model.id);
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
