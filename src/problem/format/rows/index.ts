import { codeContests } from "./code-contests.ts";
import { liveCodeBench } from "./live-code-bench.ts";
import { openR1Ioi } from "./open-r1-ioi.ts";
import type { RowFormat } from "./row-format.ts";

export const ROW_FORMATS = {
  codecontests: codeContests,
  livecodebench: liveCodeBench,
  "open-r1": openR1Ioi,
} satisfies Record<string, RowFormat>;
