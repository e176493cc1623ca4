import { z } from "zod";
import { API_NAMES, SERVER_NAMES, SYSTEM_ROLES } from "./openai/settings.ts";

/** What a model is asked with, beside the question: a run keeps it, and is resumed with it. */
export const modelSettingsSchema = z.object({
  api: z.enum(API_NAMES).optional(),
  server: z.enum(SERVER_NAMES).optional(),
  temperature: z.number().nonnegative().optional(),
  topP: z.number().positive().optional(),
  maxOutputTokens: z.number().int().positive().optional(),
  reasoningEffort: z.string().optional(),
  systemRole: z.enum(SYSTEM_ROLES).optional(),
  /** Other places in a request than the usual ones, and more of it. */
  modelField: z.record(z.string(), z.string()).optional(),
  modelOption: z.record(z.string(), z.json()).optional(),
});

export type ModelSettings = z.infer<typeof modelSettingsSchema>;
