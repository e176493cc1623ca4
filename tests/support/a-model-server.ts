import { onTestFinished } from "vitest";
import { type Misbehaviour, ModelServer, type Speaker } from "./model-server.ts";

/** For one test: ends with it. Seeds begin at 0. */
export async function aModelServer(
  answers: readonly string[] | Speaker = ["an answer"],
  ...misbehaviours: readonly Misbehaviour[]
): Promise<ModelServer> {
  const server = await ModelServer.start(answers, 0);
  onTestFinished(() => server[Symbol.asyncDispose]());
  server.misbehaviours.push(...misbehaviours);
  return server;
}
