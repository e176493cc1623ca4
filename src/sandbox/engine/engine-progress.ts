import { createInterface } from "node:readline";
import { z } from "zod";
import { JudgeError } from "../../domain/errors.ts";

/** Reads what the engine says while it pulls, imports or builds; its report of a failure is thrown. */
export async function followEngine(
  stream: NodeJS.ReadableStream,
  note: (message: ProgressMessage) => void,
): Promise<void> {
  for await (const line of createInterface({ input: stream })) {
    if (line.trim() === "") continue;
    const message = progressMessage.parse(JSON.parse(line));
    if (message.error !== undefined) throw new JudgeError(message.error);
    note(message);
  }
}

const progressMessage = z.object({
  id: z.string().optional(),
  status: z.string().optional(),
  progress: z.string().optional(),
  stream: z.string().optional(),
  error: z.string().optional(),
});

export type ProgressMessage = z.infer<typeof progressMessage>;
