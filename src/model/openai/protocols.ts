import { chat } from "./chat.ts";
import type { Protocol } from "./protocol.ts";
import { responses } from "./responses.ts";
import type { ApiName } from "./settings.ts";

export const PROTOCOLS = {
  chat,
  responses,
  batch: chat,
  "batch-responses": responses,
} satisfies Record<ApiName, Protocol>;
