import type { CheckerProtocol } from "../../domain/task.ts";
import { cms } from "./cms.ts";
import { kattis } from "./kattis.ts";
import type { ProtocolSpec } from "./protocol-spec.ts";
import { testlib } from "./testlib.ts";

export type { CheckerRun, CheckVerdict } from "./protocol-spec.ts";

export const PROTOCOLS = { kattis, testlib, cms } satisfies Record<CheckerProtocol, ProtocolSpec>;
